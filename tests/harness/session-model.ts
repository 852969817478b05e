// Random but plausible sessions for property tests: a set of participants and any commands they might send.

import { chained, genesisHash } from '../../server/platform/hash-chain.ts'
import { type Actor, type ActorReference, permits } from '../../shared/kernel/actor.ts'
import { compose, type Outcome, type Wish } from '../../shared/kernel/aggregate.ts'
import type { Deposit } from '../../shared/kernel/box.ts'
import type { Commit, RecordedEvent } from '../../shared/kernel/commit.ts'
import type { Role } from '../../shared/kernel/ids.ts'
import { type SessionState, sessionModules } from '../../shared/modules/index.ts'
import type { SessionKind } from '../../shared/modules/session/contract.ts'
import { resolveActor } from '../../shared/projections/entrance.ts'
import { CheckedItem } from '../../shared/secrecy/device-checklist.ts'
import { fc } from './properties.ts'

/** State is frozen, so that an evolve that mutates it throws. */
export const aggregate = compose(sessionModules, { freeze: true })

export const cast: readonly { id: string; role: Role; siteId: string | null; waits: boolean }[] = [
  { id: 'chair', role: 'chair', siteId: 'centre', waits: false },
  { id: 'secretary', role: 'secretary', siteId: 'centre', waits: false },
  { id: 'siteA', role: 'siteOperator', siteId: 'branchA', waits: false },
  { id: 'siteB', role: 'siteOperator', siteId: 'branchB', waits: false },
  { id: 'citizen1', role: 'citizen', siteId: null, waits: true },
  { id: 'citizen2', role: 'citizen', siteId: null, waits: true },
  { id: 'observer1', role: 'observer', siteId: null, waits: true },
]

export interface Step {
  by: ActorReference
  wish: Wish
  pauseMs: number
}

export class ModelSession {
  state: SessionState = aggregate.initial
  journal: Commit[] = []
  /** The piles of each box. */
  boxes: Record<string, readonly number[]> = {}
  at = 1_790_000_000_000
  #ids = 0

  /** A UUIDv7-shaped id that is the same in every run. */
  newId = (): string => `00000000-0000-7000-8000-${(++this.#ids).toString(16).padStart(12, '0')}`

  step({ by, wish, pauseMs }: Step): 'rejected' | 'nothing' | Commit {
    this.at += pauseMs
    const actor = resolveActor(this.state, by)
    if (!actor) return 'rejected'
    const outcome = this.decide(actor, wish)
    if ('rejection' in outcome) return 'rejected'
    return outcome.events.length === 0 ? 'nothing' : this.commit(by, wish.type, outcome.events, outcome.deposit)
  }

  /** As the server’s actor decides: with the box opened that the rules ask for. */
  decide(actor: Actor, wish: Wish): Outcome {
    const context = { actor, at: this.at, newId: this.newId, codeFor }
    const outcome = aggregate.decide(this.state, wish, context)
    if (!('opens' in outcome)) return outcome
    const decided = aggregate.decide(this.state, wish, { ...context, opened: this.boxes[outcome.opens] ?? [] })
    if ('opens' in decided) throw new Error(`${wish.type} asks for a box that is open`)
    return decided
  }

  commit(by: ActorReference, type: string, events: readonly RecordedEvent[], deposit: Deposit | null = null): Commit {
    if (deposit) this.boxes = { ...this.boxes, [deposit.boxId]: withPaper(this.boxes[deposit.boxId], deposit) }
    const commit = chained({
      seq: this.journal.length + 1,
      at: this.at,
      actor: by,
      command: { id: this.newId(), type },
      events: [...events],
      previousHash: this.journal.at(-1)?.hash ?? genesisHash,
    })
    this.journal.push(commit)
    this.state = aggregate.evolve(this.state, commit)
    return commit
  }
}

/** As good as any for a model: eight digits that differ from one subject to the next. */
export const codeFor = (subject: string): string =>
  String([...subject].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 100_000_000, 7)).padStart(8, '0')

const withPaper = (counts: readonly number[] = [], { pile, piles }: Deposit): readonly number[] =>
  Array.from({ length: piles }, (_, index) => (counts[index] ?? 0) + (index === pile ? 1 : 0))

export const account: ActorReference = { kind: 'account', accountId: 'clerk' as never }
export const participant = (id: string): ActorReference => ({ kind: 'participant', participantId: id as never })
export const system: ActorReference = { kind: 'system' }
const step = (by: ActorReference, type: string, data: unknown = {}, pauseMs = 1000): Step => ({
  by,
  wish: { type, data },
  pauseMs,
})

const storedFile = { format: 'pdf', bytes: 1000, sha256: 'f'.repeat(64) }
const someDocument = (documentId: string) => ({
  documentId,
  title: `Tài liệu ${documentId}`,
  itemId: null,
  isMarked: false,
  readBefore: true,
  needsAcknowledgement: documentId === 'document1',
  file: storedFile,
  shown: { ...storedFile, pages: 5 },
  scan: 'notScanned',
  addedBy: account,
})

/** What led to a reception at a desk. */
const aTicket = { day: '2026-09-21', ticketId: 'ticket' }

/** A scheduled session with its sites, delegates and the whole cast invited. A reception is the visit of a ticket, unless it was booked. */
export function scheduled(kind: SessionKind = 'conference', isBooked = kind === 'conference'): ModelSession {
  const session = new ModelSession()
  const must = (one: Step) => {
    if (session.step(one) === 'rejected') throw new Error(`the model refuses ${one.wish.type}`)
  }
  must(
    step(account, 'session.schedule', {
      sessionId: 'model',
      title: 'Hội nghị thử',
      kind,
      scheduledAt: session.at,
      plannedMinutes: 60,
      place: 'Hội trường',
      ...(!isBooked && { visitOf: aTicket }),
    }),
  )
  for (const [siteId, rank] of [
    ['centre', 'centre'],
    ['branchA', 'branch'],
    ['branchB', 'branch'],
  ])
    must(step(account, 'sites.add', { siteId, name: `Điểm cầu ${siteId}`, rank }))
  for (const [siteId, delegateId] of [
    ['branchA', 'delegate1'],
    ['branchA', 'delegate2'],
    ['branchB', 'delegate3'],
  ])
    must(step(account, 'sites.addDelegate', { siteId, delegateId, personId: `person-${delegateId}` }))
  for (const [itemId, reporterId] of [
    ['item1', 'person-siteA'],
    ['item2', null],
  ])
    must(step(account, 'agenda.add', { itemId, title: `Nội dung ${itemId}`, reporterId, plannedMinutes: 15 }))
  for (const documentId of ['document1', 'document2']) must(step(system, 'documents.add', someDocument(documentId)))
  must(
    step(account, 'ballot.propose', {
      motionId: 'motion0',
      itemId: 'item1',
      text: 'Thông qua báo cáo',
      options: null,
      isSecret: true,
      electorate: { delegates: true, participantIds: ['chair', 'secretary', 'siteA'] },
      majority: { of: 'cast', bound: 'moreThan', numerator: 1, denominator: 2 },
      quorum: null,
    }),
  )
  for (const { id, role, siteId, waits } of cast)
    must(
      step(account, 'admission.invite', {
        participantId: id,
        personId: `person-${id}`,
        role,
        siteId,
        waits,
        linkId: `link-${id}`,
      }),
    )
  return session
}

const anyone = fc.constantFrom(...cast.map(({ id }) => id))
const someCitizen = fc.constantFrom('citizen1', 'citizen1', 'citizen2')
const someSite = fc.constantFrom('centre', 'branchA', 'branchB', 'nowhere')
const someDelegate = fc.constantFrom('delegate1', 'delegate2', 'delegate3', 'delegate4')
const someItem = fc.constantFrom('item1', 'item2', 'item3')
const anyDocument = fc.constantFrom('document1', 'document1', 'document2', 'document3')
const anyPaper = fc.constantFrom('paper1', 'paper2')
const someHash = fc.constantFrom('c'.repeat(64), 'd'.repeat(64))
const someText = fc.constantFrom('Đề nghị làm rõ', 'Đã rõ', '   ', 'x'.repeat(400), '<b>đậm</b>')
const someRecipients = fc.array(fc.oneof(fc.record({ text: someText }), fc.record({ participantId: someCitizen })), {
  maxLength: 2,
})
const someEntry = fc
  .integer({ min: 1, max: 60 })
  .map((n) => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`)
const content = fc.oneof(
  fc.record({ kind: fc.constantFrom('note', 'decision'), text: someText }),
  fc.record({
    kind: fc.constant('assignment'),
    text: someText,
    unit: fc.constant('Văn phòng'),
    supportingUnits: fc.constantFrom([], ['Sở Tài chính', 'Công an phường']),
    ground: fc.constantFrom(null, 'Kế hoạch 45'),
    dueOn: fc.constantFrom(null, '2026-12-31'),
  }),
)
const someMotion = fc.constantFrom('motion0', 'motion1', 'motion2', 'motion3')
/** The codes of the delegates whose code was not renewed, or a wrong one. */
const delegateWithCode = fc
  .record({ delegateId: someDelegate, isRight: fc.integer({ min: 0, max: 9 }) })
  .map(({ delegateId, isRight }) => ({
    delegateId,
    code: isRight > 0 ? codeFor(`ballot model ${delegateId} 0`) : '00000000',
  }))
const connection = fc.constantFrom('c1', 'c2', 'c3')
const someLanguage = fc.constantFrom('en', 'en', 'hmn')

const wishes: fc.Arbitrary<Wish>[] = [
  ...['open', 'resume', 'close', 'seal'].map((name) => fc.constant({ type: `session.${name}`, data: {} })),
  fc.record({
    type: fc.constant('session.reschedule'),
    data: fc.record({
      title: someText,
      scheduledAt: fc.integer({ min: 0, max: 2_000_000_000_000 }),
      plannedMinutes: fc.integer({ min: 0, max: 120 }),
      place: someText,
      advisingUnit: fc.constantFrom(null, 'Văn phòng'),
    }),
  }),
  fc.record({ type: fc.constant('session.cancel'), data: fc.record({ reason: someText }) }),
  fc.record({ type: fc.constant('session.suspend'), data: fc.record({ reason: someText }) }),
  fc.record({
    type: fc.constant('sites.add'),
    data: fc.record({ siteId: someSite, name: someText, rank: fc.constantFrom('centre', 'branch') }),
  }),
  fc.record({ type: fc.constant('sites.rename'), data: fc.record({ siteId: someSite, name: someText }) }),
  fc.record({
    type: fc.constantFrom('sites.addDelegate', 'sites.removeDelegate'),
    data: fc.record({ siteId: someSite, delegateId: someDelegate, personId: fc.constant('person-x') }),
  }),
  fc.record({
    type: fc.constant('admission.connect'),
    data: fc.record({ participantId: anyone, connectionId: connection }),
  }),
  fc.record({
    type: fc.constant('admission.connect'),
    data: fc.record({ participantId: anyone, connectionId: connection }),
  }),
  fc.record({
    type: fc.constant('admission.disconnect'),
    data: fc.record({
      participantId: anyone,
      connectionId: connection,
      lostAt: fc.constant(1_790_000_000_000),
      cause: fc.constant('closed'),
    }),
  }),
  fc.constant({ type: 'admission.leave', data: {} }),
  fc.record({
    type: fc.constant('admission.handOverChair'),
    data: fc.record({ participantId: fc.constantFrom('chair', 'secretary', 'siteA', 'citizen1') }),
  }),
  fc.constant({ type: 'admission.takeChair', data: {} }),
  fc.record({
    type: fc.constantFrom('admission.admit', 'admission.revokeLink'),
    data: fc.record({ participantId: anyone }),
  }),
  fc.record({
    type: fc.constant('admission.reissueLink'),
    data: fc.record({ participantId: anyone, linkId: fc.constantFrom('l1', 'l2') }),
  }),
  fc.record({
    type: fc.constantFrom(
      'admission.refuse',
      'admission.returnToWaiting',
      'admission.remove',
      'admission.withdrawInvitation',
    ),
    data: fc.record({ participantId: anyone, reason: someText }),
  }),
  fc.record({
    type: fc.constant('admission.identify'),
    data: fc.record({ participantId: anyone, method: fc.constantFrom('link', 'document', 'known') }),
  }),
  fc.record({
    type: fc.constant('readiness.plan'),
    data: fc.record({
      notice: fc.constantFrom(0, 1_790_000_000_000),
      connectionTest: fc.constant(1_790_000_100_000),
      allConnected: fc.constantFrom(0, 1_900_000_000_000),
    }),
  }),
  fc.record({
    type: fc.constant('readiness.recordSiteConnected'),
    data: fc.record({ siteId: someSite, reason: fc.option(someText) }),
  }),
  fc.constant({ type: 'readiness.recordNotice', data: {} }),
  fc.record({ type: fc.constant('readiness.recordAllConnected'), data: fc.record({ reason: someText }) }),
  fc.record({
    type: fc.constant('readiness.recordConnectionTest'),
    data: fc.record({ siteId: someSite, hasPassed: fc.boolean(), note: fc.constantFrom(null, 'Tiếng rè') }),
  }),
  fc.record({ type: fc.constant('readiness.override'), data: fc.record({ reason: someText }) }),
  fc.record({
    type: fc.constant('devices.confirm'),
    data: fc.record({ siteId: fc.option(someSite), items: fc.subarray([...CheckedItem.options]) }),
  }),
  fc.record({
    type: fc.constant('selftest.record'),
    data: fc.record({
      participantId: anyone,
      camera: fc.constantFrom('works', 'fails', 'skipped'),
      microphone: fc.constant('works'),
      speaker: fc.constantFrom('works', 'fails', 'unknown'),
      browser: fc.constant({ name: 'Chrome 141', fitness: 'good' }),
      line: fc.constantFrom({ outcome: 'noMedia' }, { outcome: 'notTested' }),
    }),
  }),
  fc.record({
    type: fc.constant('rollcall.mark'),
    data: fc.record({
      delegateId: someDelegate,
      mark: fc.constantFrom('present', 'late', 'substitute', 'absentWithLeave'),
      substituteId: fc.constantFrom(null, 'person-s'),
    }),
  }),
  fc.record({
    type: fc.constant('rollcall.countHeads'),
    data: fc.record({ siteId: someSite, count: fc.integer({ min: -1, max: 50 }) }),
  }),
  fc.record({ type: fc.constant('rollcall.confirm'), data: fc.record({ siteId: someSite }) }),
  fc.record({
    type: fc.constant('quorum.setRule'),
    data: fc.record({
      rule: fc.constantFrom(
        null,
        { of: 'sites', bound: 'moreThan', numerator: 1, denominator: 2 },
        { of: 'delegates', bound: 'atLeast', numerator: 2, denominator: 3 },
      ),
    }),
  }),
  fc.record({
    type: fc.constantFrom('agenda.add', 'agenda.change'),
    data: fc.record({
      itemId: someItem,
      title: someText,
      reporterId: fc.constantFrom(null, 'person-siteB'),
      plannedMinutes: fc.integer({ min: 0, max: 30 }),
    }),
  }),
  fc.record({
    type: fc.constant('agenda.move'),
    data: fc.record({ itemId: someItem, position: fc.integer({ min: 0, max: 5 }) }),
  }),
  fc.record({
    type: fc.constantFrom('agenda.start', 'agenda.finish', 'agenda.remove', 'agenda.start'),
    data: fc.record({ itemId: someItem }),
  }),
  fc.record({ type: fc.constant('agenda.skip'), data: fc.record({ itemId: someItem, reason: someText }) }),
  fc.record({ type: fc.constant('camera.setRule'), data: fc.record({ isRequired: fc.boolean() }) }),
  fc.record({
    type: fc.constantFrom('camera.noteOff', 'camera.noteOn'),
    data: fc.record({ participantId: anyone, since: fc.constant(1_790_000_000_000) }),
  }),
  fc.record({
    type: fc.constant('floor.request'),
    data: fc.record({ purpose: fc.constantFrom('speak', 'reply', 'question', 'pointOfOrder') }),
  }),
  ...['withdraw', 'release', 'pause', 'resume', 'lock', 'unlock', 'unlock'].map((name) =>
    fc.constant({ type: `floor.${name}`, data: {} }),
  ),
  fc.record({
    type: fc.constant('floor.grant'),
    data: fc.record({ participantId: anyone, limitSeconds: fc.constantFrom(null, 60, 300, undefined) }),
  }),
  fc.record({
    type: fc.constant('floor.move'),
    data: fc.record({ participantId: anyone, position: fc.integer({ min: 0, max: 3 }) }),
  }),
  fc.record({
    type: fc.constant('floor.nameSpeaker'),
    data: fc.record({ speakerId: fc.constantFrom(null, 'person-delegate1', 'person-delegate3', 'person-siteB') }),
  }),
  fc.record({ type: fc.constant('floor.setByTurns'), data: fc.record({ isByTurns: fc.boolean() }) }),
  fc.record({ type: fc.constant('floor.checkSound'), data: fc.record({ siteId: fc.option(someSite) }) }),
  fc.record({
    type: fc.constantFrom('floor.silence', 'floor.silence', 'floor.endSilence'),
    data: fc.record({ participantId: anyone }),
  }),
  fc.record({ type: fc.constant('floor.extend'), data: fc.record({ seconds: fc.constantFrom(5, 30, 90) }) }),
  fc.record({
    type: fc.constant('floor.setRules'),
    data: fc.record({
      rules: fc.record({
        perPurpose: fc.constant({ speak: 120, reply: 60, question: 60, pointOfOrder: null }),
        perPerson: fc.constantFrom(null, 90),
        perSite: fc.constantFrom(null, 180),
        atTheEnd: fc.constantFrom('remind', 'softMute', 'hardMute'),
        graceSeconds: fc.constantFrom(0, 15),
      }),
    }),
  }),
  fc.record({
    type: fc.constantFrom('floor.deny', 'floor.expire', 'floor.overrun'),
    data: fc.record({ participantId: anyone, reason: fc.constant(null) }),
  }),
  fc.constant({ type: 'floor.revoke', data: { reason: null } }),
  fc.record({
    type: fc.constant('stage.setLayout'),
    data: fc.record({ layout: fc.constantFrom(null, 'speaker', 'wall', 'sides') }),
  }),
  fc.record({
    type: fc.constant('ballot.propose'),
    data: fc.record({
      motionId: someMotion,
      itemId: fc.constantFrom(null, 'item1', 'item3'),
      text: someText,
      options: fc.constantFrom(null, ['Phương án 1', 'Phương án 2'], ['Một', 'Một']),
      isSecret: fc.boolean(),
      electorate: fc.record({ delegates: fc.boolean(), participantIds: fc.array(anyone, { maxLength: 7 }) }),
      majority: fc.record({
        of: fc.constantFrom('entitled', 'present', 'cast'),
        bound: fc.constantFrom('moreThan', 'atLeast'),
        numerator: fc.integer({ min: 0, max: 3 }),
        denominator: fc.constantFrom(2, 3),
      }),
      quorum: fc.constantFrom(null, null, { bound: 'atLeast', numerator: 1, denominator: 3 }),
    }),
  }),
  ...Array.from({ length: 2 }, () =>
    fc.record({ type: fc.constantFrom('ballot.open', 'ballot.close'), data: fc.record({ motionId: someMotion }) }),
  ),
  ...Array.from({ length: 4 }, () =>
    fc.record({
      type: fc.constant('ballot.cast'),
      data: fc.record({
        motionId: someMotion,
        choice: fc.integer({ min: 0, max: 3 }),
        delegate: fc.oneof(fc.constant(null), delegateWithCode),
      }),
    }),
  ),
  fc.record({ type: fc.constant('ballot.withdraw'), data: fc.record({ motionId: someMotion, reason: someText }) }),
  fc.record({ type: fc.constant('ballot.renewCode'), data: fc.record({ delegateId: someDelegate }) }),
  fc.record({
    type: fc.constant('ballot.printCodes'),
    data: fc.record({
      printId: fc.uuid(),
      siteId: fc.constantFrom('siteA', 'siteB'),
      delegateId: fc.option(someDelegate),
      reason: fc.option(fc.constant('Phong bì bị rách')),
    }),
  }),
  fc.record({ type: fc.constant('stage.spotlight'), data: fc.record({ participantId: fc.option(anyone) }) }),
  fc.record({
    type: fc.constant('documents.add'),
    data: fc
      .record({
        documentId: anyDocument,
        isMarked: fc.boolean(),
        readBefore: fc.boolean(),
        itemId: fc.option(someItem),
      })
      .map((changes) => ({
        ...someDocument(changes.documentId),
        ...changes,
      })),
  }),
  fc.record({
    type: fc.constant('documents.change'),
    data: fc.record({
      documentId: anyDocument,
      title: someText,
      itemId: fc.option(someItem),
      isMarked: fc.boolean(),
      readBefore: fc.boolean(),
      needsAcknowledgement: fc.boolean(),
      secrecy: fc.constant('open'),
    }),
  }),
  fc.record({
    type: fc.constantFrom('documents.open', 'documents.open', 'documents.remove'),
    data: fc.record({ documentId: anyDocument }),
  }),
  fc.record({ type: fc.constant('documents.letHolderPresent'), data: fc.record({ isLet: fc.boolean() }) }),
  fc.record({
    type: fc.constantFrom('documents.present', 'documents.turnPage', 'documents.turnPage'),
    data: fc.record({ documentId: anyDocument, page: fc.integer({ min: 0, max: 6 }) }),
  }),
  fc.constant({ type: 'documents.endPresentation', data: {} }),
  fc.record({
    type: fc.constant('documents.acknowledge'),
    data: fc.record({ documentId: anyDocument, delegateIds: fc.array(someDelegate, { maxLength: 2 }) }),
  }),
  fc.record({ type: fc.constant('announcement.post'), data: fc.record({ text: someText }) }),
  fc.constant({ type: 'announcement.takeDown', data: {} }),
  fc.record({
    type: fc.constant('reactions.allow'),
    data: fc.record({ to: fc.constantFrom('nobody', 'officials', 'everybody') }),
  }),
  ...['announce', 'request', 'resume', 'stop', 'acknowledge', 'confirm'].map((name) =>
    fc.constant({ type: `recording.${name}`, data: {} }),
  ),
  fc.record({
    type: fc.constant('recording.start'),
    data: fc.record({ device: someText, reason: someText, recorderId: fc.constantFrom('person-a', 'person-b') }),
  }),
  fc.record({ type: fc.constant('recording.pause'), data: fc.record({ reason: someText }) }),
  fc.record({
    type: fc.constant('consultation.start'),
    data: fc.record({ participantIds: fc.array(anyone, { minLength: 1, maxLength: 4 }) }),
  }),
  fc.record({
    type: fc.constantFrom('consultation.add', 'consultation.end'),
    data: fc.record({ consultationId: someEntry, participantId: anyone }),
  }),
  fc.constant({ type: 'consultation.leave', data: {} }),
  fc.record({
    type: fc.constantFrom('captions.appoint', 'captions.appoint', 'captions.dismiss'),
    data: fc.record({ participantId: anyone }),
  }),
  ...['start', 'start', 'stop'].map((name) => fc.constant({ type: `captions.${name}`, data: {} })),
  fc.record({
    type: fc.constantFrom('signLanguage.appoint', 'signLanguage.appoint', 'signLanguage.dismiss'),
    data: fc.record({ participantId: anyone }),
  }),
  fc.constant({ type: 'signLanguage.takeOver', data: {} }),
  fc.record({
    type: fc.constantFrom('interpretation.offer', 'interpretation.withdraw'),
    data: fc.record({ language: someLanguage }),
  }),
  fc.record({
    type: fc.constantFrom('interpretation.appoint', 'interpretation.appoint', 'interpretation.dismiss'),
    data: fc.record({ language: someLanguage, participantId: anyone }),
  }),
  fc.record({ type: fc.constant('interpretation.start'), data: fc.record({ language: someLanguage }) }),
  fc.record({ type: fc.constant('interpretation.start'), data: fc.record({ language: someLanguage }) }),
  ...['stop', 'askRelief'].map((name) => fc.constant({ type: `interpretation.${name}`, data: {} })),
  fc.record({
    type: fc.constant('interpretation.lapse'),
    data: fc.record({ language: someLanguage, participantId: anyone }),
  }),
  fc.record({
    type: fc.constantFrom('identity.begin', 'identity.begin'),
    data: fc.record({ participantId: someCitizen }),
  }),
  fc.record({
    type: fc.constantFrom('identity.refuse', 'identity.defer', 'identity.withdraw'),
    data: fc.record({ participantId: someCitizen, reason: someText }),
  }),
  fc.record({
    type: fc.constant('identity.introduce'),
    data: fc.record({ participantId: someCitizen, citizenId: fc.constantFrom('known1', 'known2') }),
  }),
  fc.record({
    type: fc.constant('identity.confirm'),
    data: fc.record({
      participantId: someCitizen,
      citizenId: fc.constantFrom('known1', 'known2'),
      officerId: fc.constantFrom('chair', 'secretary', 'siteA'),
      personKind: fc.constantFrom('citizen', 'authorised'),
      papers: fc.constantFrom(['identity'], ['identity', 'authorisation'], []),
      paper: fc.constant({ kind: 'citizenCard', lastDigits: '234' }),
    }),
  }),
  fc.record({ type: fc.constant('statement.begin'), data: fc.record({ participantId: someCitizen }) }),
  fc.record({
    type: fc.constant('statement.type'),
    data: fc.record({
      statementId: someEntry,
      revision: fc.constantFrom(0, 1),
      from: fc.constantFrom(0, 3),
      removed: fc.constantFrom(0, 2),
      inserted: fc.constantFrom('Nhà tôi ', '', '𠮷'),
    }),
  }),
  fc.record({
    type: fc.constantFrom('statement.readBack', 'statement.offerCode', 'statement.noteSpoken'),
    data: fc.record({ statementId: someEntry, version: fc.constantFrom(1, 2) }),
  }),
  fc.record({
    type: fc.constantFrom('statement.askCorrection', 'statement.noteNotSigned', 'statement.acknowledgeByCode'),
    data: fc.record({
      statementId: someEntry,
      version: fc.constantFrom(1, 2),
      words: someText,
      reason: someText,
      code: fc.constant('123456'),
    }),
  }),
  fc.record({
    type: fc.constant('statement.sign'),
    data: fc.record({
      statementId: someEntry,
      participantId: someCitizen,
      version: fc.constantFrom(1, 2),
      sha256: fc.constant('a'.repeat(64)),
    }),
  }),
  fc.record({ type: fc.constant('visit.setOwnRecording'), data: fc.record({ isAllowed: fc.boolean() }) }),
  fc.record({
    type: fc.constant('visit.settleCompetence'),
    data: fc.record({ isOwn: fc.boolean(), competentUnit: fc.constantFrom(null, 'Sở Tài chính') }),
  }),
  fc.record({
    type: fc.constant('visit.explainRefusal'),
    data: fc.record({
      participantId: someCitizen,
      groundId: fc.constantFrom('decree-4-1-h', 'law-9-1', 'none'),
      words: someText,
    }),
  }),
  fc.record({
    type: fc.constant('visit.setGroup'),
    data: fc.record({
      people: fc.constantFrom(3, 7, 20),
      representativeIds: fc.array(someCitizen, { maxLength: 3 }),
      hasPaper: fc.boolean(),
    }),
  }),
  fc.constant({ type: 'visit.endGroup', data: {} }),
  fc.record({
    type: fc.constant('submission.add'),
    data: fc
      .record({ documentId: anyPaper, participantId: someCitizen, sha256: someHash })
      .map(({ sha256, ...paper }) => {
        const file = { ...storedFile, sha256 }
        return { ...paper, title: 'Quyết định', file, shown: { ...file, pages: 2 }, scan: 'clean' }
      }),
  }),
  fc.record({ type: fc.constant('submission.remove'), data: fc.record({ documentId: anyPaper }) }),
  fc.record({
    type: fc.constant('receipt.add'),
    data: fc.record({
      participantId: someCitizen,
      name: someText,
      pages: fc.constantFrom(1, 0),
      condition: fc.constantFrom('photocopy', 'original'),
      documentId: fc.constantFrom(null, 'document1', 'document3', 'paper1'),
    }),
  }),
  fc.record({ type: fc.constant('receipt.remove'), data: fc.record({ paperId: someEntry }) }),
  fc.record({
    type: fc.constant('receipt.issue'),
    data: fc.record({
      receiptId: someEntry,
      participantId: someCitizen,
      officerId: fc.constantFrom('chair', 'siteA'),
      number: fc.integer({ min: 1, max: 9 }),
      year: fc.constant(2026),
    }),
  }),
  fc.record({ type: fc.constantFrom('dialogue.begin', 'dialogue.readBack'), data: fc.constant({}) }),
  fc.record({
    type: fc.constant('dialogue.addParty'),
    data: fc.record({
      role: fc.constantFrom('complainant', 'body'),
      personId: fc.constant('person-party'),
      participantId: fc.option(someCitizen),
    }),
  }),
  fc.record({ type: fc.constant('dialogue.removeParty'), data: fc.record({ partyId: someEntry }) }),
  fc.record({
    type: fc.constant('dialogue.noteAttendance'),
    data: fc.record({ partyId: someEntry, attendance: fc.constant({ is: 'present' }) }),
  }),
  fc.record({
    type: fc.constant('dialogue.write'),
    data: fc.record({
      purpose: someText,
      verification: fc.constant(''),
      opinions: fc.constant([]),
      agreed: fc.constant(''),
      different: fc.constant(''),
      other: fc.constant(''),
      copies: fc.constantFrom(2, 3),
      baseRevision: fc.constantFrom(0, 1),
    }),
  }),
  fc.record({
    type: fc.constant('dialogue.noteNotSigned'),
    data: fc.record({ partyId: someEntry, reason: someText }),
  }),
  fc.record({
    type: fc.constant('notice.issue'),
    data: fc.record({
      noticeId: someEntry,
      participantId: someCitizen,
      explainedAt: fc.constant(1_790_000_000_000),
      matter: someText,
      reason: someText,
      citation: someText,
      signatoryId: fc.constant('head'),
      dueOn: fc.constant('2026-11-27'),
      number: fc.integer({ min: 1, max: 9 }),
      year: fc.constant(2026),
      byParticipantId: fc.constant(null),
    }),
  }),
  fc.record({
    type: fc.constant('withdrawal.declare'),
    data: fc.record({
      kind: fc.constantFrom('minutes', 'receipt', 'refusalNotice', 'supplement'),
      number: fc.integer({ min: 1, max: 9 }),
      year: fc.constant(2026),
      reason: someText,
      replacedBy: fc.constant(null),
    }),
  }),
  fc.record({
    type: fc.constant('supplement.write'),
    data: fc.record(
      {
        supplementId: someEntry,
        kind: fc.constantFrom('addition', 'correction'),
        text: someText,
        reason: someText,
        signatoryId: fc.constant('head'),
        signing: fc.constant({ form: 'direct', signedFor: null, deputyOf: null, office: 'Chủ tịch' }),
        recipients: someRecipients,
        number: fc.integer({ min: 1, max: 9 }),
        year: fc.constant(2026),
      },
      { requiredKeys: ['supplementId', 'kind', 'text', 'reason', 'signatoryId', 'signing', 'number', 'year'] },
    ),
  }),
  fc.record({ type: fc.constant('approval.comment'), data: fc.record({ text: someText }) }),
  fc.record({ type: fc.constant('approval.resolve'), data: fc.record({ commentId: someEntry }) }),
  fc.record({
    type: fc.constant('approval.sign'),
    data: fc.record({
      participantId: fc.constantFrom('secretary', 'secretary', 'chair', 'siteA'),
      sha256: fc.constantFrom('a'.repeat(64), 'a'.repeat(64), 'b'.repeat(64)),
    }),
  }),
  fc.record({
    type: fc.constantFrom('approval.reopen', 'approval.beginCorrection', 'approval.waive'),
    data: fc.record({ reason: someText }),
  }),
  fc.record({
    type: fc.constant('approval.issue'),
    data: fc.record(
      {
        paper: fc.constantFrom('minutes', 'conclusions'),
        number: fc.integer({ min: 1, max: 9 }),
        year: fc.constant(2026),
        byParticipantId: fc.constantFrom(null, 'secretary'),
        signatory: fc.record({
          personId: fc.constant('head'),
          signing: fc.constant({ form: 'direct', signedFor: null, deputyOf: null, office: 'Chủ tịch' }),
        }),
        recipients: someRecipients,
      },
      { requiredKeys: ['paper', 'number', 'year', 'byParticipantId'] },
    ),
  }),
  fc.record({
    type: fc.constant('minutes.add'),
    data: fc.record({ content, itemId: fc.option(someItem, { nil: null }) }, { requiredKeys: ['content'] }),
  }),
  fc.record({
    type: fc.constantFrom('minutes.revise', 'minutes.strike'),
    data: fc.record({
      entryId: someEntry,
      itemId: fc.option(someItem),
      baseRevision: fc.constantFrom(1, 1, 1, 2),
      content,
    }),
  }),
  fc.record({
    type: fc.constantFrom('minutes.rewordLine', 'minutes.hideLine', 'minutes.restoreLine'),
    data: fc.record({
      seq: fc.integer({ min: 20, max: 24 }),
      index: fc.constantFrom(0, 1),
      baseRevision: fc.oneof(fc.constant(0), fc.integer({ min: 25, max: 60 })),
      text: someText,
    }),
  }),
  ...['request', 'withdraw', 'start', 'stop', 'revoke'].map((name) =>
    fc.constant({ type: `sharing.${name}`, data: {} }),
  ),
  fc.record({
    type: fc.constantFrom('sharing.grant', 'sharing.grant', 'sharing.deny'),
    data: fc.record({ participantId: anyone }),
  }),
  fc.record({
    type: fc.constant('chat.post'),
    data: fc.record({
      recipient: fc.oneof(
        fc.record({ to: fc.constantFrom('all', 'staff') }),
        fc.record({ to: fc.constant('one'), participantId: anyone }),
        fc.record({ to: fc.constant('site'), siteId: someSite }),
      ),
      text: someText,
    }),
  }),
]

/** Mostly somebody who may do it, sometimes anybody: a law that only sees refusals proves little. */
const someStep: fc.Arbitrary<Step> = fc
  .record({
    wish: fc.oneof(...wishes),
    who: anyone,
    byRight: fc.integer({ min: 0, max: 9 }),
    pauseMs: fc.integer({ min: 0, max: 90_000 }),
  })
  .map(({ wish, who, byRight, pauseMs }) => ({
    wish,
    pauseMs,
    by: byRight < 8 ? rightful(wish.type, who) : participant(who),
  }))

function rightful(type: string, who: string): ActorReference {
  const [moduleName = '', name = ''] = type.split('.')
  const by = aggregate.modules.find((one) => one.name === moduleName)?.commands[name].by
  if (permits(by, { kind: 'system' })) return system
  const roles = cast.filter(({ role }) => by.roles.includes(role))
  const own = roles.find(({ id }) => id === who) ?? roles[0]
  return own ? participant(own.id) : account
}

/** A whole cast comes in first in most runs, so that what follows finds people present. */
export const someSteps: fc.Arbitrary<Step[]> = fc
  .tuple(fc.boolean(), fc.array(someStep, { minLength: 1, maxLength: 60, size: 'medium' }))
  .map(([comesIn, steps]) => [...(comesIn ? arrivals : []), ...steps])

/** Everybody is there, and it is open. */
export const arrivals: readonly Step[] = [
  ...cast.map(({ id }) => step(system, 'admission.connect', { participantId: id, connectionId: 'c0' })),
  step(participant('chair'), 'session.open'),
  step(participant('secretary'), 'admission.admit', { participantId: 'citizen1' }),
  step(participant('secretary'), 'interpretation.offer', { language: 'en' }),
  step(participant('secretary'), 'interpretation.appoint', { language: 'en', participantId: 'siteA' }),
  step(participant('secretary'), 'interpretation.appoint', { language: 'en', participantId: 'secretary' }),
  step(participant('secretary'), 'captions.appoint', { participantId: 'observer1' }),
  step(participant('secretary'), 'captions.appoint', { participantId: 'secretary' }),
]
