import { useTranslation } from 'react-i18next'
import { AddressDialog } from '../AddressDialog.tsx'
import { useKeepUnit } from '../conclusion-queries.ts'

interface UnitAddressDialogProps {
  name: string
  email: string | null
  onClose: () => void
}

export function UnitAddressDialog({ name, email, onClose }: UnitAddressDialogProps) {
  const { t } = useTranslation()
  const { mutate, ...keep } = useKeepUnit()
  const change = {
    ...keep,
    mutate: (changed: string | null, options: { onSuccess: () => void }) => mutate({ name, email: changed }, options),
  }
  return (
    <AddressDialog
      keptAs={`unit.${name}`}
      name={name}
      email={email}
      hint={t('staff.conclusions.emailHint')}
      change={change}
      onClose={onClose}
    />
  )
}
