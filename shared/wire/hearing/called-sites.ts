// A branch agency that is called into a reception which goes on: what is sent for it, and the way in that comes of it.
import { z } from 'zod'
import { ParticipantId, SiteId } from '../../kernel/ids.ts'
import { Person } from '../engine/socket-events.ts'

export const SiteCall = z
  .object({
    name: Person.shape.name.describe('of the agency, as its site is called in the room'),
    representative: Person.shape.name.nullable().default(null).describe('who speaks there; null: not known yet'),
  })
  .meta({ id: 'SiteCall' })

export const CalledSite = z
  .object({
    siteId: SiteId,
    participantId: ParticipantId,
    name: z.string(),
    link: z.url().describe('opens the room for this site alone; hand it to nobody else'),
  })
  .meta({ id: 'CalledSite' })
export type CalledSite = z.infer<typeof CalledSite>

export const CalledSiteList = z
  .object({
    sites: z.array(CalledSite),
    units: z.array(z.string()).describe('whom the agency has written down, to choose from'),
  })
  .meta({ id: 'CalledSiteList' })
export type CalledSiteList = z.infer<typeof CalledSiteList>
