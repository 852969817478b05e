// The very first page of an installation: whoever holds the link printed at the server’s start becomes administrator.
import { Alert, Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { AccountFields, accountErrors, emptyAccount } from '../accounts/AccountFields.tsx'
import { CentredForm } from '../ui/CentredForm.tsx'
import { Problem } from '../ui/Problem.tsx'
import { queryClient } from '../ui/query-client.ts'
import { useSetUp } from './queries.ts'

export function SetUpPage() {
  return (
    <QueryClientProvider client={queryClient}>
      <SetUpForm />
    </QueryClientProvider>
  )
}

function SetUpForm() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [token] = useState(() => window.location.hash.slice(1))
  const setUp = useSetUp()
  const form = useForm({ initialValues: emptyAccount, validate: (draft) => accountErrors(t, draft) })

  return (
    <CentredForm
      title={t('staff.setUp.title')}
      introduction={t('staff.setUp.introduction')}
      onSubmit={form.onSubmit(({ repeated: _, ...account }) =>
        setUp.mutate({ token, ...account }, { onSuccess: () => void navigate('/staff', { replace: true }) }),
      )}
    >
      {token === '' && <Alert color="red">{t('staff.setUp.noToken')}</Alert>}
      <AccountFields propsOf={(field) => form.getInputProps(field)} />
      {setUp.isError && <Problem error={setUp.error} />}
      <Button type="submit" disabled={token === ''} loading={setUp.isPending}>
        {t('staff.setUp.submit')}
      </Button>
    </CentredForm>
  )
}
