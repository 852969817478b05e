// Who sits in a delegate’s place: the person is registered first, then the mark refers to them.
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DelegateId } from '../../../shared/kernel/ids.ts'
import { useCommand, useRegisterPerson } from '../../session/use-command.ts'

export function SubstituteDialog({ delegateId, onClose }: { delegateId: DelegateId; onClose: () => void }) {
  const { t } = useTranslation()
  const register = useRegisterPerson()
  const mark = useCommand('rollcall.mark')
  const [name, setName] = useState('')
  const [title, setTitle] = useState('')
  const [paper, setPaper] = useState('')

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
    if (ok) onClose()
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
          <TextInput
            label={t('panels.rollcall.substituteName')}
            required
            maxLength={120}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={t('panels.rollcall.substitutePosition')}
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <TextInput
            label={t('panels.rollcall.substitutePaper')}
            description={t('panels.rollcall.substitutePaperHint')}
            maxLength={200}
            value={paper}
            onChange={(event) => setPaper(event.currentTarget.value)}
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
