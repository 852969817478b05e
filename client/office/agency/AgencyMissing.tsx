// While nobody has said what the agency is called: an administrator is led to its page first, everybody is told on every page.
import { Alert, Anchor } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate } from 'react-router'
import type { Account } from '../../../shared/wire/identity/account.ts'
import { useAgency } from './queries.ts'

const page = '/staff/agency'

export function AgencyMissing({ role }: Pick<Account, 'role'>) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const found = useAgency()
  const isMissing = found.data?.isSet === false
  const isAdministrator = role === 'administrator'
  const [isLed, setLed] = useState(false)
  // Once, and from the first page alone: whoever has come for something else, or goes on without it, is not held.
  const mustBeLed = isMissing && isAdministrator && !isLed
  useEffect(() => {
    if (!mustBeLed) return
    setLed(true)
    if (pathname === '/staff') void navigate(page, { replace: true })
  }, [mustBeLed, pathname, navigate])
  if (!isMissing || pathname === page) return null
  return (
    <Alert role="status" color="yellow" mb="md" title={t('agency.missing')}>
      {t(isAdministrator ? 'agency.missing.set' : 'agency.missing.ask')}{' '}
      {isAdministrator && (
        <Anchor component={Link} inherit underline="always" to={page}>
          {t('agency.missing.open')}
        </Anchor>
      )}
    </Alert>
  )
}
