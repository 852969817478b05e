import { expect, it } from 'vitest'
import { ConnectionId, ParticipantId } from '../../../shared/kernel/ids.ts'
import { citizen, citizensView, site } from '../session/a-hearing.fixture.ts'
import { emptySession, type SessionSnapshot } from '../session/store.ts'
import { screenSharer } from './screen-sharer.ts'

type Sharing = NonNullable<SessionSnapshot['state']>['sharing']['holder']

function page(holder: Sharing, aside: readonly ParticipantId[] = []): SessionSnapshot {
  const state = citizensView('present')
  const consultationId = '0190163d-8694-739b-aea5-966c26f8ad91'
  return {
    ...emptySession,
    me: { participantId: citizen, connectionId: ConnectionId.parse('connection') },
    state: {
      ...state,
      sharing: { requests: [], holder },
      consultation: {
        consultations: [
          { consultationId, participantIds: [...aside], startedAt: 0, endedAt: null, isIdentityCheck: false },
        ],
      },
    },
  }
}
const shared = (by: ParticipantId, startedAt: number | null = 1) => ({ participantId: by, grantedAt: 0, startedAt })

it('a started screen share takes the main place', () => {
  expect(screenSharer(page(null))).toBeNull()
  expect(screenSharer(page(shared(site, null)))).toBeNull()
  expect(screenSharer(page(shared(site)))).toBe(site)
})

it('the own screen is not shown, nor any screen to somebody in a consultation', () => {
  expect(screenSharer(page(shared(citizen)))).toBeNull()
  expect(screenSharer(page(shared(site), [citizen, ParticipantId.parse('chair')]))).toBeNull()
})

it('is null if the sharer is not in the room', () => {
  expect(screenSharer(page(shared(ParticipantId.parse('gone'))))).toBeNull()
})
