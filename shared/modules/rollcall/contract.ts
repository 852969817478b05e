// Roll call: a mark for each delegate of a site, and the headcount behind its camera.
import { z } from 'zod'
import { presentRoles, staffPresent } from '../../kernel/actor.ts'
import { DelegateId, line, Ms, ParticipantId, PersonId, SiteId } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'

export const RollcallMark = z
  .enum(['present', 'late', 'leftEarly', 'absentWithLeave', 'absentWithoutLeave', 'substitute'])
  .describe('có mặt, đến muộn, ra về sớm, vắng có phép, vắng không phép, người dự thay')
export type RollcallMark = z.infer<typeof RollcallMark>

const Marked = z.object({
  delegateId: DelegateId,
  mark: RollcallMark,
  substituteId: PersonId.nullable().describe('who sits in the delegate’s place, with the mark substitute'),
  substitutePaper: line(200).nullable().optional().describe('by which paper: “Giấy ủy quyền số 12/GUQ-UBND”'),
})
const Headcount = z.object({ siteId: SiteId, count: z.int().min(0).max(10_000) })
const AtSite = z.object({ siteId: SiteId })
const Confirmation = z.object({ byParticipantId: ParticipantId, at: Ms })

const call = presentRoles('chair', 'secretary', 'siteOperator')
const refusals = ['session.over', 'rollcall.unknown'] as const
const callRefusals = [...refusals, 'rollcall.other-site'] as const

export const rollcall = defineModule('rollcall', {
  commands: {
    mark: command('Marks a delegate in the roll call.', call, Marked, [...callRefusals, 'rollcall.substitute-missing']),
    countHeads: command('Gives the number of people in the room of a site.', call, Headcount, callRefusals),
    confirm: command('Confirms the roll call of a site as it stands.', staffPresent, AtSite, refusals),
  },
  events: {
    marked: event('present', Marked.extend({ siteId: SiteId })),
    headsCounted: event('present', Headcount),
    confirmed: event('present', AtSite),
  },
  state: z.object({
    marks: z.record(DelegateId, Marked.extend({ at: Ms })),
    headcounts: z.record(SiteId, z.object({ count: z.int(), at: Ms })),
    confirmations: z.record(SiteId, Confirmation).describe('a change afterwards takes the confirmation back'),
  }),
  initial: { marks: {}, headcounts: {}, confirmations: {} },
})

/** The marks that mean: somebody sits there. */
export const countsAsPresent = (mark: RollcallMark): boolean =>
  mark === 'present' || mark === 'late' || mark === 'substitute'
