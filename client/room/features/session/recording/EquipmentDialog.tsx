// Asks before the agency’s own equipment records in place of the server.
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EquipmentWords } from '../../../../../shared/wire/hearing/readiness.ts'
import { FormFrame } from '../../../../base/ui/dialogs/FormFrame.tsx'
import { useKept } from '../../../../base/ui/forms/use-kept.ts'
import { useSending } from '../../../../base/ui/forms/use-sending.ts'
import { EquipmentFields, noEquipment, wholeEquipment } from '../../../../live/opening/EquipmentFields.tsx'

interface EquipmentDialogProps {
  onClose: () => void
  /** The dialog closes when this gives true. */
  onSubmit: (words: EquipmentWords) => Promise<boolean>
}

export function EquipmentDialog({ onClose, onSubmit }: EquipmentDialogProps) {
  const { t } = useTranslation()
  const [words, write, kept] = useKept<EquipmentWords>('equipment', noEquipment)
  const [isPending, send] = useSending(kept, onClose)
  const whole = wholeEquipment(words)
  return (
    <FormFrame
      kept={kept}
      title={t('readiness.equipment.title')}
      submitLabel={t('panels.room.recording.start')}
      isComplete={whole !== null}
      isPending={isPending}
      onClose={onClose}
      onSubmit={() => whole && send(() => onSubmit(whole))}
    >
      <Text size="sm">{t('readiness.equipment.what')}</Text>
      <EquipmentFields words={words} onChange={write} hasFocus />
    </FormFrame>
  )
}
