// The frame of the staff pages, and their door: whoever is not signed in signs in first and stays at the same address.
import { Alert, Anchor, Button, Center, Container, Group, Loader, Menu, Text } from '@mantine/core'
import { IconChevronDown, IconUserCircle } from '@tabler/icons-react'
import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Outlet } from 'react-router'
import type { Account } from '../../../shared/wire/identity/account.ts'
import { LanguageSwitch } from '../../base/i18n/LanguageSwitch.tsx'
import { ConfirmDialog } from '../../base/ui/dialogs/ConfirmDialog.tsx'
import { FormOwner } from '../../base/ui/forms/FormOwner.tsx'
import { keptForms } from '../../base/ui/forms/kept-forms.ts'
import { AccountNotices } from '../accounts/AccountNotices.tsx'
import { useIntakeGroup } from '../accounts/intake-group-queries.ts'
import { AgencyMissing } from '../agency/AgencyMissing.tsx'
import { OwnPasswordDialog } from '../sign-in/OwnPasswordDialog.tsx'
import { useMe, useSignOut } from '../sign-in/queries.ts'
import { SignInPage } from '../sign-in/SignInPage.tsx'
import classes from '../ui/office.module.css'
import { Problem } from '../ui/Problem.tsx'
import { queryClient } from '../ui/query-client.ts'
import { SectionPages, Sections } from './Navigation.tsx'

export function StaffLayout() {
  return (
    <QueryClientProvider client={queryClient}>
      <Door />
    </QueryClientProvider>
  )
}

function Door() {
  const { t } = useTranslation()
  const me = useMe()
  if (me.isPending)
    return (
      <Center mih="60dvh">
        <Loader aria-label={t('staff.loading')} />
      </Center>
    )
  if (me.isError)
    return (
      <Container size="sm" py="xl">
        <Problem error={me.error} onRetry={() => void me.refetch()} />
      </Container>
    )
  if (me.data === null) return <SignInPage />
  return (
    // Keyed: a form that is open is not handed on to the next who signs in.
    <FormOwner key={me.data.accountId} owner={me.data.accountId}>
      <a href="#main" className={classes.skip}>
        {t('staff.skip')}
      </a>
      <Header account={me.data} />
      <Container component="main" id="main" tabIndex={-1} size="lg" py="lg">
        <AccountNotices />
        <AgencyMissing role={me.data.role} />
        {me.data.role === 'administrator' && <IntakeGroupMissing />}
        <Outlet context={me.data} />
      </Container>
    </FormOwner>
  )
}

/** Denunciations wait while nobody may take them in: whoever can name them is told on every page. */
function IntakeGroupMissing() {
  const { t } = useTranslation()
  const group = useIntakeGroup()
  if (group.data?.members.length !== 0) return null
  return (
    <Alert role="status" color="yellow" mb="md" title={t('intakeGroup.title')}>
      {t('intakeGroup.none')}{' '}
      <Anchor component={Link} inherit underline="always" to="/staff/accounts#intake-group">
        {t('intakeGroup.name')}
      </Anchor>
    </Alert>
  )
}

function Header({ account }: { account: Account }) {
  const { t } = useTranslation()
  const signOut = useSignOut()
  const [isChangingPassword, setChangingPassword] = useState(false)
  const [isAskingToSignOut, setAskingToSignOut] = useState(false)
  return (
    <header className={classes.header}>
      <Container size="lg" py="xs">
        <div className={classes.headerLines}>
          <Anchor component={Link} to="/staff" fw={700} fz="xl" c="inherit" underline="never">
            Điểm Cầu
          </Anchor>
          <Sections role={account.role} />
          <Group gap={0} wrap="nowrap" className={classes.own}>
            <LanguageSwitch />
            <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
              <Menu.Target>
                <Button
                  variant="subtle"
                  px="xs"
                  aria-label={account.displayName}
                  rightSection={<IconChevronDown size={18} aria-hidden />}
                >
                  <IconUserCircle size={24} aria-hidden className={classes.accountIcon} />
                  <span className={classes.accountName}>{account.displayName}</span>
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => setChangingPassword(true)}>{t('staff.ownPassword')}</Menu.Item>
                <Menu.Item
                  disabled={signOut.isPending}
                  onClick={() => (keptForms.isEmpty ? signOut.mutate() : setAskingToSignOut(true))}
                >
                  {t('staff.signOut')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </Group>
        </div>
        <SectionPages />
        {isChangingPassword && <OwnPasswordDialog onClose={() => setChangingPassword(false)} />}
        <ConfirmDialog
          opened={isAskingToSignOut}
          onClose={() => setAskingToSignOut(false)}
          title={t('forms.signOut.title')}
          confirmLabel={t('staff.signOut')}
          isPending={signOut.isPending}
          onConfirm={() => signOut.mutate()}
        >
          <Text>{t('forms.signOut.what')}</Text>
        </ConfirmDialog>
        {signOut.isError && <Alert color="red">{t('staff.signOutFailed')}</Alert>}
      </Container>
    </header>
  )
}
