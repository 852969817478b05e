// What must be known before the agency’s own equipment records in place of the server: which, why, and who records.
import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DraftNotice } from '../../forms/DraftNotice.tsx'
import { useKept } from '../../forms/use-kept.ts'

export interface EquipmentWords {
  readonly device: string
  readonly reason: string
  readonly recorder: string
}

interface EquipmentDialogProps {
  onClose: () => void
  /** The dialog closes when this gives true. */
  onSubmit: (words: EquipmentWords) => Promise<boolean>
}

const LONGEST = { device: 200, reason: 500, recorder: 200 } as const

export function EquipmentDialog({ onClose, onSubmit }: EquipmentDialogProps) {
  const { t } = useTranslation()
  const [words, write, kept] = useKept<EquipmentWords>('equipment', { device: '', reason: '', recorder: '' })
  const [isPending, setPending] = useState(false)
  const isWhole = Object.values(words).every((one) => one.trim() !== '')
  const set = (field: keyof EquipmentWords) => (event: { currentTarget: { value: string } }) =>
    write({ [field]: event.currentTarget.value })

  async function submit() {
    if (!isWhole || isPending) return
    setPending(true)
    const { device, reason, recorder } = words
    if (await onSubmit({ device: device.trim(), reason: reason.trim(), recorder: recorder.trim() }))
      kept.sent(onClose)()
    else setPending(false)
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('readiness.equipment.title')}
      centered
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <Stack>
        <DraftNotice kept={kept} />
        <Text size="sm">{t('readiness.equipment.what')}</Text>
        <TextInput
          label={t('readiness.equipment.device')}
          required
          maxLength={LONGEST.device}
          data-autofocus
          value={words.device}
          onChange={set('device')}
        />
        <Textarea
          label={t('readiness.equipment.reason')}
          required
          autosize
          minRows={2}
          maxRows={6}
          maxLength={LONGEST.reason}
          value={words.reason}
          onChange={set('reason')}
        />
        <TextInput
          label={t('readiness.equipment.recorder')}
          required
          maxLength={LONGEST.recorder}
          value={words.recorder}
          onChange={set('recorder')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button disabled={!isWhole} loading={isPending} onClick={() => void submit()}>
            {t('panels.room.recording.start')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
