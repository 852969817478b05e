import { expect, it } from 'vitest'
import { z } from 'zod'
import { ParticipantId, SiteId } from '../../shared/kernel/ids.ts'
import { event } from '../../shared/kernel/module.ts'
import { sightsOf, sightWords } from './audiences.ts'

const content = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('note'), by: ParticipantId }),
  z.object({ kind: z.literal('decision'), by: ParticipantId }),
])

it('describes an audience that does not depend on the event data', () => {
  expect(sightWords(sightsOf(event('staff', z.object({}))))).toBe('chair and secretary')
})

it('describes an audience with the fields that name participants', () => {
  const aboutOne = event(
    ({ who }) => ({ to: 'present', and: [who.participantId] }),
    z.object({ who: z.object({ participantId: ParticipantId }) }),
  )
  expect(sightWords(sightsOf(aboutOne))).toBe('everyone in the room, and the participant in `who.participantId`')
})

it('describes an audience with the field that names a site', () => {
  const ofSite = event(({ siteId }) => ({ to: 'staff', and: [], atSite: siteId }), z.object({ siteId: SiteId }))
  expect(sightWords(sightsOf(ofSite))).toBe('chair and secretary, and those in the room of the site in `siteId`')
})

it('describes an audience that depends on a discriminated field for each of its values', () => {
  const entry = event(
    (data) => (data.content.kind === 'note' ? { to: 'nobody', and: [data.content.by] } : 'present'),
    z.object({ content }),
  )
  expect(sightWords(sightsOf(entry))).toBe(
    [
      '`content.kind` is `note`: nobody: it stays in the journal, and the participant in `content.by`',
      '`content.kind` is `decision`: everyone in the room',
    ].join('; '),
  )
  const either = event(
    ({ mark }) => (mark === 'late' ? 'staff' : 'everyone'),
    z.object({ mark: z.enum(['late', 'present']) }),
  )
  expect(sightsOf(either)).toEqual([
    { when: '`mark` is `late`', to: 'staff', and: [], inside: [], atSite: null },
    { when: '`mark` is `present`', to: 'everyone', and: [], inside: [], atSite: null },
  ])
  const all = event(() => 'present', z.object({ mark: z.enum(['late', 'present']) }))
  expect(sightsOf(all)).toEqual([{ when: '', to: 'present', and: [], inside: [], atSite: null }])
})
