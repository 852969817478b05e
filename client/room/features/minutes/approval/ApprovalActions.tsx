// What the person looking on can do next with the minutes of a closed session.
import { Button, Stack, Text, useMantineTheme } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { approval, minutesOwed, type PaperKind, stageOf } from '../../../../../shared/modules/approval/contract.ts'
import { ConfirmDialog } from '../../../../base/ui/dialogs/ConfirmDialog.tsx'
import { TextDialog } from '../../../../base/ui/dialogs/TextDialog.tsx'
import { useRole } from '../../../../live/session/selectors.ts'
import { useSession } from '../../../../live/session/store.ts'
import { useCommand } from '../../../../live/session/use-command.ts'
import { useMinutesText } from '../course/use-minutes-text.ts'
import { IssueDialog } from './IssueDialog.tsx'
import { useMinutesPapers } from './use-minutes-papers.ts'

const LONGEST_REASON = 1000

type Asking = 'sign' | 'reopen' | 'correct' | 'waive' | PaperKind

export function ApprovalActions() {
  const { t } = useTranslation()
  const role = useRole()
  const state = useSession((session) => session.state?.approval ?? approval.initial)
  const isClosed = useSession((session) => session.state?.session.status === 'closed')
  const isSealed = useSession((session) => session.state?.session.status === 'sealed')
  const [asking, setAsking] = useState<Asking | null>(null)
  const stage = stageOf(state)
  const isSecretary = role === 'secretary'
  if (isSealed) return <Text size="sm">{t('panels.session.sealedHint')}</Text>
  const end = () => setAsking(null)
  const canIssue = (paper: PaperKind) => (stage === 'signed' || stage === 'issued') && !state.issues[paper]
  return (
    <Stack gap="xs">
      {stage === 'draft' && !isSecretary && <Text size="sm">{t('panels.minutes.approval.waitForSecretary')}</Text>}
      {stage === 'submitted' && isSecretary && <Text size="sm">{t('panels.minutes.approval.waitForChair')}</Text>}
      {stage === 'draft' && isSecretary && (
        <Button onClick={() => setAsking('sign')}>{t('panels.minutes.approval.signAsSecretary')}</Button>
      )}
      {stage === 'submitted' && !isSecretary && (
        <Button onClick={() => setAsking('sign')}>{t('panels.minutes.approval.signAsChair')}</Button>
      )}
      {stage === 'submitted' && (
        <Button variant="default" onClick={() => setAsking('reopen')}>
          {t(isSecretary ? 'panels.minutes.approval.takeBack' : 'panels.minutes.approval.return')}
        </Button>
      )}
      {(['minutes', 'conclusions'] as const).filter(canIssue).map((paper) => (
        <Button key={paper} variant={paper === 'minutes' ? 'filled' : 'default'} onClick={() => setAsking(paper)}>
          {t(`panels.minutes.approval.issue.${paper}`)}
        </Button>
      ))}
      {stage === 'issued' && isSecretary && (
        <Button variant="default" onClick={() => setAsking('correct')}>
          {t('panels.minutes.approval.correct')}
        </Button>
      )}
      {state.waiver && <Text size="sm">{t('panels.minutes.approval.waived', { reason: state.waiver.reason })}</Text>}
      {isClosed && !isSecretary && minutesOwed(state) && (
        <Button variant="default" onClick={() => setAsking('waive')}>
          {t('minutes.waive')}
        </Button>
      )}
      {asking === 'waive' && <WaiveDialog onClose={end} />}
      {asking === 'sign' && <SignDialog onClose={end} />}
      {asking === 'reopen' && <ReopenDialog isSecretary={isSecretary} onClose={end} />}
      {asking === 'correct' && <CorrectDialog onClose={end} />}
      {(asking === 'minutes' || asking === 'conclusions') && <IssueDialog paper={asking} onClose={end} />}
    </Stack>
  )
}

function SignDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const primary = useMantineTheme().primaryColor
  const { text } = useMinutesText()
  const { sign, download, isPending } = useMinutesPapers()
  const { comments, version } = useSession((session) => session.state?.approval ?? approval.initial)
  const unresolved = comments.filter(({ isResolved }) => !isResolved).length

  async function confirm() {
    if (text && (await sign(text.sha256))) onClose()
  }

  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('panels.minutes.approval.signTitle')}
      confirmLabel={t('panels.minutes.approval.sign')}
      confirmColor={primary}
      isPending={isPending || text === null}
      onConfirm={() => void confirm()}
    >
      <Text>{t('panels.minutes.approval.signWhat')}</Text>
      {unresolved > 0 && (
        <Text c="orange" fw={600}>
          {t('panels.minutes.approval.unresolved', { count: unresolved })}
        </Text>
      )}
      <Button variant="default" loading={isPending} onClick={() => void download('minutes', version)}>
        {t('panels.minutes.approval.read')}
      </Button>
      <Text size="sm" c="dimmed">
        {t('panels.minutes.approval.signNotDigital')}
      </Text>
    </ConfirmDialog>
  )
}

function ReopenDialog({ isSecretary, onClose }: { isSecretary: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const reopen = useCommand('approval.reopen')
  return (
    <TextDialog
      keptAs="minutes-reopen"
      title={t(isSecretary ? 'panels.minutes.approval.takeBackTitle' : 'panels.minutes.approval.returnTitle')}
      label={t('dialog.reason')}
      description={t('panels.minutes.approval.reopenHint')}
      submitLabel={t(isSecretary ? 'panels.minutes.approval.takeBack' : 'panels.minutes.approval.return')}
      maximumLength={LONGEST_REASON}
      onClose={onClose}
      onSubmit={async (reason) => (await reopen({ reason })).ok}
    />
  )
}

function WaiveDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const waive = useCommand('approval.waive')
  return (
    <TextDialog
      keptAs="minutes-waive"
      title={t('minutes.waive.title')}
      label={t('dialog.reason')}
      description={t('minutes.waive.what')}
      submitLabel={t('minutes.waive')}
      maximumLength={LONGEST_REASON}
      onClose={onClose}
      onSubmit={async (reason) => (await waive({ reason })).ok}
    />
  )
}

function CorrectDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const begin = useCommand('approval.beginCorrection')
  return (
    <TextDialog
      keptAs="minutes-correct"
      title={t('panels.minutes.approval.correctTitle')}
      label={t('dialog.reason')}
      description={t('panels.minutes.approval.correctHint')}
      submitLabel={t('panels.minutes.approval.correct')}
      maximumLength={LONGEST_REASON}
      onClose={onClose}
      onSubmit={async (reason) => (await begin({ reason })).ok}
    />
  )
}
