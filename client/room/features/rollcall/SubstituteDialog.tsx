// Who sits in a delegate’s place: the person is registered first, then the mark refers to them.
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import type { DelegateId } from '../../../../shared/kernel/ids.ts'
import { DraftNotice } from '../../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../../base/ui/forms/use-kept-form.ts'
import { useCommand, useRegisterPerson } from '../../../live/session/use-command.ts'

export function SubstituteDialog({ delegateId, onClose }: { delegateId: DelegateId; onClose: () => void }) {
  const { t } = useTranslation()
  const register = useRegisterPerson()
  const mark = useCommand('rollcall.mark')
  const [form, kept] = useKeptForm(`substitute.${delegateId}`, {
    blank: { name: '', title: '', paper: '' },
    validate: { name: isNotEmpty() },
  })

  const submit = form.onSubmit(async ({ name, title, paper }) => {
    const registered = await register({ name: name.trim(), title: title.trim() || null })
    if (!registered.ok) return
    const { ok } = await mark({
      delegateId,
      mark: 'substitute',
      substituteId: registered.personId,
      substitutePaper: paper.trim() || null,
    })
    if (ok) kept.sent(onClose)()
  })

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('panels.rollcall.substituteTitle')}
      centered
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <DraftNotice kept={kept} />
          <TextInput
            label={t('panels.rollcall.substituteName')}
            required
            maxLength={120}
            data-autofocus
            {...form.getInputProps('name')}
          />
          <TextInput label={t('panels.rollcall.substitutePosition')} maxLength={200} {...form.getInputProps('title')} />
          <TextInput
            label={t('panels.rollcall.substitutePaper')}
            description={t('panels.rollcall.substitutePaperHint')}
            maxLength={200}
            {...form.getInputProps('paper')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('dialog.cancel')}
            </Button>
            <Button type="submit" disabled={!form.isValid()} loading={register.isPending || mark.isPending}>
              {t('panels.rollcall.substituteSave')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
