import { useTranslation } from 'react-i18next'
import { AddressDialog } from '../ui/AddressDialog.tsx'
import { useKeepUnit } from './queries.ts'

interface UnitAddressDialogProps {
  name: string
  email: string | null
  onClose: () => void
}

export function UnitAddressDialog({ name, email, onClose }: UnitAddressDialogProps) {
  const { t } = useTranslation()
  const { mutateAsync, ...keep } = useKeepUnit()
  const change = { ...keep, mutateAsync: (changed: string | null) => mutateAsync({ name, email: changed }) }
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
