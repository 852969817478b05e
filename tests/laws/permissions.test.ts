// The permission matrix: every command of every module, sent by every kind of sender, with valid and invalid data.

import { describe, expect, it } from 'vitest'
import { saidAfterSealing } from '../../server/engine/journal/journal-file.ts'
import type { Actor, Permission } from '../../shared/kernel/actor.ts'
import { AccountId, ParticipantId, Role, SiteId, Standing } from '../../shared/kernel/ids.ts'
import { coreRejections } from '../../shared/kernel/rejection.ts'
import { floor } from '../../shared/modules/floor/contract.ts'
import { resolveActor } from '../../shared/projections/entrance.ts'
import {
  aDocument,
  aSubmission,
  asks,
  atReception,
  type CommandName,
  type Commands,
  closes,
  connect,
  given,
  grants,
  inFullSession,
  motion,
  opensBallot,
  proposes,
  seals,
  by as sentBy,
  start,
} from '../harness/given.ts'
import { ownEquipment } from '../harness/own-equipment.ts'
import { fc } from '../harness/properties.ts'
import { aggregate, ModelSession, participant } from '../harness/session-model.ts'

const entryId = '019b0000-0000-7000-8000-000000000001'
const about = { participantId: 'citizen1', reason: 'Theo quyết định của chủ trì' }

/** A new command does not compile until it has a line here. */
const plausible: { readonly [Name in CommandName]: Commands[Name] } = {
  'session.schedule': {
    sessionId: 'hearing',
    title: 'Hội nghị',
    kind: 'conference',
    scheduledAt: start,
    plannedMinutes: 60,
    place: 'Phòng họp',
  },
  'session.reschedule': { title: 'Hội nghị', scheduledAt: start, plannedMinutes: 90, place: 'Phòng khác' },
  'session.cancel': { reason: 'Bão số 9' },
  'session.open': {},
  'session.suspend': { reason: 'Nghỉ giải lao' },
  'session.resume': {},
  'session.close': {},
  'session.seal': {},
  'session.protect': {},
  'sites.add': { siteId: 'branchC', name: 'Điểm cầu C', rank: 'branch' },
  'sites.rename': { siteId: 'branchA', name: 'Điểm cầu A' },
  'sites.addDelegate': { siteId: 'branchA', delegateId: 'delegate9', personId: 'person9' },
  'sites.removeDelegate': { siteId: 'branchA', delegateId: 'delegate1' },
  'admission.invite': {
    participantId: 'guest',
    personId: 'person-guest',
    role: 'observer',
    siteId: null,
    waits: true,
    linkId: 'link-guest',
  },
  'admission.reissueLink': { participantId: 'citizen1', linkId: 'link-new' },
  'admission.revokeLink': { participantId: 'citizen1' },
  'admission.connect': { participantId: 'citizen1', connectionId: 'phone' },
  'admission.disconnect': {
    participantId: 'citizen1',
    connectionId: 'citizen1-device',
    lostAt: start,
    cause: 'closed',
  },
  'admission.leave': {},
  'admission.admit': { participantId: 'observer1' },
  'admission.refuse': about,
  'admission.returnToWaiting': about,
  'admission.remove': about,
  'admission.withdrawInvitation': about,
  'admission.handOverChair': { participantId: 'secretary' },
  'admission.takeChair': {},
  'admission.identify': { participantId: 'citizen1', method: 'document' },
  'readiness.plan': { notice: start + 1, connectionTest: start + 1, allConnected: start + 1 },
  'readiness.recordNotice': {},
  'readiness.recordConnectionTest': { siteId: 'branchA', hasPassed: true, note: null },
  'readiness.recordSiteConnected': { siteId: 'branchA' },
  'readiness.recordAllConnected': { reason: 'Đã gọi điện hỏi từng nơi' },
  'readiness.override': { reason: 'Việc khẩn cấp' },
  'devices.confirm': { siteId: 'branchA', items: [] },
  'selftest.record': {
    participantId: 'siteA',
    camera: 'works',
    microphone: 'works',
    speaker: 'fails',
    browser: { name: 'Chrome 141, Windows', fitness: 'good' },
    line: {
      outcome: 'measured',
      upKbps: 1200,
      downKbps: 2300,
      upLossPercent: 0,
      downLossPercent: 1.5,
      roundTripMs: 35,
      jitterMs: 4,
      route: 'udp',
      isComputerSlow: false,
    },
  },
  'identity.introduce': { participantId: 'citizen1', citizenId: 'known1' },
  'identity.begin': { participantId: 'citizen1' },
  'identity.confirm': {
    participantId: 'citizen1',
    citizenId: 'known1',
    officerId: 'secretary',
    personKind: 'authorised',
    papers: ['identity', 'authorisation'],
    paper: { kind: 'citizenCard', lastDigits: '234' },
  },
  'identity.refuse': about,
  'identity.defer': about,
  'identity.withdraw': about,
  'statement.begin': { participantId: 'citizen1' },
  'statement.type': { statementId: entryId, revision: 0, from: 0, removed: 0, inserted: 'Nhà tôi' },
  'statement.readBack': { statementId: entryId },
  'statement.askCorrection': { statementId: entryId, version: 1, words: 'Ghi đúng số nhà' },
  'statement.sign': { statementId: entryId, participantId: 'citizen1', version: 1, sha256: 'a'.repeat(64) },
  'statement.offerCode': { statementId: entryId, version: 1 },
  'statement.acknowledgeByCode': { statementId: entryId, version: 1, code: '123456' },
  'statement.noteSpoken': { statementId: entryId, version: 1 },
  'statement.noteNotSigned': { statementId: entryId, version: 1, reason: 'Không đồng ý nội dung' },
  'visit.setOwnRecording': { isAllowed: false },
  'visit.settleCompetence': { isOwn: false, competentUnit: 'Sở Tài chính' },
  'visit.explainRefusal': { participantId: 'citizen1', groundId: 'decree-4-1-h', words: 'Vụ việc đã được trả lời' },
  'visit.setGroup': { people: 7, representativeIds: ['citizen1'], hasPaper: true },
  'visit.endGroup': {},
  'submission.add': aSubmission('paper9'),
  'submission.remove': { documentId: 'paper1' },
  'receipt.add': { participantId: 'citizen1', name: 'Đơn', pages: 2, condition: 'original', documentId: null },
  'receipt.remove': { paperId: entryId },
  'receipt.issue': { receiptId: entryId, participantId: 'citizen1', officerId: 'secretary', number: 1, year: 2026 },
  'accessList.name': { accountId: 'clerk2', reason: 'Theo Quyết định số 12/QĐ-UBND' },
  'accessList.noteLook': { way: 'list', participantId: null },
  'accessList.takeBack': { accountId: 'clerk2', reason: 'Chuyển công tác' },
  'supplement.write': {
    supplementId: entryId,
    kind: 'correction',
    text: 'Đọc là 120 m².',
    reason: 'Ghi nhầm diện tích',
    signatoryId: 'head',
    signing: { form: 'direct', signedFor: null, deputyOf: null, office: 'Chủ tịch' },
    number: 2,
    year: 2026,
  },
  'withdrawal.declare': { kind: 'receipt', number: 1, year: 2026, reason: 'Sai tên', replacedBy: null },
  'notice.issue': {
    noticeId: entryId,
    participantId: 'citizen1',
    explainedAt: start,
    matter: 'Khiếu nại việc thu hồi đất',
    reason: 'Vụ việc đã được trả lời',
    citation: 'điểm h khoản 1 Điều 4',
    signatoryId: 'head',
    dueOn: '2026-11-27',
    number: 1,
    year: 2026,
    byParticipantId: null,
  },
  'dialogue.begin': {},
  'dialogue.addParty': { role: 'complainant', personId: 'person-complainant', participantId: 'citizen1' },
  'dialogue.removeParty': { partyId: entryId },
  'dialogue.noteAttendance': { partyId: entryId, attendance: { is: 'absent', reason: 'Ốm' } },
  'dialogue.write': {
    purpose: 'Làm rõ nội dung khiếu nại',
    verification: '',
    opinions: [],
    agreed: '',
    different: '',
    other: '',
    copies: 3,
    baseRevision: 0,
  },
  'dialogue.readBack': {},
  'dialogue.noteNotSigned': { partyId: entryId, reason: 'Không đồng ý' },
  'protection.nameReader': { accountId: 'clerk', participantId: null },
  'protection.takeBack': { reason: 'Người tố cáo đổi ý.' },
  'protection.waive': { paperNumber: '12/VB', signedOn: '2026-09-20', sha256: null },
  'rollcall.mark': { delegateId: 'delegate1', mark: 'present', substituteId: null },
  'rollcall.countHeads': { siteId: 'branchA', count: 7 },
  'rollcall.confirm': { siteId: 'branchA' },
  'quorum.setRule': { rule: { of: 'sites', bound: 'moreThan', numerator: 1, denominator: 2 } },
  'agenda.add': { itemId: 'item9', title: 'Báo cáo', reporterId: null, plannedMinutes: 15 },
  'agenda.change': { itemId: 'item1', title: 'Báo cáo', reporterId: null, plannedMinutes: 20 },
  'agenda.move': { itemId: 'item1', position: 1 },
  'agenda.remove': { itemId: 'item2' },
  'agenda.start': { itemId: 'item1' },
  'agenda.finish': { itemId: 'item1' },
  'agenda.skip': { itemId: 'item2', reason: 'Hoãn' },
  'camera.setRule': { isRequired: true },
  'camera.noteOff': { participantId: 'siteA', since: start },
  'camera.noteOn': { participantId: 'siteA' },
  'floor.request': { purpose: 'speak' },
  'floor.withdraw': {},
  'floor.grant': { participantId: 'citizen1', limitSeconds: 60 },
  'floor.deny': { participantId: 'siteB', reason: null },
  'floor.move': { participantId: 'citizen1', position: 0 },
  'floor.nameSpeaker': { speakerId: 'person-citizen1' },
  'floor.extend': { seconds: 60 },
  'floor.pause': {},
  'floor.resume': {},
  'floor.lock': {},
  'floor.checkSound': { siteId: 'branchA' },
  'floor.unlock': {},
  'floor.setByTurns': { isByTurns: true },
  'floor.silence': { participantId: 'citizen1' },
  'floor.endSilence': { participantId: 'citizen1' },
  'floor.setRules': { rules: floor.initial.rules },
  'floor.overrun': { participantId: 'citizen1' },
  'floor.release': {},
  'floor.revoke': { reason: null },
  'floor.expire': { participantId: 'siteA' },
  'stage.setLayout': { layout: 'wall' },
  'ballot.propose': motion('motion9'),
  'ballot.open': { motionId: 'motion2' },
  'ballot.cast': { motionId: 'motion1', choice: 0, delegate: null },
  'ballot.close': { motionId: 'motion1' },
  'ballot.withdraw': { motionId: 'motion2', reason: 'Chưa đủ tài liệu' },
  'ballot.renewCode': { delegateId: 'delegate1' },
  'ballot.printCodes': {
    printId: '00000000-0000-4000-8000-000000000001',
    siteId: 'branchA',
    delegateId: null,
    reason: null,
  },
  'stage.spotlight': { participantId: 'siteA' },
  'documents.add': aDocument('document9'),
  'documents.change': {
    documentId: 'document1',
    title: 'Dự thảo nghị quyết',
    itemId: null,
    isMarked: true,
    readBefore: true,
    needsAcknowledgement: true,
    secrecy: 'open',
  },
  'documents.remove': { documentId: 'document1' },
  'documents.letHolderPresent': { isLet: true },
  'documents.present': { documentId: 'document1', page: 1 },
  'documents.turnPage': { documentId: 'document1', page: 2 },
  'documents.endPresentation': {},
  'documents.open': { documentId: 'document1' },
  'documents.acknowledge': { documentId: 'document1', delegateIds: [] },
  'approval.comment': { text: 'Ghi rõ thời hạn.' },
  'approval.resolve': { commentId: entryId },
  'approval.sign': { participantId: 'secretary', sha256: 'a'.repeat(64) },
  'approval.reopen': { reason: 'Bổ sung ý kiến điểm cầu A.' },
  'approval.issue': { paper: 'minutes', number: 12, year: 2026, byParticipantId: 'secretary' },
  'approval.waive': { reason: 'Không lập biên bản.' },
  'approval.beginCorrection': { reason: 'Sai tên đơn vị.' },
  'minutes.add': { content: { kind: 'decision', text: 'Thống nhất.' } },
  'announcement.post': { text: 'Nghỉ 15 phút.' },
  'announcement.takeDown': {},
  'reactions.allow': { to: 'everybody' },
  'recording.announce': {},
  'recording.request': {},
  'recording.start': ownEquipment,
  'recording.confirm': {},
  'recording.interrupt': { track: null, cause: 'diskFull' },
  'recording.restore': { track: null },
  'recording.pause': { reason: 'Nội dung không công khai' },
  'recording.resume': {},
  'recording.stop': {},
  'recording.acknowledge': {},
  'consultation.start': { participantIds: ['chair', 'siteA'] },
  'consultation.add': { consultationId: entryId, participantId: 'siteB' },
  'consultation.leave': {},
  'consultation.end': { consultationId: entryId },
  'minutes.revise': { entryId, itemId: null, baseRevision: 1, content: { kind: 'decision', text: 'Thống nhất.' } },
  'minutes.strike': { entryId, baseRevision: 1 },
  'minutes.rewordLine': { seq: 12, index: 0, baseRevision: 0, text: 'Đoàn công tác có mặt.' },
  'minutes.hideLine': { seq: 12, index: 0, baseRevision: 0 },
  'minutes.restoreLine': { seq: 12, index: 0, baseRevision: 0 },
  'captions.appoint': { participantId: 'observer1' },
  'captions.dismiss': { participantId: 'observer1' },
  'captions.start': {},
  'captions.stop': {},
  'captions.setAutomatic': { isOn: true },
  'captions.setOnScreens': { isOn: true },
  'interpretation.offer': { language: 'en' },
  'interpretation.withdraw': { language: 'en' },
  'interpretation.appoint': { language: 'en', participantId: 'observer1' },
  'interpretation.dismiss': { language: 'en', participantId: 'observer1' },
  'interpretation.start': { language: 'en' },
  'interpretation.stop': {},
  'interpretation.askRelief': {},
  'interpretation.lapse': { language: 'en', participantId: 'observer1' },
  'signLanguage.appoint': { participantId: 'observer1' },
  'signLanguage.dismiss': { participantId: 'observer1' },
  'signLanguage.takeOver': {},
  'sharing.request': {},
  'sharing.withdraw': {},
  'sharing.grant': { participantId: 'siteA' },
  'sharing.deny': { participantId: 'siteB' },
  'sharing.start': {},
  'sharing.stop': {},
  'sharing.revoke': {},
  'chat.post': { recipient: { to: 'staff' }, text: 'Xin chào' },
}

const commands = aggregate.modules.flatMap(({ name, commands }) =>
  Object.entries(commands as Record<string, { by: Permission; rejections: readonly string[] }>).map(
    ([command, { by, rejections }]) => ({ type: `${name}.${command}` as CommandName, by, rejections }),
  ),
)

const named: Readonly<Record<Role, [id: string, siteId: string | null]>> = {
  chair: ['chair', 'centre'],
  secretary: ['secretary', 'centre'],
  siteOperator: ['siteA', 'branchA'],
  citizen: ['citizen1', null],
  observer: ['observer1', null],
}

interface Sender {
  who: string
  actor: Actor
  isMeant: (by: Permission) => boolean
}

const senders: readonly Sender[] = [
  ...Role.options.flatMap((role) =>
    Standing.options.map((standing): Sender => {
      const [participantId, siteId] = named[role]
      return {
        who: `a ${role} who is ${standing}`,
        actor: {
          kind: 'participant',
          participantId: ParticipantId.parse(participantId),
          role,
          standing,
          siteId: SiteId.nullable().parse(siteId),
        },
        isMeant: ({ roles, standing: standings }) => roles.includes(role) && standings.includes(standing),
      }
    }),
  ),
  {
    who: 'an account',
    actor: { kind: 'account', accountId: AccountId.parse('clerk') },
    isMeant: ({ account }) => account,
  },
  { who: 'the system', actor: { kind: 'system' }, isMeant: ({ system }) => system },
]

const states = {
  'at a reception': atReception(inFullSession).state,
  'before it is scheduled': aggregate.initial,
  'before opening': given(connect('chair', 'secretary', 'siteA')).state,
  'while it runs': given(
    inFullSession,
    grants('siteA'),
    asks('siteB'),
    proposes('motion1', { isSecret: true }),
    proposes('motion2'),
    opensBallot('motion1'),
  ).state,
}

function send(type: string, data: unknown, actor: Actor, state = states['while it runs']) {
  const session = new ModelSession()
  session.state = state
  session.at = start
  return session.decide(actor, { type, data })
}
const codeOf = (outcome: ReturnType<typeof send>) => ('rejection' in outcome ? outcome.rejection.code : null)

describe.each(commands)('$type', ({ type, by, rejections }) => {
  it.each(senders)('sent by $who is forbidden exactly when the contract says so', ({ actor, isMeant }) => {
    for (const [when, state] of Object.entries(states)) {
      const code = codeOf(send(type, plausible[type], actor, state))
      if (isMeant(by)) expect([null, ...rejections], when).toContain(code)
      else expect(code, when).toBe('forbidden')
    }
  })
})

describe('the permission matrix', () => {
  it('contains every command of every module', () => {
    expect(commands.map(({ type }) => type).toSorted()).toEqual(Object.keys(plausible).toSorted())
  })

  it('contains at least one permitted sender for each command', () => {
    for (const { type, by } of commands)
      expect(
        senders.some(({ isMeant }) => isMeant(by)),
        type,
      ).toBe(true)
  })

  it('allows a sender outside the session only to open and acknowledge documents', () => {
    const fromOutside = commands.filter(({ by }) => by.standing.includes('outside')).map(({ type }) => type)
    expect(fromOutside).toEqual(['documents.open', 'documents.acknowledge'])
  })
})

describe('a sealed session', () => {
  const named = sentBy('clerk', 'accessList.name', plausible['accessList.name'])
  const sealed = {
    conference: given(inFullSession, named, closes, seals).state,
    reception: atReception(inFullSession, named, closes, seals).state,
  }

  /** Nobody is inside any more: see sealed.laws.test.ts. */
  const left = senders.filter(({ actor }) => actor.kind !== 'participant' || actor.standing === 'outside')

  it.each(commands)('accepts $type only if the archive check allows its events after the sealing', ({ type }) => {
    for (const [kind, state] of Object.entries(sealed))
      for (const { who, actor } of left) {
        const outcome = send(type, plausible[type], actor, state)
        if ('events' in outcome && outcome.events.length > 0)
          expect(saidAfterSealing(outcome.events), `${kind}, ${who}`).toBeDefined()
      }
  })
})

describe('a participant id that is unknown to the session', () => {
  it('resolves to no actor', () => {
    const strangers = fc.oneof(fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/), fc.constantFrom('__proto__', 'constructor'))
    fc.assert(
      fc.property(strangers, (id) => {
        if (!ParticipantId.safeParse(id).success || id in states['while it runs'].admission.participants) return
        expect(resolveActor(states['while it runs'], participant(id))).toBeNull()
      }),
    )
  })
})

describe('invalid or malicious data', () => {
  const anyCommand = fc.constantFrom(...commands)
  const nested = (depth: number) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`) as unknown
  const poison = [
    '__proto__',
    'constructor',
    'x'.repeat(1_000_000),
    '\ud800',
    '\u0000',
    '\u202e',
    JSON.parse('{"__proto__": {"role": "chair", "isAdmitted": true}}') as unknown,
    nested(5000),
    Number.NaN,
    -1,
    1e308,
    [],
    null,
  ]
  const anyValue = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...poison) },
    fc.string({ unit: 'binary' }),
    fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSparseArray: true,
      withTypedArray: true,
    }),
  )
  /** Good data with one value replaced, at any depth, or with something added. */
  const spoilt = fc
    .tuple(anyCommand, fc.nat(), anyValue, fc.constantFrom('extra', '__proto__', 'participantId'))
    .map(([command, place, value, key]) => ({ command, data: spoil(plausible[command.type], place, value, key) }))
  const anyData = fc.oneof(fc.record({ command: anyCommand, data: anyValue }), spoilt)

  it('is rejected with a declared code, or accepted as events that can be stored', () => {
    fc.assert(
      fc.property(anyData, fc.nat(), ({ command: { type, by, rejections }, data }, chance) => {
        const meant = senders.filter(({ isMeant }) => isMeant(by))
        const actor = meant[chance % meant.length]?.actor ?? { kind: 'system' }
        const session = new ModelSession()
        const state = states['while it runs']
        session.state = state
        session.at = start
        const before = JSON.stringify(state)
        const outcome = session.decide(actor, { type, data })
        expect(JSON.stringify(state)).toBe(before)
        if ('rejection' in outcome) expect([...coreRejections, ...rejections]).toContain(outcome.rejection.code)
        else {
          expect(outcome.events.map(aggregate.readEvent)).toEqual(outcome.events)
          session.commit(participant('chair'), type, outcome.events)
          for (const module of aggregate.modules)
            expect(module.state.safeParse(session.state[module.name as keyof typeof session.state]).success).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('is rejected as invalid with the name of the field', () => {
    const chair = senders.find(({ who }) => who === 'a chair who is present')
    const actor = chair?.actor ?? { kind: 'system' }
    const grant = plausible['floor.grant']
    const answer = (data: unknown) => send('floor.grant', data, actor)
    const invalid = (field: string) => ({ rejection: { code: 'invalid', params: { field } } })
    expect(answer({ ...grant, limitSeconds: '60' })).toEqual(invalid('limitSeconds'))
    expect(answer({ ...grant, participantId: 'a b' })).toEqual(invalid('participantId'))
    expect(answer(null)).toEqual(invalid(''))
    expect(answer(undefined)).toEqual(invalid(''))
  })

  it.each([
    '',
    '.',
    'floor',
    'floor.',
    '.grant',
    'floor.toString',
    '__proto__.grant',
    'floor.__proto__',
    'Floor.grant',
  ])('rejects “%s” as an unknown command', (type) => {
    for (const { actor } of senders)
      expect(send(type, {}, actor)).toEqual({ rejection: { code: 'unknown-command', params: { type } } })
  })
})

function spoil(data: object, place: number, value: unknown, key: string): unknown {
  const entries = Object.entries(data)
  const chosen = entries[place % (entries.length + 1)]
  if (!chosen) return Object.fromEntries([...entries, [key, value]])
  const [name, old] = chosen
  const isDeeper = typeof old === 'object' && old !== null && place % 2 === 0
  return { ...data, [name]: isDeeper ? spoil(old, Math.floor(place / 2), value, key) : value }
}
