// A small hearing for the tests of this folder: chair, site and citizen, and what each of them is sent.
import type { VisibleCommit } from '../../../shared/kernel/commit.ts'
import { ConnectionId, ParticipantId, PersonId, type Role } from '../../../shared/kernel/ids.ts'
import type { Participant, ParticipantStatus } from '../../../shared/modules/admission/contract.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import type { People, Welcome } from '../../../shared/wire/engine/socket-events.ts'
import { aggregate } from './aggregate.ts'

export const chair = ParticipantId.parse('chair')
export const site = ParticipantId.parse('site')
export const citizen = ParticipantId.parse('citizen')
const ownConnection = ConnectionId.parse('connection-1')

export const people: People = {
  [PersonId.parse('person-chair')]: { name: 'Nguyễn Thị Minh Hạnh', title: 'Phó Chủ tịch' },
  [PersonId.parse('person-citizen')]: { name: 'Ngô Văn Phúc', title: null },
}

function participant(participantId: ParticipantId, role: Role, status: ParticipantStatus): Participant {
  return {
    participantId,
    personId: PersonId.parse(`person-${participantId}`),
    role,
    siteId: null,
    waits: role === 'citizen',
    linkId: null,
    status,
    isAdmitted: status === 'present',
    connectionId: status === 'present' || status === 'waiting' ? ownConnection : null,
    since: 0,
    identifiedBy: 'link',
    reason: null,
  }
}

/** What the citizen sees: the whole room when present, themselves alone when waiting. */
export function citizensView(status: 'waiting' | 'present'): SessionState {
  const own = participant(citizen, 'citizen', status)
  const others = [participant(chair, 'chair', 'present'), participant(site, 'siteOperator', 'present')]
  const seen = status === 'present' ? [...others, own] : [own]
  return {
    ...aggregate.initial,
    session: { ...aggregate.initial.session, status: 'open', title: 'Tiếp công dân định kỳ', openedAt: 1000 },
    admission: { participants: Object.fromEntries(seen.map((one) => [one.participantId, one])) },
  }
}

export function commit(seq: number, ...events: [type: string, data: unknown][]): VisibleCommit {
  return {
    seq,
    at: seq * 1000,
    actor: { kind: 'system' },
    events: events.map(([type, data]) => ({ type, v: 1, data })),
  }
}

export const handRaised = (seq: number, participantId = citizen) =>
  // Beyond the end of the list is its end.
  commit(seq, ['floor.requested', { participantId, purpose: 'speak', position: 99 }])

export const floorGranted = (seq: number, participantId = citizen) =>
  commit(seq, ['floor.granted', { participantId, purpose: null, speakerId: null, itemId: null, endsAt: null }])

export function welcome(status: 'waiting' | 'present', seq: number, more: Partial<Welcome> = {}): Welcome {
  return {
    participantId: citizen,
    connectionId: ownConnection,
    serverTime: 0,
    sync: { kind: 'view', seq, state: citizensView(status) },
    people,
    media: null,
    ...more,
  }
}
