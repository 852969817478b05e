// How each message of the server changes what this page knows. Pure, so that order, gaps and repeats are tested without a
// socket; connection.ts alone calls it.
import type { VisibleCommit } from '../../../shared/kernel/commit.ts'
import { type Participant, standingOf } from '../../../shared/modules/admission/contract.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import type { Hello, LiveNotice, People, ViewMessage, Welcome } from '../../../shared/wire/engine/socket-events.ts'
import { aggregate } from './aggregate.ts'
import { withCaption } from './shown-captions.ts'
import { type ConnectionProblem, emptySession, type Phase, type SessionSnapshot } from './store.ts'

/** What a page that comes back tells of itself, so that it gets the commits it missed. */
export function lastKnown({ seq, state, me }: SessionSnapshot): Hello['last'] {
  const participant = me && state?.admission.participants[me.participantId]
  const standing = participant ? standingOf(participant) : 'outside'
  return !participant || standing === 'outside' ? null : { seq, standing, role: participant.role }
}

export function receiveWelcome(
  session: SessionSnapshot,
  welcome: Welcome,
  roundTrip: { sentAt: number; receivedAt: number },
): SessionSnapshot {
  const { sync, participantId, connectionId, people } = welcome
  const known: SessionSnapshot = {
    ...session,
    me: { participantId, connectionId },
    farewell: null,
    people: sync.kind === 'view' ? people : { ...session.people, ...people },
    clockOffsetMs: Math.round(welcome.serverTime - (roundTrip.sentAt + roundTrip.receivedAt) / 2),
    connection: { status: 'online', reason: null, since: roundTrip.receivedAt },
  }
  if (sync.kind === 'view') return withPhase({ ...known, seq: sync.seq, state: sync.state as SessionState })
  const caughtUp = sync.commits.reduce(
    (snapshot: SessionSnapshot, commit) => applied(snapshot, commit) ?? snapshot,
    known,
  )
  return withPhase(caughtUp)
}

/** null: a commit before this one is missing, so hello must be said again. */
export function receiveCommit(session: SessionSnapshot, commit: VisibleCommit): SessionSnapshot | null {
  const next = applied(session, commit)
  return next && withPhase(next)
}

export function receiveView(session: SessionSnapshot, { seq, state, people }: ViewMessage): SessionSnapshot {
  if (seq < session.seq) return session
  return withPhase({ ...session, seq, state: state as SessionState, people })
}

export function receivePeople(session: SessionSnapshot, people: People): SessionSnapshot {
  return { ...session, people: { ...session.people, ...people } }
}

export function receiveLive(session: SessionSnapshot, notice: LiveNotice): SessionSnapshot {
  switch (notice.type) {
    case 'activeSpeaker':
      return { ...session, live: { ...session.live, activeSpeaker: notice.participantId } }
    case 'levels':
      return { ...session, live: { ...session.live, levels: notice.levels } }
    case 'sources':
      return { ...session, live: { ...session.live, sources: notice.sources } }
    case 'pointer':
      return { ...session, live: { ...session.live, pointer: notice.at ? notice : null } }
    case 'reaction':
      return { ...session, live: { ...session.live, reactions: reacted(session.live.reactions, notice) } }
    case 'caption':
      return { ...session, live: { ...session.live, captions: withCaption(session.live.captions, notice) } }
    case 'health':
      return { ...session, live: { ...session.live, health: notice.health } }
    default:
      return unknownNotice(session, notice)
  }
}

/** From a newer server than this page: of the moment, so nothing is lost by it. The type says that every known one is dealt with. */
const unknownNotice = (session: SessionSnapshot, _notice: never): SessionSnapshot => session

function reacted(
  reactions: SessionSnapshot['live']['reactions'],
  { participantId, reaction }: Extract<LiveNotice, { type: 'reaction' }>,
): SessionSnapshot['live']['reactions'] {
  const before = reactions[participantId]?.count ?? 0
  return { ...reactions, [participantId]: { reaction, count: before + 1 } }
}

export function lostConnection(session: SessionSnapshot, problem: ConnectionProblem, now: number): SessionSnapshot {
  const status = problem === 'network-down' ? 'offline' : 'reconnecting'
  const { connection } = session
  // Since the loss, not since the last attempt: the person is told how long they have been away.
  const since = connection.status === 'online' ? now : connection.since
  return {
    ...session,
    phase: session.me ? 'reconnecting' : 'connecting',
    // Who has a microphone or camera on is known as of the loss, as are the finished lines; who speaks now is not.
    live: {
      ...emptySession.live,
      sources: session.live.sources,
      captions: { ...session.live.captions, current: null },
    },
    connection: { status, reason: problem, since },
  }
}

function applied(session: SessionSnapshot, commit: VisibleCommit): SessionSnapshot | null {
  if (commit.seq <= session.seq) return session
  if (!session.state || commit.seq > session.seq + 1) return null
  return { ...session, seq: commit.seq, state: aggregate.evolve(session.state, commit) }
}

function withPhase(session: SessionSnapshot): SessionSnapshot {
  const me = session.me && session.state?.admission.participants[session.me.participantId]
  const phase = phaseOf(session, me ?? null)
  return phase === session.phase ? session : { ...session, phase }
}

function phaseOf({ phase, connection }: SessionSnapshot, me: Participant | null): Phase {
  if (phase === 'ended' || connection.status !== 'online' || !me) return phase
  const standing = standingOf(me)
  return standing === 'outside' ? phase : standing
}
