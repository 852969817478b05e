// The lines of the minutes about the business of a session: agenda, documents, votes, the floor, recording.
import type { ItemId, MotionId, ParticipantId } from '../kernel/ids.ts'
import { agenda, itemOf } from '../modules/agenda/contract.ts'
import { announcement } from '../modules/announcement/contract.ts'
import { ballot, motionOf } from '../modules/ballot/contract.ts'
import { documentOf, documents } from '../modules/documents/contract.ts'
import { floor } from '../modules/floor/contract.ts'
import type { SessionState } from '../modules/index.ts'
import { recording } from '../modules/recording/contract.ts'
import { sharing } from '../modules/sharing/contract.ts'
import { siteOf } from '../modules/sites/contract.ts'
import { ballotReport } from './ballots.ts'
import { doer, type LineMaker, line, type Telling } from './line-of-event.ts'
import type { BallotLineKind, CourseLine } from './minutes.ts'

export const businessLines: readonly [string, LineMaker][] = [
  line(agenda, 'started', ({ itemId }, { at, before, person }) => {
    const { title, reporterId, spans } = item(itemId, before)
    const reporter = reporterId === null ? null : person(reporterId)
    return { at, kind: 'itemStarted', title, reporter, isAgain: spans.length > 0 }
  }),
  line(agenda, 'finished', ({ itemId }, { at, before }) => ({
    at,
    kind: 'itemFinished',
    title: item(itemId, before).title,
  })),
  line(agenda, 'skipped', ({ itemId, reason }, { at, before }) => ({
    at,
    kind: 'itemSkipped',
    title: item(itemId, before).title,
    reason,
  })),
  // What is put on the screen before the opening, a title page say, is no part of the meeting; turning pages never is.
  line(documents, 'presented', ({ documentId, presenterId }, { at, before, named }) => {
    const document = documentOf(before.documents.documents, documentId)
    const isShown = before.documents.presentation?.documentId === documentId
    if (!document || isShown || before.session.openedAt === null) return null
    return { at, kind: 'documentPresented', title: document.title, who: named(presenterId) }
  }),
  line(ballot, 'proposed', ballotLine('motionProposed')),
  line(ballot, 'opened', ballotLine('ballotOpened')),
  line(ballot, 'closed', ballotLine('ballotClosed')),
  line(ballot, 'withdrawn', ballotLine('motionWithdrawn')),
  // Sheets printed before the opening are in the journal and in the audit log.
  line(ballot, 'codesPrinted', ({ siteId, delegateIds, reason }, telling) =>
    telling.before.session.openedAt === null
      ? null
      : {
          at: telling.at,
          kind: 'codesPrinted',
          by: doer(telling),
          site: siteOf(telling.before.sites.sites, siteId)?.name ?? null,
          count: delegateIds.length,
          reason,
        },
  ),
  line(floor, 'granted', ({ participantId, endsAt }, telling) => ({
    at: telling.at,
    kind: 'floorGranted',
    who: telling.named(participantId),
    by: doer(telling),
    limitMs: endsAt === null ? null : endsAt - telling.at,
  })),
  line(floor, 'speakerNamed', ({ participantId, speakerId }, { at, person, named }) =>
    speakerId === null
      ? null
      : { at, kind: 'speakerNamed', person: person(speakerId), site: named(participantId).site },
  ),
  line(floor, 'locked', ({ isByTurns }, telling) => ({
    at: telling.at,
    kind: 'floorLocked',
    by: doer(telling),
    isByTurns,
  })),
  line(floor, 'byTurnsSet', ({ isByTurns }, telling) => ({
    at: telling.at,
    kind: 'speakingOrdered',
    by: doer(telling),
    isByTurns,
  })),
  line(floor, 'silenced', silenceLine('silenced')),
  line(floor, 'silenceEnded', silenceLine('silenceEnded')),
  line(floor, 'released', ({ participantId }, { at, named }) => ({
    at,
    kind: 'floorEnded',
    who: named(participantId),
    cause: 'released',
  })),
  line(floor, 'revoked', ({ participantId }, telling) => ({
    at: telling.at,
    kind: 'floorRevoked',
    who: telling.named(participantId),
    by: doer(telling),
  })),
  line(floor, 'expired', ({ participantId }, { at, named }) => ({
    at,
    kind: 'floorEnded',
    who: named(participantId),
    cause: 'expired',
  })),
  line(sharing, 'started', ({ participantId }, { at, named }) => ({
    at,
    kind: 'screenShared',
    who: named(participantId),
  })),
  line(announcement, 'posted', ({ text }, telling) => ({
    at: telling.at,
    kind: 'announced',
    by: doer(telling),
    text,
  })),
  ...(['announced', 'withdrawn', 'started', 'paused', 'resumed', 'stopped'] as const).map((step) =>
    line(recording, step, (data, telling) => ({
      at: telling.at,
      kind: 'recording',
      by: doer(telling),
      step,
      reason: 'reason' in data ? data.reason : null,
      ...('recorderId' in data &&
        data.device !== null && { equipment: { device: data.device, recorder: telling.person(data.recorderId) } }),
    })),
  ),
  // After a pause its going on has been told.
  line(recording, 'confirmed', (_data, { at, before }) =>
    before.recording.beganAt === null ? { at, kind: 'recording', by: null, step: 'confirmed', reason: null } : null,
  ),
]

function item(itemId: ItemId, { agenda: { items } }: SessionState) {
  const found = itemOf(items, itemId)
  if (!found) throw new Error(`the journal tells of item ${itemId}, which is not on the agenda`)
  return found
}

function silenceLine(kind: 'silenced' | 'silenceEnded') {
  return ({ participantId }: { participantId: ParticipantId }, telling: Telling): CourseLine => ({
    at: telling.at,
    kind,
    who: telling.named(participantId),
    by: doer(telling),
  })
}

/** The motion as the event leaves it. What was prepared before the opening is told when it is voted on. */
function ballotLine(kind: BallotLineKind) {
  return ({ motionId }: { motionId: MotionId }, { at, after, person }: Telling): CourseLine | null => {
    const motion = motionOf(after.ballot.motions, motionId)
    return motion && after.session.openedAt !== null ? { at, kind, ballot: ballotReport(motion, after, person) } : null
  }
}
