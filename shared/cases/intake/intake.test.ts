import { describe, expect, it } from 'vitest'
import { matterOf, rowOf } from '../../projections/cases.ts'
import { caseColumns } from '../../projections/register.ts'
import {
  answered,
  checked,
  closed,
  decided,
  following,
  inHand,
  judged,
  received,
  type Step,
  stateAfter,
} from '../case.fixture.ts'
import type { CaseState } from '../index.ts'
import { manySigners, maximumFiles, registerLabel } from './contract.ts'

const part = (caseId: string, kind = 'complaint') => ({ caseId, kind, subject: `Việc ${caseId}`, content: 'Nội dung' })
const splits = (...parts: object[]) => ['intake.split', { parts }] as const
const mixed = received({ kind: 'mixed', register: { year: 2026, kind: 'mixed', number: 1 } })
const file = { title: 'Đơn', format: 'pdf', bytes: 9, sha256: 'a'.repeat(64), scan: 'clean', heldBy: 'case' }
const attaches = (count: number) =>
  ['intake.attach', { attachments: Array.from({ length: count }, () => file) }] as const

describe('the intake of a petition', () => {
  it('is recorded once, by an account or from the web form', () => {
    expect(stateAfter(received()).intake.receipt).toMatchObject({ byAccountId: 'officer', isProtected: false })
    const fromWeb = ['intake.receive', received({ way: 'web' })[1], undefined, 'system'] as const
    expect(stateAfter(fromWeb).intake.receipt?.byAccountId).toBeNull()
    expect(following(received(), received())).toBe('intake.received')
    expect(following(checked())).toBe('intake.not-received')
  })

  it('requires dates in the right order, and the reception only for a petition handed in at one', () => {
    expect(following(received({ receivedOn: '2026-11-26' }))).toBe('intake.in-future')
    expect(following(received({ writtenOn: '2026-11-21' }))).toBe('intake.written-later')
    expect(following(received({ way: 'reception' }))).toBe('intake.no-reception')
    const reception = { day: '2026-11-20', sessionId: 'visit', ticket: 'A012' }
    expect(following(received({ reception }))).toBe('intake.no-reception')
    expect(stateAfter(received({ way: 'reception', reception })).intake.receipt?.reception).toEqual(reception)
  })

  it('requires the representative to be one of several petitioners', () => {
    const people = { petitionerIds: ['bay', 'lan'] }
    expect(following(received({ ...people, representativeId: 'an' }))).toBe('intake.no-petitioner')
    expect(following(received({ petitionerIds: ['lan'], representativeId: 'lan' }))).toBe('intake.no-petitioner')
    expect(stateAfter(received({ ...people, representativeId: 'lan' })).intake.receipt?.representativeId).toBe('lan')
    expect(stateAfter(received(people)).intake.receipt?.representativeId ?? null).toBeNull()
  })

  it('allows correcting the petitioners; the representative must be one of several', () => {
    const corrects = (petitionerIds: string[], representativeId: string | null = null) =>
      ['intake.correctPeople', { petitionerIds, representativeId }] as const
    const before = received({ petitionerIds: ['bay', 'lan'], representativeId: 'lan' })
    expect(stateAfter(before, corrects(['an'])).intake.receipt).toMatchObject({
      petitionerIds: ['an'],
      representativeId: null,
    })
    expect(following(before, corrects(['lan'], 'lan'))).toBe('intake.no-petitioner')
    expect(following(before, corrects(['bay', 'an'], 'lan'))).toBe('intake.no-petitioner')
    expect(following(corrects(['an']))).toBe('intake.not-received')
  })

  it.each([
    ['a date that does not exist', { receivedOn: '2026-02-29' }],
    ['a date before 1900', { receivedOn: '1899-01-01' }],
    ['zero signers', { signers: 0 }],
    ['a fraction of a signer', { signers: 1.5 }],
    ['the register number zero', { register: { year: 2026, kind: 'complaint', number: 0 } }],
    ['content that is too long', { content: 'ă'.repeat(10_001) }],
  ])('rejects %s', (_what, changes) => {
    expect(following(received(changes))).toBe('invalid')
  })

  it('counts as a petition of many from five signers on', () => {
    expect(manySigners).toBe(5)
  })

  it('is cited by kind, number and year', () => {
    expect(registerLabel({ year: 2026, kind: 'complaint', number: 12 })).toBe('KN-12/2026')
    expect(registerLabel({ year: 2026, kind: 'proposal', number: 3 })).toBe('KNG-3/2026')
  })

  it('accepts files up to the maximum', () => {
    expect(stateAfter(received(), attaches(2)).intake.receipt?.attachments).toHaveLength(2)
    expect(following(received(), attaches(maximumFiles), attaches(1))).toBe('intake.too-many-files')
  })
})

describe('the classification of a petition', () => {
  const register = { year: 2026, kind: 'proposal', number: 4 }
  const called = ['intake.classify', { kind: 'proposal', signers: 7, register }] as const

  it('can change, which resets check and competence and keeps both register numbers', () => {
    const { receipt, check, competence, registers } = stateAfter(received(), checked(), judged('own'), called).intake
    expect(receipt).toMatchObject({ kind: 'proposal', signers: 7, register })
    expect([check, competence]).toEqual([null, null])
    expect(registers.map(({ number }) => number)).toEqual([12, 4])
  })

  it('as a denunciation protects the petitioner, also after a later reclassification', () => {
    const denounced = [
      'intake.classify',
      { kind: 'denunciation', signers: 1, register: { ...register, kind: 'denunciation' } },
    ] as const
    expect(stateAfter(received(), denounced, called).intake.receipt?.isProtected).toBe(true)
  })

  it('records eligibility: an ineligible petition cannot be taken up', () => {
    expect(stateAfter(received(), checked()).intake.check?.isEligible).toBe(true)
    expect(following(received(), judged('own'))).toBe('intake.not-checked')
    expect(following(received(), checked(false), judged('own'))).toBe('intake.not-eligible')
    expect(stateAfter(received(), checked(false), judged('return', null, 'Không ký')).intake.competence).toMatchObject({
      outcome: 'return',
    })
    // What was decided on another finding does not stand.
    expect(stateAfter(received(), checked(), judged('own'), checked(false)).intake.competence).toBeNull()
  })

  it('requires the body for guidance or transfer, and a reason for a return', () => {
    expect(following(received(), checked(), judged('guide'))).toBe('intake.no-body')
    expect(following(received(), checked(), judged('transfer'))).toBe('intake.no-body')
    expect(following(received(), checked(), judged('return'))).toBe('intake.no-reason')
  })

  it('records each circumstance once', () => {
    const found = ['intake.find', { circumstance: 'complex' }] as const
    expect(stateAfter(received(), found, found).intake.circumstances).toHaveLength(1)
  })

  it('can link earlier cases, but not the case itself', () => {
    const linked = (...earlierIds: string[]) => ['intake.linkEarlier', { earlierIds }] as const
    expect(stateAfter(received(), linked('a', 'b', 'a')).intake.earlierIds).toEqual(['a', 'b'])
    expect(following(received(), linked('case'))).toBe('intake.itself')
  })
})

describe('the facts before the receipt', () => {
  const sent = (changes: object = {}) =>
    [
      'intake.noteSender',
      { sentBy: 'Thanh tra tỉnh', paperNumber: '7/CV', on: '2026-11-19', wantsResult: true, ...changes },
    ] as const
  const knew = (on: string) => ['intake.noteDecisionKnown', { on }] as const
  const decided = (on: string) => ['intake.noteFirstDecision', { on }] as const
  const second = ['intake.find', { circumstance: 'secondStage' }] as const

  it('include the sending body and its letter, which can be corrected and must not be later than the receipt', () => {
    expect(stateAfter(received(), sent(), sent({ wantsResult: false })).intake.sender?.wantsResult).toBe(false)
    expect(following(received(), sent({ on: '2026-11-21' }))).toBe('intake.sent-later')
    expect(following(received(), sent({ on: '2026-11-26' }))).toBe('intake.in-future')
    expect(following(mixed, sent())).toBe('intake.mixed')
  })

  it('include for a complaint when the decision became known, which is before it was written', () => {
    expect(stateAfter(received(), knew('2026-09-01')).intake.decisionKnownOn).toBe('2026-09-01')
    expect(following(received(), knew('2026-11-19'))).toBe('intake.known-later')
    expect(following(received({ kind: 'reflection' }), knew('2026-09-01'))).toBe('intake.not-complaint')
  })

  it('include for a second complaint when the first decision was received', () => {
    expect(following(received(), decided('2026-09-01'))).toBe('intake.not-second')
    expect(stateAfter(received(), second, decided('2026-09-01')).intake.firstDecisionOn).toBe('2026-09-01')
    expect(following(received(), second, decided('2026-11-19'))).toBe('intake.known-later')
  })
})

describe('a petition with several matters', () => {
  it('cannot be checked or judged before it is split', () => {
    expect(following(mixed, checked())).toBe('intake.mixed')
    expect(following(mixed, judged('own'))).toBe('intake.mixed')
  })

  it('is split once into one case for each matter, and then accepts no other command', () => {
    const split = splits(part('one'), part('two', 'denunciation'))
    const { parts, receipt } = stateAfter(mixed, split).intake
    expect(parts.map(({ caseId, kind }) => [caseId, kind])).toEqual([
      ['one', 'complaint'],
      ['two', 'denunciation'],
    ])
    expect(receipt?.isProtected).toBe(true)
    expect(following(mixed, split, split)).toBe('intake.split')
    expect(following(mixed, split, attaches(1))).toBe('intake.split')
  })

  it('needs at least two different parts, none of them mixed; other kinds cannot be split', () => {
    expect(following(mixed, splits(part('one')))).toBe('invalid')
    expect(following(mixed, splits(part('one'), part('two', 'mixed')))).toBe('invalid')
    expect(following(mixed, splits(part('one'), part('one')))).toBe('intake.same-part')
    expect(following(mixed, splits(part('one'), part('case')))).toBe('intake.same-part')
    expect(following(received(), splits(part('one'), part('two')))).toBe('intake.not-mixed')
  })
})

describe('the intake of a closed case', () => {
  it('rejects every command but naming a reader', () => {
    const done = [...inHand, ['handling.withdraw', { on: '2026-11-25', reason: null }], closed] as const
    for (const step of [checked(), judged('own'), attaches(1)]) expect(following(...done, step)).toBe('case.closed')
    const named = ['intake.nameReader', { accountId: 'inspector', reason: 'Kiểm tra' }] as const
    expect(stateAfter(...done, named, named).intake.readers).toEqual(['inspector'])
  })
})

describe('the level of secrecy of a case', () => {
  const levelOf = (state: CaseState | string) => (typeof state === 'string' ? state : state.intake.receipt?.secrecy)
  const raised: Step = ['intake.setLevel', { secrecy: 'confidential', reason: '12/QĐ-UBND' }]

  it('is chosen at the receipt; a journal without it is read as open', () => {
    expect(levelOf(following(received()))).toBe('open')
    expect(levelOf(following(received({ secrecy: 'secret' })))).toBe('secret')
  })

  it('can be raised and lowered with a ground, also when the case is closed', () => {
    expect(levelOf(following(received(), raised))).toBe('confidential')
    const lowered: Step = ['intake.setLevel', { secrecy: 'internal', reason: 'Giải mật: 15/QĐ-UBND' }]
    expect(levelOf(following(...inHand, decided, answered, closed, raised, lowered))).toBe('internal')
  })

  it('cannot be below the marking in its text', () => {
    const marked = { content: 'TỐI MẬT\nVề việc bố trí lực lượng' }
    expect(following(received({ ...marked, secrecy: 'confidential' }))).toBe('intake.marked')
    expect(levelOf(following(received({ ...marked, secrecy: 'secret' })))).toBe('secret')
    expect(following(received({ ...marked, secrecy: 'secret' }), raised)).toBe('intake.marked')
    expect(following(received(), ['intake.correct', { subject: 'Đơn', ...marked }])).toBe('intake.marked')
  })

  it('of Mật and above rejects files', () => {
    const attachments = [file]
    expect(following(received({ secrecy: 'secret', attachments }))).toBe('intake.secret-papers')
    expect(following(received(), raised, ['intake.attach', { attachments }])).toBe('intake.secret-papers')
  })

  it('of Mật and above removes the text from lists, register and letters', () => {
    const state = following(received(), raised)
    if (typeof state === 'string') throw new Error(state)
    expect(rowOf(state, { seq: 2, at: 0 })).toMatchObject({ subject: '', secrecy: 'confidential' })
    expect(matterOf(state)?.title).toBe('')
    expect(caseColumns(state).content).toBe('Nội dung có độ mật: xem hồ sơ số KN-12/2026.')
  })
})
