// What books a session, or invites one more person to it: bodies of the REST API that the form and the import fill.
import { z } from 'zod'
import { Ms, Role, SiteId } from '../../kernel/ids.ts'
import { maximumParticipants } from '../../modules/admission/contract.ts'
import { agenda, maximumItems } from '../../modules/agenda/contract.ts'
import { session } from '../../modules/session/contract.ts'
import { maximumDelegatesPerSite, maximumSites, Site } from '../../modules/sites/contract.ts'
import { Person } from '../engine/socket-events.ts'
import { repeatedPeople } from './repeated-people.ts'

/** Where invitations go. Kept with the name in the people record, told to staff alone. */
export const Email = z.email().max(254)
const email = Email.nullable().default(null)

/** A year of weeks. */
export const maximumSeries = 52

const NewDelegate = Person.extend({ email }).meta({ id: 'NewDelegate' })

const NewSite = Site.pick({ name: true, rank: true })
  .extend({ delegates: z.array(NewDelegate).max(maximumDelegatesPerSite).default([]) })
  .meta({ id: 'NewSite' })
type NewSite = z.infer<typeof NewSite>

const Invited = Person.extend({
  email,
  role: Role,
  waits: z
    .boolean()
    .optional()
    .describe('meets the waiting room before the room; unset: citizens and observers do, others do not'),
})
export type Invited = z.infer<typeof Invited>

const position = z.int().nonnegative()

/** People have no ids before they are booked. */
const Reporter = z
  .union([
    z.object({ participantIndex: position.describe('position in participants') }),
    z.object({
      siteIndex: position.describe('position in sites'),
      delegateIndex: position.describe('position among its delegates'),
    }),
  ])
  .meta({ id: 'Reporter' })
export type Reporter = z.infer<typeof Reporter>

const NewItem = agenda.commands.add.data
  .omit({ itemId: true, reporterId: true })
  .extend({ reporter: Reporter.nullable().default(null).describe('who reports on it; null: nobody is named') })
  .meta({ id: 'NewAgendaItem' })

export const NewSession = session.commands.schedule.data
  // What is a visit of whose ticket the queue alone says: by it words are found that somebody has written for their officer.
  .omit({ sessionId: true, seriesId: true, isProtected: true, visitOf: true })
  .extend({
    alsoAt: z
      .array(Ms)
      .max(maximumSeries - 1)
      .default([])
      .describe('further times: a session of its own each, with the same sites and people; together a series'),
    sites: z.array(NewSite).max(maximumSites).default([]),
    participants: z
      .array(Invited.extend({ siteIndex: position.nullable().describe('position in sites; null: at none') }))
      .max(maximumParticipants)
      .default([]),
    agenda: z.array(NewItem).max(maximumItems).default([]),
  })
  .superRefine(({ scheduledAt, alsoAt, sites, participants, agenda }, context) => {
    for (const [index, at] of alsoAt.entries())
      if (at === scheduledAt || alsoAt.indexOf(at) < index)
        context.addIssue({ code: 'custom', path: ['alsoAt', index], message: 'the same time twice' })
    for (const [index, { siteIndex }] of participants.entries())
      if (siteIndex !== null && siteIndex >= sites.length)
        context.addIssue({
          code: 'custom',
          path: ['participants', index, 'siteIndex'],
          message: `there is no site ${siteIndex}: sites has ${sites.length}, counted from 0`,
        })
    for (const { path, repeats } of repetitions({ sites, participants }))
      context.addIssue({
        code: 'custom',
        path,
        params: { repeats },
        message: `is listed already: ${repeats.join('.')}`,
      })
    for (const [index, { reporter }] of agenda.entries())
      if (reporter !== null && !isNamed(reporter, { sites, participants }))
        context.addIssue({
          code: 'custom',
          path: ['agenda', index, 'reporter'],
          message: 'there is no such participant or delegate; positions are counted from 0',
        })
  })
  .meta({ id: 'NewSession' })
export type NewSession = z.infer<typeof NewSession>
/** As it is sent: what has a default may be left out. */
export type NewSessionBody = z.input<typeof NewSession>

type Place = (string | number)[]

/** A delegate may hold a link as well; nobody is a delegate twice, or invited twice in one role. */
function repetitions({
  sites,
  participants,
}: {
  sites: NewSite[]
  participants: (Invited & { siteIndex: unknown })[]
}) {
  const delegates = sites.flatMap((site, index) =>
    site.delegates.map((one, position) => ({ ...one, place: index, path: ['sites', index, 'delegates', position] })),
  )
  const invited = participants.map((one, index) => ({
    ...one,
    place: [one.role, one.siteIndex],
    title: one.title === null ? null : `${one.role} ${one.title}`,
    path: ['participants', index],
  }))
  return [delegates, invited].flatMap((people: { path: Place; name: string; title: string | null; place: unknown }[]) =>
    repeatedPeople(people).map(({ index, first }) => ({
      path: people[index]?.path ?? [],
      repeats: people[first]?.path ?? [],
    })),
  )
}

const isNamed = (
  reporter: Reporter,
  { sites, participants }: { sites: readonly { delegates: readonly unknown[] }[]; participants: readonly unknown[] },
): boolean =>
  'participantIndex' in reporter
    ? reporter.participantIndex < participants.length
    : reporter.delegateIndex < (sites[reporter.siteIndex]?.delegates.length ?? 0)

export const SessionChange = session.commands.reschedule.data.meta({ id: 'SessionChange' })
export const Cancellation = session.commands.cancel.data.meta({ id: 'Cancellation' })

export const NewParticipant = Invited.extend({ siteId: SiteId.nullable() }).meta({ id: 'NewParticipant' })
export type NewParticipant = z.infer<typeof NewParticipant>
