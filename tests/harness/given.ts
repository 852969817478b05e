// Given – when – then for the modules, on the real aggregate: every test starts with the scheduled session of the model
// and all its participants. Steps take no time; `later` advances the clock, so that times are exact.

import { expect } from 'vitest'
import type { z } from 'zod'
import type { Actor, ActorReference, Viewer } from '../../shared/kernel/actor.ts'
import type { RecordedEvent } from '../../shared/kernel/commit.ts'
import { AccountId, type Language } from '../../shared/kernel/ids.ts'
import type { Rejection } from '../../shared/kernel/rejection.ts'
import { type Participant, viewerOf } from '../../shared/modules/admission/contract.ts'
import { minutesOwed } from '../../shared/modules/approval/contract.ts'
import type { SessionState, sessionModules } from '../../shared/modules/index.ts'
import { recordingRuleOf } from '../../shared/modules/session/contract.ts'
import { resolveActor } from '../../shared/projections/entrance.ts'
import { ownEquipment } from './own-equipment.ts'
import { account, aggregate, ModelSession, participant, scheduled, system } from './session-model.ts'

type Modules = (typeof sessionModules)[number]['module']
type Named<Part extends 'commands' | 'events'> = {
  [M in Modules as M['name']]: {
    [Name in keyof M[Part] & string as `${M['name']}.${Name}`]: M[Part][Name] extends {
      data: infer Data extends z.ZodType
    }
      ? z.input<Data>
      : never
  }
}[Modules['name']]
type UnionToIntersection<U> = (U extends unknown ? (union: U) => void : never) extends (all: infer I) => void
  ? I
  : never
/** What is sent with each command. */
export type Commands = UnionToIntersection<Named<'commands'>>
type Events = UnionToIntersection<Named<'events'>>
export type CommandName = keyof Commands & string
export type EventName = keyof Events & string

/** Somebody of the cast, `clerk` or `stranger` (accounts) or `system`. */
export type Who = string
export type Step = (session: ModelSession) => void

export const seconds = (count: number): number => count * 1000
export const minutes = (count: number): number => seconds(count * 60)
/** When the steps of every test begin. */
export const start: number = scheduled().at

/** An account without a part in what the clerk has booked. */
const stranger: ActorReference = { kind: 'account', accountId: AccountId.parse('stranger') }
const outside: Readonly<Record<string, ActorReference>> = { system, clerk: account, stranger }
const reference = (who: Who): ActorReference => outside[who] ?? participant(who)

/** Somebody does something; a step that is refused or changes nothing is a mistake of the test. */
export function by<Name extends CommandName>(who: Who, type: Name, data: Commands[Name]): Step {
  return (session) => {
    if (typeof session.step({ by: reference(who), wish: { type, data }, pauseMs: 0 }) === 'string')
      throw new Error(`${who} cannot do ${type} ${JSON.stringify(data)} here`)
  }
}

export const later =
  (milliseconds: number): Step =>
  (session) => {
    session.at += milliseconds
  }

/** Several steps as one. */
export const all =
  (...steps: readonly Step[]): Step =>
  (session) => {
    for (const step of steps) step(session)
  }

const deviceOf = (who: Who) => `${who}-device`

export const connects = (who: Who, connectionId = deviceOf(who)): Step =>
  by('system', 'admission.connect', { participantId: who, connectionId })
export const connect = (...people: Who[]): Step => all(...people.map((who) => connects(who)))

/** The connection is lost; known to have lived `silentMs` before. */
export const loses = (who: Who, silentMs = 0, connectionId = deviceOf(who)): Step => {
  return (session) =>
    by('system', 'admission.disconnect', {
      participantId: who,
      connectionId,
      lostAt: session.at - silentMs,
      cause: silentMs > 0 ? 'timeout' : 'closed',
    })(session)
}

export const admits = (who: Who): Step => by('secretary', 'admission.admit', { participantId: who })
/** The data of what is done to somebody for a reason. */
export const about = (who: Who): { participantId: Who; reason: string } => ({
  participantId: who,
  reason: 'Theo quyết định của chủ trì',
})
export const refuses = (who: Who): Step => by('secretary', 'admission.refuse', about(who))
export const sendsBack = (who: Who): Step => by('chair', 'admission.returnToWaiting', about(who))
export const removes = (who: Who): Step => by('chair', 'admission.remove', about(who))
export const leaves = (who: Who): Step => by(who, 'admission.leave', {})
/** A reception must be recorded before: here by the agency’s own equipment. */
export const opens: Step = (session) => {
  const isRecorded = session.state.recording.status === 'running'
  if (recordingRuleOf(session.state.session) === 'required' && !isRecorded)
    by('chair', 'recording.start', ownEquipment)(session)
  by('chair', 'session.open', {})(session)
}
export const suspends: Step = by('chair', 'session.suspend', { reason: 'Nghỉ giải lao' })
export const closes: Step = by('chair', 'session.close', {})
export const waives: Step = by('clerk', 'approval.waive', { reason: 'Buổi họp chỉ để trao đổi thông tin' })
/** Not before the minutes are issued, or waived: here waived where they are owed. */
export const seals: Step = (session) => {
  if (minutesOwed(session.state.approval)) waives(session)
  by('secretary', 'session.seal', {})(session)
}
export const asks = (who: Who): Step => by(who, 'floor.request', { purpose: 'speak' })
/** At a reception all are heard until then. */
export const byTurns: Step = by('chair', 'floor.setByTurns', { isByTurns: true })
export const silences = (who: Who): Step => by('chair', 'floor.silence', { participantId: who })
export const grants = (who: Who, limitSeconds: number | null = null): Step =>
  by('chair', 'floor.grant', { participantId: who, limitSeconds })

/** Offers a language, and lets these interpret into it. */
export const appoints = (language: Language, ...people: Who[]): Step =>
  all(
    by('secretary', 'interpretation.offer', { language }),
    ...people.map((participantId) => by('secretary', 'interpretation.appoint', { language, participantId })),
  )
export const interprets = (who: Who, language: Language): Step => by(who, 'interpretation.start', { language })

/** A document as the server takes it in: a PDF of ten pages unless told otherwise. */
/** As the server has taken it in from a citizen. */
export const aSubmission = (
  documentId: string,
  { participantId = 'citizen1', bytes = 1000, sha256 = 'b'.repeat(64) } = {},
): Commands['submission.add'] => {
  const file = { format: 'pdf', bytes, sha256 } as const
  return {
    documentId,
    participantId,
    title: `Giấy tờ ${documentId}`,
    file,
    shown: { ...file, pages: 2 },
    scan: 'clean',
  }
}

export const aDocument = (
  documentId: string,
  changes: Partial<Commands['documents.add']> = {},
): Commands['documents.add'] => {
  const file = { format: 'pdf', bytes: 48_213, sha256: 'a'.repeat(64) } as const
  return {
    documentId,
    title: `Tài liệu ${documentId}`,
    itemId: null,
    isMarked: false,
    readBefore: false,
    needsAcknowledgement: false,
    secrecy: 'open',
    file,
    shown: { ...file, pages: 10 },
    scan: 'clean',
    addedBy: { kind: 'account', accountId: 'clerk' },
    ...changes,
  }
}

/** For or against, by more than half of the votes cast; the delegates vote, and the chair. */
export const motion = (
  motionId: string,
  changes: Partial<Commands['ballot.propose']> = {},
): Commands['ballot.propose'] => ({
  motionId,
  itemId: null,
  text: 'Thông qua nghị quyết',
  options: null,
  isSecret: false,
  electorate: { delegates: true, participantIds: ['chair'] },
  majority: { of: 'cast', bound: 'moreThan', numerator: 1, denominator: 2 },
  quorum: null,
  ...changes,
})
export const proposes = (motionId: string, changes: Partial<Commands['ballot.propose']> = {}): Step =>
  by('secretary', 'ballot.propose', motion(motionId, changes))
export const opensBallot = (motionId: string): Step => by('chair', 'ballot.open', { motionId })

/** Everybody who need not wait is in the room. */
export const staffAndSitesArrive: Step = connect('chair', 'secretary', 'siteA', 'siteB')
/** The whole cast is in the room, and the session is open. */
export const inFullSession: Step = all(
  staffAndSitesArrive,
  connect('citizen1', 'citizen2', 'observer1'),
  admits('citizen1'),
  admits('citizen2'),
  admits('observer1'),
  opens,
)

/** An event as a test expects it. */
export const event = <Name extends EventName>(type: Name, data: Events[Name]): { type: Name; data: Events[Name] } => ({
  type,
  data,
})

/** Facts as a journal holds them, without any decision: for states that would take thousands of commands. */
export const happened =
  (...facts: readonly { type: EventName; data: unknown }[]): Step =>
  (session) => {
    session.commit(
      account,
      'test.facts',
      facts.map((fact) => ({ v: 1, ...fact })),
    )
  }

class Outcome {
  readonly session: ModelSession
  readonly events: readonly RecordedEvent[]
  readonly rejection: Rejection | null

  constructor(session: ModelSession, events: readonly RecordedEvent[], rejection: Rejection | null) {
    this.session = session
    this.events = events
    this.rejection = rejection
  }

  /** Exactly these events, in this order. */
  gives(...expected: readonly { type: EventName; data: unknown }[]): this {
    expect(this.rejection, 'rejection').toBeNull()
    expect(this.events.map(({ type, data }) => ({ type, data }))).toEqual(expected)
    return this
  }

  /** Accepted, and already so: nothing is written. */
  givesNothing(): this {
    return this.gives()
  }

  isRejected(code: string, params: Rejection['params'] = {}): this {
    expect({ rejection: this.rejection, events: this.events }).toEqual({ rejection: { code, params }, events: [] })
    return this
  }

  /** Looks at the state afterwards. */
  leaves(look: (state: SessionState) => void): this {
    expect(this.rejection, 'rejection').toBeNull()
    look(this.session.state)
    return this
  }

  /** Exactly these of the cast are sent something of it. */
  isSeenBy(...people: Who[]): this {
    const commit = this.session.journal.at(-1)
    if (!commit || this.events.length === 0) throw new Error('nothing happened that could be seen')
    const seeing = viewers(this.session.state).filter((viewer) => aggregate.redact(commit, viewer).events.length > 0)
    expect(seeing.map(({ participantId }) => participantId).toSorted()).toEqual(people.toSorted())
    return this
  }
}

export const participantOf = (who: Who, { admission }: SessionState): Participant | undefined =>
  Object.values(admission.participants).find(({ participantId }) => participantId === who)

const viewers = (state: SessionState): Viewer[] =>
  Object.values(state.admission.participants).flatMap((one) => viewerOf(one) ?? [])

/** The state as somebody of the cast sees it on their page. */
export function pageOf(who: Who, state: SessionState): SessionState {
  const viewer = viewers(state).find(({ participantId }) => participantId === who)
  if (!viewer) throw new Error(`${who} sees nothing: not connected`)
  return aggregate.view(state, viewer)
}

class Given {
  readonly session: ModelSession

  constructor(session: ModelSession) {
    this.session = session
  }

  get state(): SessionState {
    return this.session.state
  }

  when<Name extends CommandName>(who: Who, type: Name, data: Commands[Name]): Outcome {
    return this.whenSent(who, type, data)
  }

  /** A command as a forged client may send it. */
  whenSent(who: Who, type: string, data: unknown): Outcome {
    const actor = resolveActor(this.state, reference(who))
    if (!actor) throw new Error(`${who} is not in the session`)
    return this.#decide(actor, who, type, data)
  }

  /** As if the person were still in the room, whatever the state says. */
  whenStillPresent<Name extends CommandName>(who: Who, type: Name, data: Commands[Name]): Outcome {
    const actor = resolveActor(this.state, participant(who))
    if (actor?.kind !== 'participant') throw new Error(`${who} is not in the session`)
    return this.#decide({ ...actor, standing: 'present' }, who, type, data)
  }

  #decide(actor: Actor, who: Who, type: string, data: unknown): Outcome {
    const { session } = this
    const outcome = session.decide(actor, { type, data })
    if ('rejection' in outcome) return new Outcome(session, [], outcome.rejection)
    if (outcome.events.length > 0) session.commit(reference(who), type, outcome.events, outcome.deposit)
    return new Outcome(session, outcome.events, null)
  }
}

const playedOn = (session: ModelSession, steps: readonly Step[]): ModelSession => {
  all(...steps)(session)
  return session
}

export const given = (...steps: readonly Step[]): Given => new Given(playedOn(scheduled(), steps))
/** The same at a reception, to which a ticket led: it has no gates. */
export const atReception = (...steps: readonly Step[]): Given => new Given(playedOn(scheduled('reception'), steps))
/** The same at a reception that was booked; planned it is not yet. */
export const atBookedReception = (...steps: readonly Step[]): Given =>
  new Given(playedOn(scheduled('reception', true), steps))
/** Before the session has been scheduled. */
export const givenNothing = (...steps: readonly Step[]): Given => new Given(playedOn(new ModelSession(), steps))
