// Who sits in a delegate’s place: the person is registered first, then the mark refers to them.
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { DelegateId } from '../../../../shared/kernel/ids.ts'
import { DraftNotice } from '../../../base/ui/forms/DraftNotice.tsx'
import { useKept } from '../../../base/ui/forms/use-kept.ts'
import { useCommand, useRegisterPerson } from '../../../live/session/use-command.ts'

export function SubstituteDialog({ delegateId, onClose }: { delegateId: DelegateId; onClose: () => void }) {
  const { t } = useTranslation()
  const register = useRegisterPerson()
  const mark = useCommand('rollcall.mark')
  const [{ name, title, paper }, write, kept] = useKept(`substitute.${delegateId}`, { name: '', title: '', paper: '' })

  async function submit(event: FormEvent) {
    event.preventDefault()
    const registered = await register({ name: name.trim(), title: title.trim() || null })
    if (!registered.ok) return
    const { ok } = await mark({
      delegateId,
      mark: 'substitute',
      substituteId: registered.personId,
      substitutePaper: paper.trim() || null,
    })
    if (ok) kept.sent(onClose)()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('panels.rollcall.substituteTitle')}
      centered
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <DraftNotice kept={kept} />
          <TextInput
            label={t('panels.rollcall.substituteName')}
            required
            maxLength={120}
            data-autofocus
            value={name}
            onChange={(event) => write({ name: event.currentTarget.value })}
          />
          <TextInput
            label={t('panels.rollcall.substitutePosition')}
            maxLength={200}
            value={title}
            onChange={(event) => write({ title: event.currentTarget.value })}
          />
          <TextInput
            label={t('panels.rollcall.substitutePaper')}
            description={t('panels.rollcall.substitutePaperHint')}
            maxLength={200}
            value={paper}
            onChange={(event) => write({ paper: event.currentTarget.value })}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('dialog.cancel')}
            </Button>
            <Button type="submit" disabled={name.trim() === ''} loading={register.isPending || mark.isPending}>
              {t('panels.rollcall.substituteSave')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
