// The state of a session as REST shows it to staff.

import type { ActorReference } from '../../../shared/kernel/actor.ts'
import type { ParticipantId, PersonId } from '../../../shared/kernel/ids.ts'
import { clockOn } from '../../../shared/law/readiness-clocks.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { gatesOf, isPassed, openGates } from '../../../shared/modules/readiness/contract.ts'
import { lacksRecording } from '../../../shared/modules/recording/contract.ts'
import { resultCode } from '../../../shared/modules/selftest/grades.ts'
import { summaryOf } from '../../../shared/projections/session-summary.ts'
import type { People } from '../../../shared/wire/engine/socket-events.ts'
import type { SessionReadiness } from '../../../shared/wire/hearing/readiness.ts'
import type { SessionDetail } from '../../../shared/wire/hearing/sessions.ts'

export function detailOf(
  state: SessionState,
  people: People,
  emails: Readonly<Record<PersonId, string>>,
): SessionDetail {
  return {
    ...summaryOf(state),
    isProtected: state.session.isProtected,
    advisingUnit: state.session.advisingUnit,
    cancelledReason: state.session.cancelledReason,
    agenda: state.agenda.items.map(({ itemId, title, plannedMinutes, status, reporterId }) => ({
      itemId,
      title,
      plannedMinutes,
      status,
      reporter: (reporterId && people[reporterId]) ?? null,
    })),
    sites: state.sites.sites.map(({ siteId, name, rank, delegates }) => ({
      siteId,
      name,
      rank,
      delegates: delegates.map(({ delegateId, personId }) => ({
        delegateId,
        personId,
        person: people[personId] ?? null,
        email: emails[personId] ?? null,
      })),
    })),
    participants: Object.values(state.admission.participants).map(
      ({ participantId, personId, role, siteId, status, since, waits, linkId }) => ({
        participantId,
        personId,
        person: people[personId] ?? null,
        email: emails[personId] ?? null,
        role,
        siteId,
        status,
        since,
        waits,
        hasLink: linkId !== null,
        selftest: selftestOf(state, participantId),
      }),
    ),
  }
}

export function readinessOf(
  { session, sites, readiness, recording }: SessionState,
  nameOf: (by: ActorReference) => string | null,
  people: People,
  lacking: SessionReadiness['lacking'],
): SessionReadiness {
  const siteIds = sites.sites.map(({ siteId }) => siteId)
  const day = calendarDayOf(session.scheduledAt)
  return {
    isLaw: session.kind === 'reception',
    gates: gatesOf(readiness, session, siteIds).map((one) => {
      const { source, amount, unit } = clockOn(one.gate, day)
      return { ...one, source, amount, unit, isPassed: isPassed(one) }
    }),
    tests: readiness.tests.map(({ by, ...test }) => ({ ...test, by: nameOf(by) })),
    connections: readiness.connections.map(({ by, personId, ...connection }) => ({
      ...connection,
      isMeasured: by.kind === 'system',
      by: (personId && people[personId]?.name) ?? nameOf(by),
    })),
    connected:
      readiness.connectedAt === null
        ? null
        : {
            at: readiness.connectedAt,
            by: readiness.connectedBy && nameOf(readiness.connectedBy),
            reason: readiness.connectedReason,
          },
    lacking,
    lacksRecording: lacksRecording(recording, session),
    missing: openGates(readiness, session, siteIds),
    override: readiness.override && overrideOf(readiness.override, nameOf, people),
  }
}

function overrideOf(
  { reason, gates, at, by, personId }: NonNullable<SessionState['readiness']['override']>,
  nameOf: (by: ActorReference) => string | null,
  people: People,
): SessionReadiness['override'] {
  return { reason, gates, at, by: personId === null ? nameOf(by) : (people[personId]?.name ?? null) }
}

function selftestOf({ selftest }: SessionState, participantId: ParticipantId) {
  const latest = selftest.latest[participantId]
  if (!latest) return null
  const { at, verdict, camera, microphone, speaker, browser, line } = latest
  const findings = { camera, microphone, speaker, browser, line }
  return { at, verdict, code: resultCode(findings), findings }
}
