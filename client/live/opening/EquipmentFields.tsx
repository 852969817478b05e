// What must be known before the agency’s own equipment records in place of the server: which, why, and who records. In the room and at
// the office.
import { Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EquipmentWords } from '../../../shared/wire/hearing/readiness.ts'

const longest = { device: 200, reason: 500, recorder: 120 } as const

export const noEquipment: EquipmentWords = { device: '', reason: '', recorder: '' }

/** null: something is missing still. */
export function wholeEquipment({ device, reason, recorder }: EquipmentWords): EquipmentWords | null {
  const words = { device: device.trim(), reason: reason.trim(), recorder: recorder.trim() }
  return Object.values(words).includes('') ? null : words
}

interface EquipmentFieldsProps {
  propsOf: (field: keyof EquipmentWords) => object
  hasFocus?: boolean
}

export function EquipmentFields({ propsOf, hasFocus = false }: EquipmentFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput
        label={t('readiness.equipment.device')}
        required
        maxLength={longest.device}
        data-autofocus={hasFocus || undefined}
        {...propsOf('device')}
      />
      <Textarea
        label={t('readiness.equipment.reason')}
        required
        autosize
        minRows={2}
        maxRows={6}
        maxLength={longest.reason}
        {...propsOf('reason')}
      />
      <TextInput
        label={t('readiness.equipment.recorder')}
        required
        maxLength={longest.recorder}
        {...propsOf('recorder')}
      />
    </>
  )
}
