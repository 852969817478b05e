// One session as staff see it from outside: its course, who is invited by which link, and its papers.
import { Anchor, Group, Loader, Stack, Text, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useOutletContext, useParams } from 'react-router'
import { isOver } from '../../../../shared/modules/session/contract.ts'
import { isStateSecret } from '../../../../shared/secrecy/levels.ts'
import type { SessionDetail } from '../../../../shared/wire/hearing/sessions.ts'
import type { Account } from '../../../../shared/wire/identity/account.ts'
import { ApiError } from '../../../base/api.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { RefusalNotices } from '../../../base/refusals/RefusalNotices.tsx'
import { SecrecyBadge } from '../../../base/secrecy/SecrecyBadge.tsx'
import { NoRoomNotice } from '../../disk/NoRoomNotice.tsx'
import { Kept } from '../../retention/Kept.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Section } from '../../ui/Section.tsx'
import { FilmSection } from '../film/FilmSection.tsx'
import { useSessionDetail } from '../queries.ts'
import { StatusBadge } from '../StatusBadge.tsx'
import { AgendaList } from './AgendaList.tsx'
import { Protect } from './access/Protect.tsx'
import { ProtectedReaders } from './access/ProtectedReaders.tsx'
import { SessionAccess } from './access/SessionAccess.tsx'
import { ConclusionsInside } from './ConclusionsInside.tsx'
import { Course } from './Course.tsx'
import { Documents } from './Documents.tsx'
import { Delegates } from './invitations/Delegates.tsx'
import { Invitations } from './invitations/Invitations.tsx'
import { Participants } from './invitations/Participants.tsx'
import { Archive } from './papers/Archive.tsx'
import { IssuedPapers, issuedPapersKey } from './papers/IssuedPapers.tsx'
import { Papers } from './papers/Papers.tsx'
import { Supplements } from './papers/Supplements.tsx'
import { ReadinessGates } from './readiness/ReadinessGates.tsx'
import { useReadiness } from './readiness/readiness-queries.ts'
import { SeriesList } from './SeriesList.tsx'
import { UploadsNotice } from './UploadsNotice.tsx'

export function SessionPage() {
  const { t } = useTranslation()
  const { sessionId = '' } = useParams()
  const session = useSessionDetail(sessionId)
  const isAhead = session.data ? !isOver(session.data.status) : !session.isError
  const readiness = useReadiness(sessionId, isAhead)
  // What came in later above them would push the people away under the pointer, and shut a menu that was just opened.
  const isWhole = !isAhead || !readiness.isPending || readiness.failureCount > 0
  return (
    <Stack gap="lg">
      <Anchor component={Link} to="/staff">
        {t('staff.backToSessions')}
      </Anchor>
      {(session.isPending || (session.data && !isWhole)) && <Loader aria-label={t('staff.loading')} />}
      {session.isError &&
        (isForOthers(session.error) ? (
          <ForOthers sessionId={sessionId} error={session.error} />
        ) : (
          <Problem error={session.error} onRetry={() => void session.refetch()} />
        ))}
      {session.data && isWhole && (
        <>
          <Facts session={session.data} />
          <UploadsNotice sessionId={session.data.sessionId} />
          {session.data.status === 'scheduled' && <NoRoomNotice sessionId={session.data.sessionId} />}
          <Course session={session.data} />
          {!isOver(session.data.status) && <ReadinessGates session={session.data} />}
          {isToBeProtected(session.data) && <Protect session={session.data} />}
          {session.data.isProtected && <ProtectedReaders session={session.data} />}
          {session.data.isProtected && isOver(session.data.status) && (
            <ConclusionsInside sessionId={session.data.sessionId} />
          )}
          <SessionAccess sessionId={session.data.sessionId} isSecret={isStateSecret(session.data.secrecy)} />
          <AgendaList session={session.data} />
          <Participants session={session.data} />
          <Invitations session={session.data} isClosed={isOver(session.data.status)} />
          <Delegates session={session.data} />
          <SeriesList session={session.data} />
          {!isStateSecret(session.data.secrecy) && <Documents session={session.data} />}
          {session.data.kind === 'reception' && <Refusals session={session.data} />}
          <IssuedPapers sessionId={session.data.sessionId} />
          {session.data.status === 'sealed' && <Supplements session={session.data} />}
          <Papers session={session.data} />
          {(session.data.status === 'closed' || session.data.status === 'sealed') && (
            <FilmSection session={session.data} />
          )}
          {session.data.status === 'sealed' && <Archive session={session.data} />}
          <Kept kind="session" id={session.data.sessionId} isOver={isOver(session.data.status)} />
        </>
      )}
    </Stack>
  )
}

const isForOthers = (error: unknown) => error instanceof ApiError && error.code === 'secrecy.not-named'

/** A secret session that the account has no part in. An administrator can still name somebody: whoever booked it may have left. */
function ForOthers({ sessionId, error }: { sessionId: string; error: unknown }) {
  const { role } = useOutletContext<Account>()
  return (
    <>
      <Problem error={error} />
      {role === 'administrator' && <SessionAccess sessionId={sessionId} isSecret />}
    </>
  )
}

const isToBeProtected = ({ kind, status, isProtected }: SessionDetail) =>
  kind === 'reception' && !isOver(status) && !isProtected

function Facts({ session }: { session: SessionDetail }) {
  const { t } = useTranslation()
  const format = useFormat()
  const {
    title,
    secrecy,
    kind,
    scheduledAt,
    plannedMinutes,
    place,
    advisingUnit,
    cancelledReason,
    openedAt,
    closedAt,
  } = session
  return (
    <div>
      <Group justify="space-between" align="flex-start">
        <Title order={1} size="h2" flex="1 1 20rem">
          {title}
        </Title>
        <SecrecyBadge level={secrecy} />
        <StatusBadge of={session} />
      </Group>
      <Text>
        {t(`sessionKind.${kind}`)} · {format.dateTime(scheduledAt)} · {t('duration.minutes', { count: plannedMinutes })}
      </Text>
      <Text>{place}</Text>
      {advisingUnit !== null && <Text>{t('staff.session.advisingUnit', { unit: advisingUnit })}</Text>}
      {cancelledReason !== null && <Text>{t('staff.session.cancelled', { reason: cancelledReason })}</Text>}
      {openedAt !== null && <Text>{t('staff.session.openedAt', { time: format.dateTime(openedAt) })}</Text>}
      {closedAt !== null && <Text>{t('staff.session.closedAt', { time: format.dateTime(closedAt) })}</Text>}
    </div>
  )
}

function Refusals({ session: { sessionId } }: { session: SessionDetail }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [count, setCount] = useState(0)
  return (
    <RefusalNotices
      sessionId={sessionId}
      token={null}
      count={count}
      frame={(content) => <Section title={t('refusals.section')}>{content}</Section>}
      onIssued={() => {
        setCount(count + 1)
        void queries.invalidateQueries({ queryKey: issuedPapersKey(sessionId) })
      }}
    />
  )
}
