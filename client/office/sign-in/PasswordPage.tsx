// The page behind a one-time link: the owner of an account sets its password. Nobody is signed in by it.
import { Alert, Button, Center, Loader, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { z } from 'zod'
import { Password } from '../../../shared/wire/identity/account.ts'
import { NewPassword, repetitionError } from '../accounts/AccountFields.tsx'
import { usePasswordLink, useSetPassword } from '../accounts/queries.ts'
import { CentredForm } from '../ui/CentredForm.tsx'
import { formErrors } from '../ui/form-errors.ts'
import { Problem } from '../ui/Problem.tsx'
import { queryClient } from '../ui/query-client.ts'

const Chosen = z.object({ password: Password })

export function PasswordPage() {
  return (
    <QueryClientProvider client={queryClient}>
      <PasswordForm />
    </QueryClientProvider>
  )
}

function PasswordForm() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [token] = useState(() => window.location.hash.slice(1))
  const link = usePasswordLink(token)
  const set = useSetPassword()
  const form = useForm({
    initialValues: { password: '', repeated: '' },
    validate: (draft) => ({ ...formErrors(t, Chosen, draft), ...repetitionError(t, draft) }),
  })
  if (set.isSuccess)
    return (
      <CentredForm
        title={t('staff.setPassword.done')}
        introduction={t('staff.setPassword.done.what')}
        onSubmit={(event) => {
          event.preventDefault()
          void navigate('/staff', { replace: true })
        }}
      >
        <Button type="submit" data-autofocus>
          {t('staff.signIn')}
        </Button>
      </CentredForm>
    )
  return (
    <CentredForm
      title={t('staff.setPassword.title')}
      introduction={
        link.data ? t(link.data.isFirst ? 'staff.setPassword.first' : 'staff.setPassword.reset', link.data) : null
      }
      onSubmit={form.onSubmit(({ password }) => set.mutate({ token, password }))}
    >
      {token === '' && <Alert color="red">{t('staff.setPassword.noToken')}</Alert>}
      {link.isLoading && (
        <Center>
          <Loader aria-label={t('staff.loading')} />
        </Center>
      )}
      {link.isError && <Problem error={link.error} />}
      {link.data && (
        <>
          <TextInput
            label={t('staff.username')}
            value={link.data.username}
            readOnly
            name="username"
            autoComplete="username"
          />
          <NewPassword propsOf={(field) => form.getInputProps(field)} />
          {set.isError && <Problem error={set.error} />}
          <Button type="submit" loading={set.isPending}>
            {t('staff.setPassword.submit')}
          </Button>
        </>
      )}
    </CentredForm>
  )
}
