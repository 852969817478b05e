import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { z } from 'zod'
import type { AccountRole } from '../../../shared/wire/identity/account.ts'
import { CentredForm } from '../ui/CentredForm.tsx'
import { formErrors } from '../ui/form-errors.ts'
import { Problem } from '../ui/Problem.tsx'
import { useSignIn } from './queries.ts'

const Filled = z.object({ username: z.string().trim().min(1).max(64), password: z.string().min(1).max(256) })

export function SignInPage() {
  const { t } = useTranslation()
  const signIn = useSignIn()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  // Whoever leads looks first at how things stand; everybody else, and whoever came for a page, stays there.
  const goOn = (role: AccountRole) => {
    if (role === 'administrator' && pathname === '/staff') void navigate('/staff/overview', { replace: true })
  }
  const form = useForm({
    initialValues: { username: '', password: '' },
    validate: (values) => formErrors(t, Filled, values),
  })
  return (
    <CentredForm
      title={t('staff.signIn.title')}
      introduction={t('staff.signIn.introduction')}
      onSubmit={form.onSubmit((credentials) =>
        signIn.mutate(credentials, { onSuccess: ({ account }) => goOn(account.role) }),
      )}
    >
      <TextInput
        label={t('staff.username')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        {...form.getInputProps('username')}
      />
      <PasswordInput
        label={t('staff.password')}
        autoComplete="current-password"
        required
        visibilityToggleButtonProps={{ 'aria-label': t('staff.showPassword') }}
        {...form.getInputProps('password')}
      />
      {signIn.isError && <Problem error={signIn.error} />}
      <Button type="submit" loading={signIn.isPending}>
        {t('staff.signIn')}
      </Button>
    </CentredForm>
  )
}
