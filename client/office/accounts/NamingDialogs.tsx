// Naming an account that may open what is for those named alone (a secret session, a case, a film), and taking that back; each with the
// reason.
import { Select, Textarea } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NewNamedAccount } from '../../../shared/wire/hearing/access-list.ts'
import { TextDialog } from '../../base/ui/dialogs/TextDialog.tsx'
import { useKeptForm } from '../../base/ui/forms/use-kept-form.ts'
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
  const [form, kept] = useKeptForm<{ accountId: string | null; reason: string }>(`naming.${keptAs}`, {
    blank: { accountId: null, reason: '' },
    validate: (naming) => formErrors(t, NewNamedAccount, naming),
  })
  const submit = form.onSubmit((naming) => kept.sentBy(onName(NewNamedAccount.parse(naming)), dialog.onClose))
  return (
    <FormDialog kept={kept} {...dialog} onSubmit={submit}>
      <Select
        label={label}
        required
        searchable
        data={others.map((one) => ({ value: one.accountId, label: one.name }))}
        {...form.getInputProps('accountId')}
      />
      <Textarea
        label={t('dialog.reason')}
        description={hint}
        required
        autosize
        minRows={2}
        maxLength={300}
        {...form.getInputProps('reason')}
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
