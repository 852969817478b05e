import { describe, expect, it } from 'vitest'
import {
  about,
  asks,
  by,
  closes,
  event,
  given,
  grants,
  inFullSession,
  later,
  loses,
  seconds,
  sendsBack,
  staffAndSitesArrive,
  start,
  suspends,
} from '../../../tests/harness/given.ts'
import { aggregate } from '../../../tests/harness/session-model.ts'
import type { SessionState } from '../index.ts'

const holder = (expected: string | null) => (state: SessionState) =>
  expect(state.floor.holder?.participantId ?? null).toBe(expected)
const granted = (participantId: string, rest: { purpose?: 'speak'; endsAt?: number; itemId?: string } = {}) => ({
  participantId,
  purpose: null,
  speakerId: null,
  itemId: null,
  endsAt: null,
  ...rest,
})
const asking = ({ floor }: SessionState) => floor.requests.map(({ participantId }) => participantId)

describe('requesting the floor', () => {
  it('adds the request with its purpose, in the order of requests', () => {
    given(inFullSession, asks('siteB'), later(seconds(10)))
      .when('siteA', 'floor.request', { purpose: 'question' })
      .gives(event('floor.requested', { participantId: 'siteA', purpose: 'question', position: 1 }))
      .leaves(({ floor }) =>
        expect(floor.requests).toEqual([
          { participantId: 'siteB', purpose: 'speak', at: start },
          { participantId: 'siteA', purpose: 'question', at: start + seconds(10) },
        ]),
      )
      .isSeenBy('chair', 'secretary', 'siteA', 'siteB', 'citizen1', 'citizen2', 'observer1')
  })

  it('is rejected a second time', () => {
    given(inFullSession, asks('siteA'))
      .when('siteA', 'floor.request', { purpose: 'reply' })
      .isRejected('floor.already-requested')
  })

  it('is rejected for the holder', () => {
    given(inFullSession, grants('siteA'))
      .when('siteA', 'floor.request', { purpose: 'speak' })
      .isRejected('floor.already-held')
  })

  it.each([
    ['before opening', given(staffAndSitesArrive)],
    ['while suspended', given(inFullSession, suspends)],
    ['after closing', given(inFullSession, closes)],
  ])('is rejected %s', (_when, session) => {
    session.when('siteA', 'floor.request', { purpose: 'speak' }).isRejected('session.not-open')
  })

  it('is rejected for observers, and from the waiting room', () => {
    given(inFullSession).when('observer1', 'floor.request', { purpose: 'speak' }).isRejected('forbidden')
    given(inFullSession, sendsBack('citizen1'))
      .when('citizen1', 'floor.request', { purpose: 'speak' })
      .isRejected('forbidden')
  })
})

describe('withdrawing a request', () => {
  it('removes one’s own request and keeps the others', () => {
    given(inFullSession, asks('siteA'), asks('siteB'))
      .when('siteA', 'floor.withdraw', {})
      .gives(event('floor.withdrawn', { participantId: 'siteA' }))
      .leaves((state) => expect(asking(state)).toEqual(['siteB']))
  })

  it('requires a request', () => {
    given(inFullSession, asks('siteB')).when('siteA', 'floor.withdraw', {}).isRejected('floor.no-request')
  })
})

describe('granting the floor', () => {
  it('gives it to one who requested it, and removes the request', () => {
    given(inFullSession, asks('siteA'), asks('siteB'))
      .when('chair', 'floor.grant', { participantId: 'siteB', limitSeconds: null })
      .gives(event('floor.granted', granted('siteB', { purpose: 'speak' })))
      .leaves((state) => {
        expect(state.floor.holder).toEqual({
          participantId: 'siteB',
          purpose: 'speak',
          speakerId: null,
          grantedAt: start,
          endsAt: null,
          pausedAt: null,
          isOverrun: false,
          lostAt: null,
        })
        expect(asking(state)).toEqual(['siteA'])
      })
  })

  it('gives it to one who did not request it', () => {
    given(inFullSession)
      .when('secretary', 'floor.grant', { participantId: 'citizen1', limitSeconds: null })
      .leaves(holder('citizen1'))
  })

  it('revokes it from the current holder: one speaks at a time', () => {
    given(inFullSession, grants('siteA', 300))
      .when('chair', 'floor.grant', { participantId: 'siteB', limitSeconds: null })
      .gives(event('floor.revoked', { participantId: 'siteA', reason: null }), event('floor.granted', granted('siteB')))
      .leaves(holder('siteB'))
  })

  it.each([
    ['before opening', given(staffAndSitesArrive), 'siteA', 'session.not-open'],
    ['while suspended', given(inFullSession, suspends), 'siteA', 'session.not-open'],
    ['to one who is not here', given(inFullSession, loses('siteA')), 'siteA', 'floor.not-present'],
    ['to one who waits', given(inFullSession, sendsBack('citizen1')), 'citizen1', 'floor.not-present'],
    ['to a stranger', given(inFullSession), 'guest', 'floor.not-present'],
    ['to an observer', given(inFullSession), 'observer1', 'floor.observer'],
    ['to the holder', given(inFullSession, grants('siteA')), 'siteA', 'floor.already-held'],
  ])('is rejected %s', (_what, session, participantId, code) => {
    session.when('chair', 'floor.grant', { participantId, limitSeconds: null }).isRejected(code)
  })

  it('is allowed for chair and secretary only', () => {
    given(inFullSession)
      .when('siteA', 'floor.grant', { participantId: 'siteA', limitSeconds: null })
      .isRejected('forbidden')
    given(inFullSession)
      .when('citizen1', 'floor.grant', { participantId: 'citizen1', limitSeconds: null })
      .isRejected('forbidden')
  })
})

describe('denying a request', () => {
  it('removes the request, with or without a reason', () => {
    given(inFullSession, asks('siteA'), asks('siteB'))
      .when('chair', 'floor.deny', { participantId: 'siteA', reason: 'Đã hết thời gian thảo luận' })
      .gives(event('floor.denied', { participantId: 'siteA', reason: 'Đã hết thời gian thảo luận' }))
      .leaves((state) => expect(asking(state)).toEqual(['siteB']))
    given(inFullSession, asks('siteA'))
      .when('secretary', 'floor.deny', { participantId: 'siteA', reason: null })
      .gives(event('floor.denied', { participantId: 'siteA', reason: null }))
  })

  it('requires a request', () => {
    given(inFullSession)
      .when('chair', 'floor.deny', { participantId: 'siteA', reason: null })
      .isRejected('floor.no-request')
  })
})

describe('releasing the floor', () => {
  it('is done by the holder', () => {
    given(inFullSession, grants('siteA'))
      .when('siteA', 'floor.release', {})
      .gives(event('floor.released', { participantId: 'siteA' }))
      .leaves(holder(null))
  })

  it('is rejected for anybody else', () => {
    given(inFullSession, grants('siteA')).when('siteB', 'floor.release', {}).isRejected('floor.not-holder')
    given(inFullSession).when('chair', 'floor.release', {}).isRejected('floor.not-holder')
  })
})

describe('revoking the floor', () => {
  it('is done by chair or secretary, with or without a reason', () => {
    given(inFullSession, grants('siteA'))
      .when('chair', 'floor.revoke', { reason: 'Lạc đề' })
      .gives(event('floor.revoked', { participantId: 'siteA', reason: 'Lạc đề' }))
      .leaves(holder(null))
    given(inFullSession, grants('siteA'))
      .when('secretary', 'floor.revoke', { reason: null })
      .gives(event('floor.revoked', { participantId: 'siteA', reason: null }))
  })

  it('requires a holder', () => {
    given(inFullSession).when('chair', 'floor.revoke', { reason: null }).isRejected('floor.not-held')
  })
})

describe('the floor reacts when', () => {
  it.each([
    ['the holder left', 'siteA', 'admission.leave', {}],
    ['the holder was removed', 'chair', 'admission.remove', about('siteA')],
    ['the holder was sent back to the waiting room', 'chair', 'admission.returnToWaiting', about('siteA')],
  ] as const)('%s: it is freed', (_what, who, type, data) => {
    given(inFullSession, grants('siteA'), asks('siteB'))
      .when(who, type, data)
      .leaves((state) => {
        holder(null)(state)
        expect(asking(state)).toEqual(['siteB'])
      })
  })

  it.each([
    ['left', 'siteA', 'admission.leave', {}],
    ['was removed', 'chair', 'admission.remove', about('siteA')],
    ['was sent back to the waiting room', 'chair', 'admission.returnToWaiting', about('siteA')],
  ] as const)('somebody with a request %s: the request is removed', (_what, who, type, data) => {
    given(inFullSession, asks('siteA'), asks('siteB'), grants('citizen1'))
      .when(who, type, data)
      .leaves((state) => {
        holder('citizen1')(state)
        expect(asking(state)).toEqual(['siteB'])
      })
  })

  it('somebody with a request was lost: the request is kept', () => {
    given(inFullSession, asks('siteA'), loses('siteA'))
      .when('system', 'admission.connect', { participantId: 'siteA', connectionId: 'phone' })
      .leaves((state) => expect(asking(state)).toEqual(['siteA']))
  })

  it('the session is suspended: it is freed, the requests are kept', () => {
    given(inFullSession, grants('siteA', 300), asks('siteB'))
      .when('chair', 'session.suspend', { reason: 'Nghỉ giải lao' })
      .leaves((state) => {
        holder(null)(state)
        expect(asking(state)).toEqual(['siteB'])
        expect(aggregate.deadlines(state)).toEqual([])
      })
  })

  it('the session is closed: it is freed, the requests are removed', () => {
    given(inFullSession, grants('siteA', 300), asks('siteB'))
      .when('chair', 'session.close', {})
      .leaves(({ floor }) => {
        expect(floor).toMatchObject({ requests: [], holder: null })
        expect(floor.turns).toMatchObject([{ participantId: 'siteA', to: start }])
      })
  })
})

it('events of the floor are not visible in the waiting room', () => {
  given(inFullSession, sendsBack('citizen1'), by('chair', 'floor.grant', { participantId: 'siteA', limitSeconds: 60 }))
    .when('siteA', 'floor.release', {})
    .isSeenBy('chair', 'secretary', 'siteA', 'siteB', 'citizen2', 'observer1')
})
