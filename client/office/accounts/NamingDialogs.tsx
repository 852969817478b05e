// Naming an account that may open what is for those named alone (a secret session, a case, a film), and taking that back; each with the
// reason.
import { Select, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NewNamedAccount } from '../../../shared/wire/hearing/access-list.ts'
import { TextDialog } from '../../base/ui/dialogs/TextDialog.tsx'
import { useKept } from '../../base/ui/forms/use-kept.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { formErrors } from '../ui/form-errors.ts'
import { problemText } from '../ui/problems.ts'

interface NamingDialogProps {
  /** For what somebody is named: `case.17`. */
  keptAs: string
  title: string
  label: string
  hint?: string
  submitLabel: string
  others: readonly { readonly accountId: string; readonly name: string }[]
  isPending: boolean
  error: unknown
  /** What else is decided with it. */
  children?: ReactNode
  onClose: () => void
  /** Fails with what `error` shows. */
  onName: (naming: ReturnType<typeof NewNamedAccount.parse>) => Promise<unknown>
}

export function NamingDialog({ keptAs, label, hint, others, children, onName, ...dialog }: NamingDialogProps) {
  const { t } = useTranslation()
  const [naming, write, kept] = useKept<{ accountId: string | null; reason: string }>(`naming.${keptAs}`, {
    accountId: null,
    reason: '',
  })
  const { accountId, reason } = naming
  const [isSubmitted, setSubmitted] = useState(false)
  const errors = isSubmitted ? formErrors(t, NewNamedAccount, naming) : {}
  function submit() {
    setSubmitted(true)
    const complete = NewNamedAccount.safeParse(naming)
    if (complete.success) kept.sentBy(onName(complete.data), dialog.onClose)
  }
  return (
    <FormDialog kept={kept} {...dialog} onSubmit={submit}>
      <Select
        label={label}
        required
        searchable
        data={others.map((one) => ({ value: one.accountId, label: one.name }))}
        value={accountId}
        error={errors.accountId}
        onChange={(chosen) => write({ accountId: chosen })}
      />
      <Textarea
        label={t('dialog.reason')}
        description={hint}
        required
        autosize
        minRows={2}
        maxLength={300}
        value={reason}
        error={errors.reason}
        onChange={(event) => write({ reason: event.currentTarget.value })}
      />
      {children}
    </FormDialog>
  )
}

interface TakingBackDialogProps {
  keptAs: string
  /** null: the account is gone. */
  name: string | null
  /** null: nothing went wrong. */
  error: unknown
  onClose: () => void
  onTakeBack: (reason: string) => Promise<unknown>
}

export function TakingBackDialog({ keptAs, name, error, onClose, onTakeBack }: TakingBackDialogProps) {
  const { t } = useTranslation()
  return (
    <TextDialog
      keptAs={keptAs}
      title={t('accessList.takeBackOf', { name: name ?? '…' })}
      label={t('dialog.reason')}
      problem={error === null ? null : problemText(t, error)}
      submitLabel={t('accessList.takeBack')}
      maximumLength={300}
      onClose={onClose}
      onSubmit={(reason) =>
        // What went wrong is shown as `error`.
        onTakeBack(reason).then(
          () => true,
          () => false,
        )
      }
    />
  )
}
