// Asks before the agency’s own equipment records in place of the server.
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EquipmentWords } from '../../../../../shared/wire/hearing/readiness.ts'
import { FormFrame } from '../../../../base/ui/dialogs/FormFrame.tsx'
import { useKeptForm } from '../../../../base/ui/forms/use-kept-form.ts'
import { useSending } from '../../../../base/ui/forms/use-sending.ts'
import { EquipmentFields, noEquipment, wholeEquipment } from '../../../../live/opening/EquipmentFields.tsx'

interface EquipmentDialogProps {
  onClose: () => void
  /** The dialog closes when this gives true. */
  onSubmit: (words: EquipmentWords) => Promise<boolean>
}

export function EquipmentDialog({ onClose, onSubmit }: EquipmentDialogProps) {
  const { t } = useTranslation()
  const [form, kept] = useKeptForm<EquipmentWords>('equipment', { blank: noEquipment })
  const [isPending, send] = useSending(kept, onClose)
  const whole = wholeEquipment(form.values)
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
      <EquipmentFields propsOf={form.getInputProps} hasFocus />
    </FormFrame>
  )
}
