// The course of the session itself: open, suspend, resume, close, seal. The chair’s panel; the secretary may seal.
import { Button, Stack, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sealingClockOn } from '../../../../shared/law/sealing-clocks.ts'
import { calendarDayOf } from '../../../../shared/law/working-days.ts'
import { approval, minutesOwed } from '../../../../shared/modules/approval/contract.ts'
import { ConfirmDialog } from '../../../base/ui/dialogs/ConfirmDialog.tsx'
import { TextDialog } from '../../../base/ui/dialogs/TextDialog.tsx'
import { usePermission } from '../../../live/session/permissions.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import classes from '../../frame/panel.module.css'
import { CloseDialog } from './CloseDialog.tsx'
import { Gates } from './opening/Gates.tsx'
import { Open } from './opening/Open.tsx'
import { Readiness } from './opening/Readiness.tsx'
import { SessionControls } from './SessionControls.tsx'
import { SessionFacts } from './SessionFacts.tsx'
import { SharedLayout } from './SharedLayout.tsx'

const LONGEST_REASON = 500

export function SessionPanel() {
  const { t } = useTranslation()
  const status = useSession(({ state }) => state?.session.status)
  const isRunning = status === 'open' || status === 'suspended'
  return (
    <div className={classes.panel}>
      <SessionFacts />
      {status === 'scheduled' && (
        <>
          <Readiness />
          <Gates />
          <Opening />
        </>
      )}
      {status === 'open' && <Suspend />}
      {status === 'suspended' && <Resume />}
      {isRunning && <SharedLayout />}
      {(status === 'scheduled' || isRunning) && <SessionControls />}
      {isRunning && <Close />}
      {status === 'closed' && <Seal />}
      {status === 'sealed' && <Text>{t('panels.session.sealedHint')}</Text>}
    </div>
  )
}

function Explained({ hint, children }: { hint: string; children: ReactNode }) {
  return (
    <Stack gap={4}>
      {children}
      <Text size="sm" c="dimmed">
        {hint}
      </Text>
    </Stack>
  )
}

function Opening() {
  const { t } = useTranslation()
  const isAllowed = usePermission('session.open')
  if (!isAllowed) return <Text size="sm">{t('panels.session.chairOnly')}</Text>
  return (
    <Explained hint={t('panels.session.open.hint')}>
      <Open />
    </Explained>
  )
}

/** Does no harm: at once. */
function Resume() {
  const { t } = useTranslation()
  const isAllowed = usePermission('session.resume')
  const resume = useCommand('session.resume')
  if (!isAllowed) return <Text size="sm">{t('panels.session.chairOnly')}</Text>
  return (
    <Explained hint={t('panels.session.resume.hint')}>
      <Button size="md" fullWidth loading={resume.isPending} onClick={() => void resume({})}>
        {t('panels.session.resume')}
      </Button>
    </Explained>
  )
}

function Suspend() {
  const { t } = useTranslation()
  const isAllowed = usePermission('session.suspend')
  const suspend = useCommand('session.suspend')
  const [isAsking, setAsking] = useState(false)
  if (!isAllowed) return null
  return (
    <Explained hint={t('panels.session.suspend.hint')}>
      <Button variant="default" fullWidth onClick={() => setAsking(true)}>
        {t('panels.session.suspend')}
      </Button>
      {isAsking && (
        <TextDialog
          keptAs="session-suspend"
          title={t('panels.session.suspend')}
          label={t('dialog.reason')}
          description={t('panels.session.suspend.reasonHint')}
          submitLabel={t('panels.session.suspend')}
          maximumLength={LONGEST_REASON}
          onClose={() => setAsking(false)}
          onSubmit={async (reason) => (await suspend({ reason })).ok}
        />
      )}
    </Explained>
  )
}

function Close() {
  const { t } = useTranslation()
  const isAllowed = usePermission('session.close')
  const [isAsking, setAsking] = useState(false)
  if (!isAllowed) return null
  return (
    <Explained hint={t('panels.session.close.hint')}>
      <Button color="red" fullWidth onClick={() => setAsking(true)}>
        {t('panels.session.close')}
      </Button>
      <CloseDialog opened={isAsking} onClose={() => setAsking(false)} />
    </Explained>
  )
}

function Seal() {
  const { t } = useTranslation()
  const minutes = useSession(({ state }) => state?.approval ?? approval.initial)
  const isAllowed = usePermission('session.seal')
  const seal = useCommand('session.seal')
  const [isAsking, setAsking] = useState(false)
  if (minutesOwed(minutes)) return <Text size="sm">{t('panels.session.seal.owed')}</Text>
  const settledAt = (minutes.issues.minutes ?? minutes.waiver)?.at ?? 0
  const { workingDays } = sealingClockOn('sealing', calendarDayOf(settledAt))
  const deadline = t('panels.session.seal.deadline', { count: workingDays })
  if (!isAllowed) return <Text size="sm">{deadline}</Text>

  async function confirm() {
    await seal({})
    setAsking(false)
  }

  return (
    <Explained hint={deadline}>
      <Button fullWidth onClick={() => setAsking(true)}>
        {t('panels.session.seal')}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t('panels.session.seal.title')}
        confirmLabel={t('panels.session.seal')}
        isPending={seal.isPending}
        onConfirm={() => void confirm()}
      >
        <Text>{t('panels.session.seal.what')}</Text>
        <Text fw={600}>{t('panels.session.seal.final')}</Text>
      </ConfirmDialog>
    </Explained>
  )
}
