// Where a person is written to: corrected here when a mail did not arrive.
import { useTranslation } from 'react-i18next'
import { AddressDialog } from '../../../ui/AddressDialog.tsx'
import { useChangeEmail } from './mail-queries.ts'

export interface EmailOf {
  readonly personId: string
  readonly name: string
  readonly email: string | null
}

interface EmailDialogProps {
  sessionId: string
  person: EmailOf
  onClose: () => void
}

export function EmailDialog({ sessionId, person: { personId, name, email }, onClose }: EmailDialogProps) {
  const { t } = useTranslation()
  const change = useChangeEmail(sessionId, personId)
  return (
    <AddressDialog
      keptAs={`person.${personId}`}
      name={name}
      email={email}
      hint={t('staff.email.hint')}
      change={change}
      onClose={onClose}
    />
  )
}
