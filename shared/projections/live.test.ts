import { expect, it } from 'vitest'
import { by, given, inFullSession, type Step, sendsBack } from '../../tests/harness/given.ts'
import { ParticipantId } from '../kernel/ids.ts'
import { liveNotice } from './live.ts'

const agrees = { type: 'reaction', reaction: 'agree' } as const
const told = (who: string, ...steps: Step[]) =>
  liveNotice(given(inFullSession, ...steps).state, ParticipantId.parse(who), agrees)

it('a reaction is told of those who may react, under the name the server knows them by', () => {
  expect(told('siteA')).toEqual({ ...agrees, participantId: 'siteA' })
  expect(told('citizen1')).toBeNull()
  expect(told('citizen1', by('chair', 'reactions.allow', { to: 'everybody' }))).toMatchObject(agrees)
  expect(told('siteA', by('chair', 'reactions.allow', { to: 'nobody' }))).toBeNull()
})

it('nothing is told of who is in consultation', () => {
  expect(told('siteA', by('chair', 'consultation.start', { participantIds: ['siteA', 'siteB'] }))).toBeNull()
})

it('nothing is told of who waits or does not belong here', () => {
  expect(told('citizen1', by('chair', 'reactions.allow', { to: 'everybody' }), sendsBack('citizen1'))).toBeNull()
  expect(told('guest')).toBeNull()
})
