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

describe('the approval stages of the minutes', () => {
  it.each<[ApprovalStage, Step]>([
    ['draft', over],
    ['submitted', submitted],
    ['signed', signed],
    ['issued', issued],
  ])('reach the stage %s', (stage, steps) => {
    expect(stageOf(given(steps).state.approval)).toBe(stage)
  })

  it('are visible to the chair and the secretary only', () => {
    given(over).when('chair', 'approval.comment', { text: 'Ghi rõ thời hạn.' }).isSeenBy('chair', 'secretary')
    const { state } = given(issued)
    expect(pageOf('chair', state).approval).toEqual(state.approval)
    expect(stageOf(pageOf('siteA', state).approval)).toBe('draft')
  })
})

describe('a comment on the draft', () => {
  const comments = by('chair', 'approval.comment', { text: 'Ghi rõ thời hạn.' })

  it('is written by the chair and stays open until the secretary resolves it', () => {
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

  it('cannot be resolved if it does not exist', () => {
    given(over)
      .when('secretary', 'approval.resolve', { commentId: '019b0000-0000-7000-8000-000000000001' })
      .isRejected('approval.unknown-comment')
  })

  it('is rejected after both have signed', () => {
    given(signed).when('chair', 'approval.comment', { text: 'Bổ sung.' }).isRejected('approval.signed')
  })
})

describe('signing', () => {
  const sign = (participantId: string, sha256 = text) => ['system', 'approval.sign', { participantId, sha256 }] as const

  it('is done by the secretary first, then by the chair, both for the same text', () => {
    given(over)
      .when(...sign('secretary'))
      .gives(event('approval.signed', { participantId: 'secretary', signatory: 'secretary', sha256: text }))
    const { signatures } = given(signed).state.approval
    expect(signatures).toEqual({
      secretary: { participantId: 'secretary', at: start + min(5), sha256: text },
      chair: { participantId: 'chair', at: start + min(10), sha256: text },
    })
  })

  it('is rejected before the session is closed', () => {
    given(inFullSession)
      .when(...sign('secretary'))
      .isRejected('approval.not-closed')
  })

  it('is rejected for the chair before the secretary, and for one who has signed already', () => {
    given(over)
      .when(...sign('chair'))
      .isRejected('approval.secretary-first')
    given(submitted)
      .when(...sign('secretary'))
      .isRejected('approval.already-signed')
  })

  it('is rejected when the chair’s text differs from the one the secretary signed', () => {
    given(submitted)
      .when(...sign('chair', other))
      .isRejected('approval.other-text')
  })

  it('is rejected for any other participant, and when a page sends the command itself', () => {
    given(over)
      .when(...sign('siteA'))
      .isRejected('approval.not-signatory')
    given(over).when('secretary', 'approval.sign', { participantId: 'secretary', sha256: text }).isRejected('forbidden')
  })
})

describe('signed minutes', () => {
  const entryId = given(over).state.minutes.entries[0]?.entryId ?? ''

  it('cannot be changed from the first signature on', () => {
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

  it('are reopened for the secretary with the chair’s reason, which is kept as a comment', () => {
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

  it('cannot be reopened after the chair has signed, nor before anybody has', () => {
    given(signed).when('chair', 'approval.reopen', { reason: 'Sai.' }).isRejected('approval.signed')
    given(over).when('chair', 'approval.reopen', { reason: 'Sai.' }).isRejected('approval.not-submitted')
  })
})

describe('issuing', () => {
  const issue = { paper: 'minutes', number: 12, year: 2026, byParticipantId: 'secretary' } as const
  const notice = { paper: 'conclusions', number: 45, year: 2026, byParticipantId: null, signatory } as const

  it('assigns a number to the signed minutes, and a separate number to the notice of conclusions', () => {
    given(signed)
      .when('system', 'approval.issue', issue)
      .leaves(({ approval }) => {
        expect(approval.issues).toEqual({ minutes: { number: 12, year: 2026, at: start + min(10) }, conclusions: null })
      })
    given(issued)
      .when('clerk', 'approval.issue', { ...notice, number: 45 })
      .leaves(({ approval }) => expect(approval.issues.conclusions).toMatchObject({ number: 45, signatory }))
  })

  it('a notice requires a signatory; issuing minutes rejects one', () => {
    const { signatory: _, ...unsigned } = notice
    given(signed).when('clerk', 'approval.issue', unsigned).isRejected('approval.no-signatory')
    given(signed)
      .when('system', 'approval.issue', { ...issue, signatory })
      .isRejected('approval.unneeded-signatory')
  })

  it.each(['minutes', 'conclusions'] as const)('records the recipients of the %s', (paper) => {
    const recipients = [{ text: 'Sở Tài chính' }, { participantId: 'citizen1' }]
    given(signed)
      .when('clerk', 'approval.issue', { ...(paper === 'minutes' ? issue : notice), recipients })
      .leaves(({ approval }) => expect(approval.issues[paper]).toMatchObject({ recipients }))
  })

  it('reads an old issue event of a notice without a signatory unchanged', () => {
    const data = { paper: 'conclusions', number: 45, year: 2026, byParticipantId: null }
    const { issues } = given(signed, happened({ type: 'approval.issued', data })).state.approval
    expect(issues.conclusions).toEqual({ number: 45, year: 2026, at: start + min(10) })
  })

  it('rejects a recipient who is not a participant of the session', () => {
    given(signed)
      .when('clerk', 'approval.issue', { ...notice, recipients: [{ participantId: 'stranger' }] })
      .isRejected('approval.unknown-recipient')
  })

  it('is visible to chair and secretary only, including signatory and recipients', () => {
    given(signed).when('clerk', 'approval.issue', notice).isSeenBy('chair', 'secretary')
  })

  it('is rejected for a paper issued already, and before both have signed', () => {
    given(issued)
      .when('system', 'approval.issue', { ...issue, number: 13 })
      .isRejected('approval.already-issued')
    given(submitted).when('system', 'approval.issue', issue).isRejected('approval.not-signed')
  })

  it('is rejected when a page sends the command itself with a number', () => {
    given(signed).when('secretary', 'approval.issue', issue).isRejected('forbidden')
  })
})

describe('a correction after the issue', () => {
  const begins = by('secretary', 'approval.beginCorrection', { reason: 'Thiếu một đại biểu.' })

  it('is a new document that refers to the one it replaces', () => {
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

  it('is written, signed and issued like the first document', () => {
    const again = all(issued, begins, writes, signs('secretary', other), signs('chair', other), issues('minutes', 13))
    expect(given(again).state.approval).toMatchObject({ version: 2, waiver: null, issues: { minutes: { number: 13 } } })
  })

  it('is rejected before the minutes are issued', () => {
    given(signed)
      .when('secretary', 'approval.beginCorrection', { reason: 'Thiếu một đại biểu.' })
      .isRejected('approval.not-issued')
  })
})

describe('after the sealing', () => {
  it('all commands of the approval are rejected', () => {
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

  it.each(['chair', 'clerk'])('is declared by the %s with the reason, and kept with author and time', (who) => {
    const { state } = given(over, waives(who))
    expect(state.approval.waiver).toMatchObject({
      reason: 'Buổi làm việc nội bộ',
      at: start,
      by: who === 'chair' ? { kind: 'participant', participantId: 'chair' } : { kind: 'account' },
    })
    given(over, waives(who)).when('clerk', 'session.seal', {}).gives(event('session.sealed', {}))
  })

  it.each(['secretary', 'siteA', 'system'])('is rejected for the %s', (who) => {
    given(over).when(who, 'approval.waive', { reason: 'Không cần' }).isRejected('forbidden')
  })

  it('is allowed once, for a closed session whose minutes are not issued', () => {
    given(inFullSession).when('clerk', 'approval.waive', { reason: 'Sớm' }).isRejected('approval.not-closed')
    given(issued).when('clerk', 'approval.waive', { reason: 'Muộn' }).isRejected('approval.already-issued')
    given(over, waives('chair'))
      .when('clerk', 'approval.waive', { reason: 'Lần nữa' })
      .isRejected('approval.already-waived')
    given(over, seals).when('clerk', 'approval.waive', { reason: 'Muộn' }).isRejected('approval.sealed')
    given(over).when('clerk', 'approval.waive', { reason: ' ' }).isRejected('invalid', { field: 'reason' })
  })

  it('is cancelled when somebody signs the minutes afterwards', () => {
    const taken = all(over, waives('chair'), signs('secretary'))
    expect(given(taken).state.approval.waiver).toBeNull()
    given(taken).when('clerk', 'session.seal', {}).isRejected('approval.minutes-owed')
  })

  it('is visible to chair and secretary, without the account that declared it', () => {
    const { state } = given(over, waives('clerk'))
    expect(pageOf('secretary', state).approval.waiver).toMatchObject({ by: { kind: 'account' } })
    expect(pageOf('siteA', state).approval.waiver).toBeNull()
  })
})
