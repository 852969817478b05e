import { describe, expect, it } from 'vitest'
import { aDocument, by, given, grants, inFullSession, loses, type Step, sendsBack } from '../../tests/harness/given.ts'
import { ParticipantId } from '../kernel/ids.ts'
import { liveNotice } from './live.ts'

const agrees = { type: 'reaction', reaction: 'agree' } as const
const told = (who: string, ...steps: Step[]) =>
  liveNotice(given(inFullSession, ...steps).state, ParticipantId.parse(who), agrees)

it('a reaction is forwarded for those who may react, with the participant id set by the server', () => {
  expect(told('siteA')).toEqual({ ...agrees, participantId: 'siteA' })
  expect(told('citizen1')).toBeNull()
  expect(told('citizen1', by('chair', 'reactions.allow', { to: 'everybody' }))).toMatchObject(agrees)
  expect(told('siteA', by('chair', 'reactions.allow', { to: 'nobody' }))).toBeNull()
})

it('no notice is forwarded for a participant in a consultation', () => {
  expect(told('siteA', by('chair', 'consultation.start', { participantIds: ['siteA', 'siteB'] }))).toBeNull()
})

it('no notice is forwarded for a waiting or unknown participant', () => {
  expect(told('citizen1', by('chair', 'reactions.allow', { to: 'everybody' }), sendsBack('citizen1'))).toBeNull()
  expect(told('guest')).toBeNull()
})

describe('a pointer', () => {
  const pointer = { type: 'pointer', page: 1, at: { x: 0.5, y: 0.5 } } as const
  const presents = (who: string): Step => by(who, 'documents.present', { documentId: 'report', page: 1 })
  const report = by('system', 'documents.add', aDocument('report'))
  const letsHolder = by('chair', 'documents.letHolderPresent', { isLet: true })
  const pointed = (who: string, ...steps: Step[]) =>
    liveNotice(given(report, inFullSession, letsHolder, ...steps).state, ParticipantId.parse(who), pointer)

  it('is forwarded from the presenter, with their id', () => {
    expect(pointed('secretary', presents('secretary'))).toEqual({ ...pointer, participantId: 'secretary' })
    expect(pointed('siteA', grants('siteA'), presents('siteA'))).toMatchObject({ participantId: 'siteA' })
  })

  it.each([
    ['nothing is presented', 'chair', []],
    ['another presents', 'chair', [presents('secretary')]],
    [
      'the presenter no longer has the floor',
      'siteA',
      [grants('siteA'), presents('siteA'), by('siteA', 'floor.release', {})],
    ],
    ['the presenter is lost', 'secretary', [presents('secretary'), loses('secretary')]],
    ['the presentation is over', 'chair', [presents('chair'), by('chair', 'documents.endPresentation', {})]],
  ] as const)('is not forwarded when %s', (_when, who, steps) => {
    expect(pointed(who, ...steps)).toBeNull()
  })
})
