// Papers a citizen hands in, listed before their eyes, and the receipts for them.
import { ActionIcon, Stack, Text, Title } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '../../../../shared/kernel/ids.ts'
import type { HandedIn } from '../../../../shared/modules/receipt/contract.ts'
import { isOver } from '../../../../shared/modules/session/contract.ts'
import type { SubmittedPaper } from '../../../../shared/modules/submission/contract.ts'
import { SubmitPapers } from '../../../base/uploads/HandIn.tsx'
import { useCitizens } from '../../../live/session/citizens.ts'
import { useLiveSession } from '../../../live/session/live-session-context.ts'
import { useName, useRole } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import classes from '../../frame/panel.module.css'
import { IssueReceipt } from './IssueReceipt.tsx'
import { PaperForm } from './PaperForm.tsx'
import { OwnNotices, Receipts } from './Receipts.tsx'
import { Submitted } from './Submitted.tsx'

const none: readonly never[] = []

export function ReceiptPanel() {
  const { t } = useTranslation()
  const role = useRole()
  const citizens = useCitizens()
  const isStaff = role === 'chair' || role === 'secretary'
  const isEmpty = useSession(
    ({ state }) =>
      !state?.receipt.receipts.length &&
      !state?.receipt.pending.length &&
      !state?.notice.notices.length &&
      !state?.submission.papers.length,
  )
  return (
    <div className={classes.panel}>
      {isStaff && (
        <Text size="sm" c="dimmed">
          {t('panels.receipt.what')}
        </Text>
      )}
      {isStaff && citizens.length === 0 && <Text>{t('panels.receipt.nobody')}</Text>}
      {!isStaff && <OwnSubmission />}
      {!isStaff && isEmpty && <Text>{t('panels.receipt.none')}</Text>}
      {!isStaff && <OwnNotices />}
      {citizens.map((participantId) => (
        <Giver key={participantId} participantId={participantId} isStaff={isStaff} />
      ))}
    </div>
  )
}

function OwnSubmission() {
  const { t } = useTranslation()
  const { token } = useLiveSession()
  const sessionId = useSession(({ state }) => (state && !isOver(state.session.status) ? state.session.sessionId : null))
  if (!sessionId) return null
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {t('panels.receipt.sendOwn')}
      </Title>
      <Text>{t('panels.receipt.sendOwnHint')}</Text>
      <SubmitPapers sessionId={sessionId} token={token} />
    </Stack>
  )
}

function Giver({ participantId, isStaff }: { participantId: ParticipantId; isStaff: boolean }) {
  const { t } = useTranslation()
  const name = useName(participantId)
  const isSessionOver = useSession(({ state }) => state !== null && isOver(state.session.status))
  const all = useSession(({ state }) => state?.receipt.pending ?? none)
  const pending = all.filter((paper) => paper.participantId === participantId)
  const mayChange = isStaff && !isSessionOver
  const [chosen, setChosen] = useState<SubmittedPaper | null>(null)
  return (
    <Stack component="section" gap="xs" aria-label={t('panels.receipt.from', { name })}>
      {isStaff && (
        <Title order={3} size="h5">
          {t('panels.receipt.from', { name })}
        </Title>
      )}
      <Submitted
        participantId={participantId}
        isStaff={isStaff}
        mayChange={!isSessionOver}
        onList={isStaff ? setChosen : undefined}
      />
      {pending.length > 0 && (
        <ol className={classes.list}>
          {pending.map((paper) => (
            <Listed key={paper.paperId} paper={paper} mayChange={mayChange} />
          ))}
        </ol>
      )}
      {mayChange && pending.length > 0 && <IssueReceipt participantId={participantId} count={pending.length} />}
      <Receipts participantId={participantId} isStaff={isStaff} />
      {mayChange && (
        <PaperForm
          key={chosen?.documentId ?? ''}
          participantId={participantId}
          submitted={chosen}
          onListed={() => setChosen(null)}
        />
      )}
    </Stack>
  )
}

function Listed({ paper: { paperId, name, pages, condition }, mayChange }: { paper: HandedIn; mayChange: boolean }) {
  const { t } = useTranslation()
  const remove = useCommand('receipt.remove')
  return (
    <li className={classes.row}>
      <div className={classes.grow}>
        <Text fw={600}>{name}</Text>
        <Text size="sm">{t('panels.receipt.line', { count: pages, condition: t(`paperCondition.${condition}`) })}</Text>
      </div>
      {mayChange && (
        <ActionIcon
          size="xl"
          variant="subtle"
          color="red"
          aria-label={t('panels.receipt.removeOf', { name })}
          loading={remove.isPending}
          onClick={() => void remove({ paperId })}
        >
          <IconTrash aria-hidden />
        </ActionIcon>
      )}
    </li>
  )
}
