// Sessions that hold secrets of the state, whatever module keeps the rule (ADR 0056).
import { describe, expect, it } from 'vitest'
import { aDocument, by, connect, given, givenNothing, inFullSession, type Step } from '../../../tests/harness/given.ts'
import { recordingRuleOf } from './contract.ts'

const plan = {
  sessionId: 'secret',
  title: 'Hội nghị về phương án bảo vệ',
  kind: 'conference',
  scheduledAt: 1_790_000_000_000,
  plannedMinutes: 60,
  place: 'Phòng họp kín số 1',
  secrecy: 'confidential',
} as const

const invite = (participantId: string, role: 'chair' | 'secretary' | 'siteOperator' | 'citizen' | 'observer') => ({
  participantId,
  personId: participantId,
  role,
  siteId: role === 'siteOperator' ? 'a' : null,
  waits: false,
  linkId: `link-${participantId}`,
})
const invites = (...invitation: Parameters<typeof invite>): Step =>
  by('clerk', 'admission.invite', invite(...invitation))

const booked: Step[] = [
  by('clerk', 'session.schedule', plan),
  by('clerk', 'sites.add', { siteId: 'a', name: 'Điểm cầu A', rank: 'centre' }),
  invites('chair', 'chair'),
  invites('secretary', 'secretary'),
  invites('siteA', 'siteOperator'),
]
const meets: Step[] = [...booked, connect('chair', 'secretary', 'siteA'), by('chair', 'session.open', {})]

describe('a session of the level Mật or higher', () => {
  it.each(['confidential', 'secret', 'topSecret'] as const)(
    'is no reception, which must be recorded: %s',
    (secrecy) => {
      givenNothing()
        .when('clerk', 'session.schedule', { ...plan, kind: 'reception', secrecy })
        .isRejected('secrecy.reception')
    },
  )

  it('is not recorded, whatever was booked, neither by the server nor by the agency’s own equipment', () => {
    for (const recording of ['required', 'onDemand', 'never', null] as const) {
      const { state } = givenNothing(by('clerk', 'session.schedule', { ...plan, recording }))
      expect(recordingRuleOf(state.session)).toBe('never')
    }
    givenNothing(...meets)
      .when('chair', 'recording.request', {})
      .isRejected('recording.never')
    givenNothing(...meets)
      .when('chair', 'recording.start', {})
      .isRejected('recording.never')
  })

  it('has no captions', () => {
    givenNothing(...meets)
      .when('secretary', 'captions.appoint', { participantId: 'secretary' })
      .isRejected('secrecy.no-captions')
    for (const where of ['captions.setAutomatic', 'captions.setOnScreens'] as const)
      givenNothing(...meets)
        .when('secretary', where, { isOn: true })
        .isRejected('secrecy.no-captions')
  })

  it('has neither messages nor documents', () => {
    givenNothing(...meets)
      .when('secretary', 'chat.post', { recipient: { to: 'all' }, text: 'Chào các đồng chí' })
      .isRejected('secrecy.no-chat')
    givenNothing(...meets)
      .when('system', 'documents.add', aDocument('one'))
      .isRejected('secrecy.no-documents')
  })

  it.each(['citizen', 'observer'] as const)('invites nobody to look on or from outside the agencies: %s', (role) => {
    givenNothing(...booked)
      .when('clerk', 'admission.invite', invite('other', role))
      .isRejected('secrecy.named-only')
  })
})

describe('an internal session', () => {
  it('may be a reception, which is recorded', () => {
    const { state } = givenNothing(by('clerk', 'session.schedule', { ...plan, kind: 'reception', secrecy: 'internal' }))
    expect(recordingRuleOf(state.session)).toBe('required')
  })
})

describe('a message with the mark of a secret paper', () => {
  it('is refused, and nothing of it is kept', () => {
    const post = (text: string) => given(inFullSession).when('siteA', 'chat.post', { recipient: { to: 'staff' }, text })
    post('Báo cáo số 12\nTỐI MẬT\nVề việc bố trí lực lượng').isRejected('secrecy.marking')
    post('Xin gửi lại mật khẩu phòng họp.').leaves(({ chat }) => expect(chat.messages).toHaveLength(1))
  })
})
