import { describe, expect, it } from 'vitest'
import {
  all,
  by,
  closes,
  event,
  given,
  happened,
  inFullSession,
  later,
  minutes as min,
  pageOf,
  type Step,
  seals,
  start,
} from '../../../tests/harness/given.ts'
import { type ApprovalStage, stageOf } from './contract.ts'

const text = 'a'.repeat(64)
const other = 'b'.repeat(64)
const signs = (participantId: string, sha256 = text) => by('system', 'approval.sign', { participantId, sha256 })
const issues = (paper: 'minutes', number: number) =>
  by('system', 'approval.issue', { paper, number, year: 2026, byParticipantId: 'secretary' })
const signatory = {
  personId: 'person-deputy',
  signing: { form: 'inPlace', signedFor: 'Chủ tịch', deputyOf: null, office: 'Phó Chủ tịch' },
} as const
const note = { kind: 'note', text: 'Điểm cầu A đề nghị bổ sung số liệu.' } as const
const writes = by('secretary', 'minutes.add', { content: note })

const over = all(inFullSession, writes, closes)
const submitted = all(over, later(min(5)), signs('secretary'))
const signed = all(submitted, later(min(5)), signs('chair'))
const issued = all(signed, issues('minutes', 12))

describe('the way of the minutes', () => {
  it.each<[ApprovalStage, Step]>([
    ['draft', over],
    ['submitted', submitted],
    ['signed', signed],
    ['issued', issued],
  ])('comes to the stage %s', (stage, steps) => {
    expect(stageOf(given(steps).state.approval)).toBe(stage)
  })

  it('is seen by the chair and the secretary alone', () => {
    given(over).when('chair', 'approval.comment', { text: 'Ghi rõ thời hạn.' }).isSeenBy('chair', 'secretary')
    const { state } = given(issued)
    expect(pageOf('chair', state).approval).toEqual(state.approval)
    expect(stageOf(pageOf('siteA', state).approval)).toBe('draft')
  })
})

describe('a comment', () => {
  const comments = by('chair', 'approval.comment', { text: 'Ghi rõ thời hạn.' })

  it('is the chair’s word on the draft, until the secretary has dealt with it', () => {
    const { state } = given(inFullSession, comments)
    const [comment] = state.approval.comments
    expect(comment).toMatchObject({ text: 'Ghi rõ thời hạn.', at: start, byParticipantId: 'chair', isResolved: false })
    const commentId = comment?.commentId ?? ''
    given(inFullSession, comments)
      .when('secretary', 'approval.resolve', { commentId })
      .leaves(({ approval }) => expect(approval.comments).toMatchObject([{ isResolved: true }]))
    given(inFullSession, comments, by('secretary', 'approval.resolve', { commentId }))
      .when('secretary', 'approval.resolve', { commentId })
      .givesNothing()
  })

  it('that nobody made is not resolved', () => {
    given(over)
      .when('secretary', 'approval.resolve', { commentId: '019b0000-0000-7000-8000-000000000001' })
      .isRejected('approval.unknown-comment')
  })

  it('comes too late once both have signed', () => {
    given(signed).when('chair', 'approval.comment', { text: 'Bổ sung.' }).isRejected('approval.signed')
  })
})

describe('signing', () => {
  const sign = (participantId: string, sha256 = text) => ['system', 'approval.sign', { participantId, sha256 }] as const

  it('is done by the secretary, then by the chair, each of the same text', () => {
    given(over)
      .when(...sign('secretary'))
      .gives(event('approval.signed', { participantId: 'secretary', signatory: 'secretary', sha256: text }))
    const { signatures } = given(signed).state.approval
    expect(signatures).toEqual({
      secretary: { participantId: 'secretary', at: start + min(5), sha256: text },
      chair: { participantId: 'chair', at: start + min(10), sha256: text },
    })
  })

  it('waits for the end of the meeting', () => {
    given(inFullSession)
      .when(...sign('secretary'))
      .isRejected('approval.not-closed')
  })

  it('has an order, and is done once', () => {
    given(over)
      .when(...sign('chair'))
      .isRejected('approval.secretary-first')
    given(submitted)
      .when(...sign('secretary'))
      .isRejected('approval.already-signed')
  })

  it('is refused for another text than the one the secretary signed', () => {
    given(submitted)
      .when(...sign('chair', other))
      .isRejected('approval.other-text')
  })

  it('is nobody else’s, and cannot be asked for by a page', () => {
    given(over)
      .when(...sign('siteA'))
      .isRejected('approval.not-signatory')
    given(over).when('secretary', 'approval.sign', { participantId: 'secretary', sha256: text }).isRejected('forbidden')
  })
})

describe('signed minutes', () => {
  const entryId = given(over).state.minutes.entries[0]?.entryId ?? ''

  it('do not change, from the first signature on', () => {
    for (const steps of [submitted, signed, issued]) {
      given(steps).when('secretary', 'minutes.add', { content: note }).isRejected('minutes.signed')
      given(steps)
        .when('secretary', 'minutes.revise', { entryId, itemId: null, baseRevision: 1, content: note })
        .isRejected('minutes.signed')
      given(steps).when('secretary', 'minutes.strike', { entryId, baseRevision: 1 }).isRejected('minutes.signed')
      given(steps)
        .when('secretary', 'minutes.hideLine', { seq: 30, index: 0, baseRevision: 0 })
        .isRejected('minutes.signed')
    }
  })

  it('go back to the secretary with the chair’s reason, which stands among the comments', () => {
    given(submitted)
      .when('chair', 'approval.reopen', { reason: 'Sai tên đơn vị.' })
      .leaves(({ approval }) => {
        expect(stageOf(approval)).toBe('draft')
        expect(approval.comments).toMatchObject([{ text: 'Sai tên đơn vị.', byParticipantId: 'chair' }])
      })
    given(submitted, by('secretary', 'approval.reopen', { reason: 'Bổ sung.' }))
      .when('secretary', 'minutes.add', { content: note })
      .leaves(({ minutes }) => expect(minutes.entries).toHaveLength(2))
  })

  it('stay signed once the chair has signed too', () => {
    given(signed).when('chair', 'approval.reopen', { reason: 'Sai.' }).isRejected('approval.signed')
    given(over).when('chair', 'approval.reopen', { reason: 'Sai.' }).isRejected('approval.not-submitted')
  })
})

describe('issuing', () => {
  const issue = { paper: 'minutes', number: 12, year: 2026, byParticipantId: 'secretary' } as const
  const notice = { paper: 'conclusions', number: 45, year: 2026, byParticipantId: null, signatory } as const

  it('gives a signed paper its number; the notice of conclusions has a number of its own', () => {
    given(signed)
      .when('system', 'approval.issue', issue)
      .leaves(({ approval }) => {
        expect(approval.issues).toEqual({ minutes: { number: 12, year: 2026, at: start + min(10) }, conclusions: null })
      })
    given(issued)
      .when('clerk', 'approval.issue', { ...notice, number: 45 })
      .leaves(({ approval }) => expect(approval.issues.conclusions).toMatchObject({ number: 45, signatory }))
  })

  it('of a notice says who signs it; minutes are signed already', () => {
    const { signatory: _, ...unsigned } = notice
    given(signed).when('clerk', 'approval.issue', unsigned).isRejected('approval.no-signatory')
    given(signed)
      .when('system', 'approval.issue', { ...issue, signatory })
      .isRejected('approval.unneeded-signatory')
  })

  it.each(['minutes', 'conclusions'] as const)('keeps to whom the %s go', (paper) => {
    const recipients = [{ text: 'Sở Tài chính' }, { participantId: 'citizen1' }]
    given(signed)
      .when('clerk', 'approval.issue', { ...(paper === 'minutes' ? issue : notice), recipients })
      .leaves(({ approval }) => expect(approval.issues[paper]).toMatchObject({ recipients }))
  })

  it('of a notice that was written before signatories were kept stands as it was', () => {
    const data = { paper: 'conclusions', number: 45, year: 2026, byParticipantId: null }
    const { issues } = given(signed, happened({ type: 'approval.issued', data })).state.approval
    expect(issues.conclusions).toEqual({ number: 45, year: 2026, at: start + min(10) })
  })

  it('names nobody who is not of the session', () => {
    given(signed)
      .when('clerk', 'approval.issue', { ...notice, recipients: [{ participantId: 'stranger' }] })
      .isRejected('approval.unknown-recipient')
  })

  it('is seen by chair and secretary alone, signatory and recipients with it', () => {
    given(signed).when('clerk', 'approval.issue', notice).isSeenBy('chair', 'secretary')
  })

  it('is done once for each paper, and not before both have signed', () => {
    given(issued)
      .when('system', 'approval.issue', { ...issue, number: 13 })
      .isRejected('approval.already-issued')
    given(submitted).when('system', 'approval.issue', issue).isRejected('approval.not-signed')
  })

  it('takes no number from a page', () => {
    given(signed).when('secretary', 'approval.issue', issue).isRejected('forbidden')
  })
})

describe('a correction after the issue', () => {
  const begins = by('secretary', 'approval.beginCorrection', { reason: 'Thiếu một đại biểu.' })

  it('is a new document that names the one whose place it takes', () => {
    const { state } = given(issued, begins)
    expect(state.approval).toEqual({
      version: 2,
      waiver: null,
      comments: [],
      signatures: { secretary: null, chair: null },
      issues: { minutes: null, conclusions: null },
      corrects: { number: 12, year: 2026, at: start + min(10), reason: 'Thiếu một đại biểu.' },
    })
  })

  it('is written, signed and issued as the first was', () => {
    const again = all(issued, begins, writes, signs('secretary', other), signs('chair', other), issues('minutes', 13))
    expect(given(again).state.approval).toMatchObject({ version: 2, waiver: null, issues: { minutes: { number: 13 } } })
  })

  it('needs an issued one', () => {
    given(signed)
      .when('secretary', 'approval.beginCorrection', { reason: 'Thiếu một đại biểu.' })
      .isRejected('approval.not-issued')
  })
})

describe('once the session is sealed', () => {
  it('nothing of it changes', () => {
    const sealed = () => given(issued, seals)
    sealed().whenStillPresent('chair', 'approval.comment', { text: 'Muộn.' }).isRejected('approval.sealed')
    sealed().when('system', 'approval.sign', { participantId: 'secretary', sha256: text }).isRejected('approval.sealed')
    sealed()
      .when('clerk', 'approval.issue', { paper: 'conclusions', number: 1, year: 2026, byParticipantId: null })
      .isRejected('approval.sealed')
    sealed()
      .whenStillPresent('secretary', 'approval.beginCorrection', { reason: 'Muộn.' })
      .isRejected('approval.sealed')
    sealed().whenStillPresent('chair', 'approval.reopen', { reason: 'Muộn.' }).isRejected('approval.sealed')
  })
})

describe('a waiver: that no minutes will be issued', () => {
  const waives = (who: string) => by(who, 'approval.waive', { reason: 'Buổi làm việc nội bộ' })

  it.each(['chair', 'clerk'])('is said by the %s, with the reason, and kept with who said it and when', (who) => {
    const { state } = given(over, waives(who))
    expect(state.approval.waiver).toMatchObject({
      reason: 'Buổi làm việc nội bộ',
      at: start,
      by: who === 'chair' ? { kind: 'participant', participantId: 'chair' } : { kind: 'account' },
    })
    given(over, waives(who)).when('clerk', 'session.seal', {}).gives(event('session.sealed', {}))
  })

  it.each(['secretary', 'siteA', 'system'])('is not for the %s', (who) => {
    given(over).when(who, 'approval.waive', { reason: 'Không cần' }).isRejected('forbidden')
  })

  it('is of a closed session whose minutes are not issued, and said once', () => {
    given(inFullSession).when('clerk', 'approval.waive', { reason: 'Sớm' }).isRejected('approval.not-closed')
    given(issued).when('clerk', 'approval.waive', { reason: 'Muộn' }).isRejected('approval.already-issued')
    given(over, waives('chair'))
      .when('clerk', 'approval.waive', { reason: 'Lần nữa' })
      .isRejected('approval.already-waived')
    given(over, seals).when('clerk', 'approval.waive', { reason: 'Muộn' }).isRejected('approval.sealed')
    given(over).when('clerk', 'approval.waive', { reason: ' ' }).isRejected('invalid', { field: 'reason' })
  })

  it('ends when somebody signs after all', () => {
    const taken = all(over, waives('chair'), signs('secretary'))
    expect(given(taken).state.approval.waiver).toBeNull()
    given(taken).when('clerk', 'session.seal', {}).isRejected('approval.minutes-owed')
  })

  it('is seen by chair and secretary, who are not told which account', () => {
    const { state } = given(over, waives('clerk'))
    expect(pageOf('secretary', state).approval.waiver).toMatchObject({ by: { kind: 'account' } })
    expect(pageOf('siteA', state).approval.waiver).toBeNull()
  })
})
