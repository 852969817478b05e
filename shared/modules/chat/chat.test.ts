import { describe, expect, it } from 'vitest'
import {
  by,
  closes,
  connect,
  connects,
  given,
  happened,
  inFullSession,
  later,
  minutes,
  pageOf,
  seals,
  sendsBack,
  staffAndSitesArrive,
  start,
} from '../../../tests/harness/given.ts'
import { maximumMessages } from './contract.ts'

const toAll = { recipient: { to: 'all' }, text: 'Xin kính chào hội nghị.' } as const
const toStaff = { recipient: { to: 'staff' }, text: 'Tôi không nghe rõ.' } as const
const to = (participantId: string) =>
  ({ recipient: { to: 'one', participantId }, text: 'Mời ông bật máy quay.' }) as const
const toSite = (siteId: string) => ({ recipient: { to: 'site', siteId }, text: 'Mời cả phòng ngồi lại.' }) as const
const secondCameraAtA = by('secretary', 'admission.invite', {
  participantId: 'siteA2',
  personId: 'person-siteA2',
  role: 'siteOperator',
  siteId: 'branchA',
  waits: false,
  linkId: 'link-siteA2',
})
/** Citizen 1 waits; the others are in the room. */
const oneWaits = given.bind(null, inFullSession, sendsBack('citizen1'))

describe('a message', () => {
  it('records its author, recipient and time', () => {
    const { session } = given(inFullSession, later(minutes(2))).when('siteA', 'chat.post', toAll)
    expect(session.state.chat.messages).toEqual([
      { ...toAll, messageId: expect.stringMatching(/^[0-9a-f-]{36}$/), from: 'siteA', at: start + minutes(2) },
    ])
  })

  it('to all is visible to all in the room, and not in the waiting room', () => {
    oneWaits()
      .when('citizen2', 'chat.post', toAll)
      .isSeenBy('chair', 'secretary', 'siteA', 'siteB', 'citizen2', 'observer1')
      .leaves((state) => {
        expect(pageOf('observer1', state).chat.messages).toHaveLength(1)
        expect(pageOf('citizen1', state).chat.messages).toEqual([])
      })
  })

  it('to staff is visible to staff and its author', () => {
    oneWaits()
      .when('siteA', 'chat.post', toStaff)
      .isSeenBy('chair', 'secretary', 'siteA')
      .leaves((state) => expect(pageOf('siteB', state).chat.messages).toEqual([]))
  })

  it('from staff to one person is visible to that person and to staff', () => {
    oneWaits()
      .when('secretary', 'chat.post', to('siteA'))
      .isSeenBy('chair', 'secretary', 'siteA')
      .leaves((state) => expect(pageOf('siteA', state).chat.messages).toHaveLength(1))
  })

  it('to a site is visible to that site and to staff, also to those who join the site later', () => {
    given(inFullSession)
      .when('siteA', 'chat.post', toSite('branchA'))
      .isSeenBy('chair', 'secretary', 'siteA')
      .leaves((state) => expect(pageOf('siteB', state).chat.messages).toEqual([]))
    given(inFullSession, by('secretary', 'chat.post', toSite('branchA')), secondCameraAtA, connects('siteA2'))
      .when('chair', 'chat.post', toSite('branchA'))
      .isSeenBy('chair', 'secretary', 'siteA', 'siteA2')
      .leaves((state) => expect(pageOf('siteA2', state).chat.messages).toHaveLength(2))
  })

  it('to a site is accepted from staff or from that site only, and for an existing site', () => {
    given(inFullSession).when('siteB', 'chat.post', toSite('branchA')).isRejected('chat.other-site')
    given(inFullSession).when('citizen1', 'chat.post', toSite('branchA')).isRejected('chat.other-site')
    given(inFullSession).when('chair', 'chat.post', toSite('nowhere')).isRejected('chat.unknown-recipient')
    oneWaits().when('citizen1', 'chat.post', toSite('branchA')).isRejected('chat.only-to-staff')
  })

  it('from staff reaches a person in the waiting room, who can answer to staff', () => {
    oneWaits().when('chair', 'chat.post', to('citizen1')).isSeenBy('chair', 'secretary', 'citizen1')
    oneWaits()
      .when('citizen1', 'chat.post', toStaff)
      .isSeenBy('chair', 'secretary', 'citizen1')
      .leaves((state) => expect(pageOf('citizen1', state).chat.messages).toHaveLength(1))
  })

  it('from the waiting room can be sent to staff only', () => {
    oneWaits().when('citizen1', 'chat.post', toAll).isRejected('chat.only-to-staff')
    oneWaits().when('citizen1', 'chat.post', to('chair')).isRejected('chat.only-to-staff')
  })

  it('between two participants who are not staff is rejected', () => {
    given(inFullSession).when('citizen1', 'chat.post', to('citizen2')).isRejected('chat.only-to-staff')
    given(inFullSession).when('siteA', 'chat.post', to('chair')).isRejected('chat.only-to-staff')
  })

  it('requires a recipient who is in the session', () => {
    given(inFullSession).when('chair', 'chat.post', to('guest')).isRejected('chat.unknown-recipient')
  })

  it('requires text', () => {
    given(inFullSession)
      .when('chair', 'chat.post', { ...toAll, text: ' \n ' })
      .isRejected('invalid', { field: 'text' })
  })

  it('may have several lines and any script, but no control, bidirectional or invalid characters', () => {
    given(inFullSession)
      .when('chair', 'chat.post', { ...toAll, text: 'Một.\n\tHai: “nghỉ” 🙏 ភាសាខ្មែរ' })
      .leaves(({ chat }) => expect(chat.messages).toHaveLength(1))
    for (const text of ['a\u0000b', 'a\u202eb', 'a\u2066b', 'a\u001b[31mb', 'a\ud800b'])
      given(inFullSession)
        .when('chair', 'chat.post', { ...toAll, text })
        .isRejected('invalid', { field: 'text' })
  })

  it('is accepted before opening and after closing, until the session is sealed', () => {
    given(staffAndSitesArrive, connect('citizen1'))
      .when('citizen1', 'chat.post', toStaff)
      .leaves(({ chat }) => expect(chat.messages).toHaveLength(1))
    given(inFullSession, closes)
      .when('chair', 'chat.post', toAll)
      .leaves(({ chat }) => expect(chat.messages).toHaveLength(1))
    given(inFullSession, closes, seals).whenStillPresent('chair', 'chat.post', toAll).isRejected('session.over')
  })

  it(`is rejected beyond ${maximumMessages} messages`, () => {
    const posted = { messageId: '019b0000-0000-7000-8000-000000000001', from: 'chair', ...toAll }
    const full = Array.from({ length: maximumMessages }, () => ({ type: 'chat.posted', data: posted }) as const)
    given(staffAndSitesArrive, happened(...full))
      .when('chair', 'chat.post', toAll)
      .isRejected('chat.too-many', { maximum: maximumMessages })
  })
})
