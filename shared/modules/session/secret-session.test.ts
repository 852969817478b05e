// The rules for sessions of Mật and above, tested together although several modules enforce them (ADR 0056).

import { describe, expect, it } from 'vitest'
import { aDocument, by, connect, given, givenNothing, inFullSession, type Step } from '../../../tests/harness/given.ts'
import { ownEquipment } from '../../../tests/harness/own-equipment.ts'
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
const gathers: Step[] = [...booked, connect('chair', 'secretary', 'siteA')]
const items = [
  'permission',
  'closedRoom',
  'wiredMicrophones',
  'checkedDevices',
  'protectedLine',
  'chairDecided',
] as const
const confirms = (who: string): Step => by(who, 'devices.confirm', { siteId: 'a', items: [...items] })
const meets: Step[] = [...gathers, confirms('siteA'), by('chair', 'session.open', {})]

describe('a session of the level Mật or higher', () => {
  it.each(['confidential', 'secret', 'topSecret'] as const)(
    'cannot be a reception, which must be recorded: %s',
    (secrecy) => {
      givenNothing()
        .when('clerk', 'session.schedule', { ...plan, kind: 'reception', secrecy })
        .isRejected('secrecy.reception')
    },
  )

  it('is never recorded, neither by the server nor by the agency’s own equipment, whatever was scheduled', () => {
    for (const recording of ['required', 'onDemand', 'never', null] as const) {
      const { state } = givenNothing(by('clerk', 'session.schedule', { ...plan, recording }))
      expect(recordingRuleOf(state.session)).toBe('never')
    }
    givenNothing(...meets)
      .when('chair', 'recording.request', {})
      .isRejected('recording.never')
    givenNothing(...meets)
      .when('chair', 'recording.start', ownEquipment)
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

  it.each(['citizen', 'observer'] as const)('rejects the invitation of a participant with the role %s', (role) => {
    givenNothing(...booked)
      .when('clerk', 'admission.invite', invite('other', role))
      .isRejected('secrecy.named-only')
  })
})

describe('the device checklist', () => {
  it('prevents a secret session from opening until every room is confirmed', () => {
    givenNothing(...gathers)
      .when('chair', 'session.open', {})
      .isRejected('devices.unconfirmed', { sites: 'Điểm cầu A' })
    givenNothing(...gathers, confirms('secretary'))
      .when('chair', 'session.open', {})
      .leaves(({ session }) => expect(session.status).toBe('open'))
  })

  it('stores who confirmed which items and when, with wording and article of that time', () => {
    const { state } = givenNothing(...gathers, confirms('siteA'))
    expect(state.devices.rooms).toMatchObject([{ siteId: 'a', participantId: 'siteA' }])
    expect(state.devices.rooms[0]?.items.map(({ item }) => item)).toEqual(items)
    for (const { wording, source } of state.devices.rooms[0]?.items ?? []) {
      expect(wording).not.toBe('')
      expect(source).toContain('Nghị định số 26/2020/NĐ-CP')
    }
  })

  it('is confirmed completely, for an existing room, by its operator or by staff', () => {
    givenNothing(...gathers)
      .when('siteA', 'devices.confirm', { siteId: 'a', items: items.slice(1) })
      .isRejected('devices.incomplete')
    givenNothing(...gathers)
      .when('chair', 'devices.confirm', { siteId: 'nowhere', items: [...items] })
      .isRejected('devices.unknown-site')
    givenNothing(...gathers)
      .when('chair', 'devices.confirm', { siteId: null, items: [...items] })
      .isRejected('devices.unknown-site')
    const other = by('clerk', 'sites.add', { siteId: 'b', name: 'Điểm cầu B', rank: 'branch' })
    givenNothing(...booked, other, connect('chair', 'secretary', 'siteA'))
      .when('siteA', 'devices.confirm', { siteId: 'b', items: [...items] })
      .isRejected('devices.other-site')
  })

  it('at Tối mật and above also requires that nobody brings their own device', () => {
    const secret = by('clerk', 'session.schedule', { ...plan, secrecy: 'secret' })
    givenNothing(secret, ...gathers.slice(1))
      .when('siteA', 'devices.confirm', { siteId: 'a', items: [...items] })
      .isRejected('devices.incomplete')
  })

  it('is required of a site added later, which is possible only while the session is suspended', () => {
    const addsB = by('clerk', 'sites.add', { siteId: 'b', name: 'Điểm cầu B', rank: 'branch' })
    const begun = [...gathers, confirms('secretary'), by('chair', 'session.open', {})]
    givenNothing(...begun)
      .when('clerk', 'sites.add', { siteId: 'b', name: 'Điểm cầu B', rank: 'branch' })
      .isRejected('devices.going-on')
    const suspended = [...begun, by('chair', 'session.suspend', { reason: 'Thêm điểm cầu' }), addsB]
    givenNothing(...suspended)
      .when('chair', 'session.resume', {})
      .isRejected('devices.unconfirmed', { sites: 'Điểm cầu B' })
    givenNothing(...suspended, by('secretary', 'devices.confirm', { siteId: 'b', items: [...items] }))
      .when('chair', 'session.resume', {})
      .leaves(({ session }) => expect(session.status).toBe('open'))
  })

  it('is rejected in a session that is not secret', () => {
    given(inFullSession)
      .when('siteA', 'devices.confirm', { siteId: 'a', items: [...items] })
      .isRejected('devices.not-secret')
  })
})

describe('an internal session', () => {
  it('can be a reception, which is recorded', () => {
    const { state } = givenNothing(by('clerk', 'session.schedule', { ...plan, kind: 'reception', secrecy: 'internal' }))
    expect(recordingRuleOf(state.session)).toBe('required')
  })
})

describe('a document', () => {
  const internal = [by('clerk', 'session.schedule', { ...plan, secrecy: 'internal' })]
  const added = (secrecy: 'open' | 'internal' | 'confidential') =>
    givenNothing(...internal).when('system', 'documents.add', aDocument('one', { secrecy }))

  it('has at most the level of its session', () => {
    added('open').leaves(({ documents }) => expect(documents.documents[0]?.secrecy).toBe('open'))
    added('internal').leaves(({ documents }) => expect(documents.documents[0]?.secrecy).toBe('internal'))
    added('confidential').isRejected('secrecy.above-session')
  })

  it('cannot be raised above that level later', () => {
    const { title, itemId, isMarked, readBefore, needsAcknowledgement } = aDocument('one')
    const settings = { documentId: 'one', title, itemId, isMarked, readBefore, needsAcknowledgement }
    const held = [...internal, by('system', 'documents.add', aDocument('one'))]
    givenNothing(...held)
      .when('clerk', 'documents.change', { ...settings, secrecy: 'secret' })
      .isRejected('secrecy.above-session')
    givenNothing(...held)
      .when('clerk', 'documents.change', { ...settings, secrecy: 'internal' })
      .leaves(({ documents }) => expect(documents.documents[0]?.secrecy).toBe('internal'))
  })

  it('from an old journal without a level is read as open', () => {
    const { secrecy: _unsaid, ...old } = aDocument('one')
    givenNothing(...internal)
      .when('system', 'documents.add', old)
      .leaves(({ documents }) => expect(documents.documents[0]?.secrecy).toBe('open'))
  })
})

describe('a message that contains the marking of a secret paper', () => {
  it('is rejected', () => {
    const post = (text: string) => given(inFullSession).when('siteA', 'chat.post', { recipient: { to: 'staff' }, text })
    post('Báo cáo số 12\nTỐI MẬT\nVề việc bố trí lực lượng').isRejected('secrecy.marking')
    post('Xin gửi lại mật khẩu phòng họp.').leaves(({ chat }) => expect(chat.messages).toHaveLength(1))
  })
})
