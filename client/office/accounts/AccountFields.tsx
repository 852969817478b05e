// The fields of an account and of a password, as the set-up page, the accounts page and the page of a link ask for them.
import { PasswordInput, TextInput } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { SetUp } from '../../../shared/wire/identity/account.ts'
import { formErrors } from '../ui/form-errors.ts'

export const emptyAccount = { displayName: '', username: '', password: '', repeated: '' }
export type AccountDraft = typeof emptyAccount

const Whole = SetUp.omit({ token: true })

export const accountErrors = (t: TFunction, draft: AccountDraft): Record<string, string> => ({
  ...formErrors(t, Whole, draft),
  ...repetitionError(t, draft),
})

export const repetitionError = (t: TFunction, { password, repeated }: Pick<AccountDraft, 'password' | 'repeated'>) =>
  password === repeated ? {} : { repeated: t('staff.passwordsDiffer') }

interface AccountFieldsProps {
  /** form.getInputProps of a form that holds an AccountDraft. */
  propsOf: (field: keyof AccountDraft) => object
}

export function AccountFields({ propsOf }: AccountFieldsProps) {
  return (
    <>
      <NameFields propsOf={propsOf} />
      <NewPassword propsOf={propsOf} />
    </>
  )
}

export function NameFields({ propsOf }: { propsOf: (field: 'displayName' | 'username') => object }) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput
        label={t('staff.displayName')}
        description={t('staff.displayName.hint')}
        autoComplete="name"
        required
        {...propsOf('displayName')}
      />
      <TextInput
        label={t('staff.username')}
        description={t('staff.username.hint')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        {...propsOf('username')}
      />
    </>
  )
}

interface NewPasswordProps {
  propsOf: (field: 'password' | 'repeated') => object
  /** There is an old one that it replaces. */
  isAnother?: boolean
}

export function NewPassword({ propsOf, isAnother = false }: NewPasswordProps) {
  const { t } = useTranslation()
  const shared = {
    autoComplete: 'new-password',
    required: true,
    visibilityToggleButtonProps: { 'aria-label': t('staff.showPassword') },
  }
  return (
    <>
      <PasswordInput
        label={t(isAnother ? 'staff.password.new' : 'staff.password')}
        description={t('staff.password.hint')}
        {...shared}
        {...propsOf('password')}
      />
      <PasswordInput label={t('staff.password.repeat')} {...shared} {...propsOf('repeated')} />
    </>
  )
}
