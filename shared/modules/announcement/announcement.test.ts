import { describe, expect, it } from 'vitest'
import {
  by,
  closes,
  event,
  given,
  inFullSession,
  later,
  minutes,
  pageOf,
  sendsBack,
  staffAndSitesArrive,
  start,
} from '../../../tests/harness/given.ts'

const words = { text: 'Phiên làm việc buổi chiều bắt đầu lúc 14 giờ.' }
const posts = by('secretary', 'announcement.post', words)

describe('an announcement', () => {
  it.each(['chair', 'secretary'])('of the %s is shown to everybody in the room, and to nobody else', (who) => {
    given(inFullSession, sendsBack('citizen2'), later(minutes(3)))
      .when(who, 'announcement.post', words)
      .gives(event('announcement.posted', words))
      .leaves((state) => {
        expect(state.announcement.standing).toEqual({ ...words, at: start + minutes(3) })
        expect(pageOf('observer1', state).announcement.standing).not.toBeNull()
        expect(pageOf('citizen2', state).announcement.standing).toBeNull()
      })
      .isSeenBy('chair', 'secretary', 'siteA', 'siteB', 'citizen1', 'observer1')
  })

  it('is shown also to those who enter later, until it is taken down', () => {
    given(
      inFullSession,
      sendsBack('citizen2'),
      posts,
      by('secretary', 'admission.admit', { participantId: 'citizen2' }),
    )
      .when('chair', 'announcement.takeDown', {})
      .gives(event('announcement.takenDown', {}))
      .leaves(({ announcement }) => expect(announcement.standing).toBeNull())
    const { state } = given(
      inFullSession,
      sendsBack('citizen2'),
      posts,
      by('chair', 'admission.admit', { participantId: 'citizen2' }),
    )
    expect(pageOf('citizen2', state).announcement.standing).toMatchObject(words)
  })

  it('replaces the one before; posting the same text again writes nothing', () => {
    given(inFullSession, posts)
      .when('chair', 'announcement.post', { text: 'Nghỉ 10 phút.' })
      .leaves(({ announcement }) => expect(announcement.standing?.text).toBe('Nghỉ 10 phút.'))
    given(inFullSession, posts).when('chair', 'announcement.post', words).givesNothing()
  })

  it('can be posted before the opening, and is removed when the session is closed', () => {
    given(staffAndSitesArrive)
      .when('secretary', 'announcement.post', words)
      .leaves(() => undefined)
    given(inFullSession, posts, closes).when('secretary', 'announcement.takeDown', {}).isRejected('announcement.none')
    given(inFullSession, closes).when('secretary', 'announcement.post', words).isRejected('session.over')
  })

  it('is posted and taken down by staff only', () => {
    given(inFullSession).when('siteA', 'announcement.post', words).isRejected('forbidden')
    given(inFullSession, posts).when('siteA', 'announcement.takeDown', {}).isRejected('forbidden')
  })
})
