// What staff read of the installation: what it may handle, and whether it has been found to have a way to the Internet.
import { z } from 'zod'
import { Ms } from '../../kernel/ids.ts'
import { InstallationProfile, SecrecyLevel } from '../../secrecy/levels.ts'

export const SecrecyRefusal = z
  .enum(['secrecy.internet', 'secrecy.agency-network', 'secrecy.route-found', 'secrecy.route-unknown'])
  .describe('why secrets of the state are not handled here')
export type SecrecyRefusal = z.infer<typeof SecrecyRefusal>

export const RouteCheck = z.object({
  checkedAt: Ms,
  tried: z.array(z.string()).describe('addresses and names outside'),
  reached: z.array(z.string()).describe('of them those that answered: any is a way to the Internet'),
})
export type RouteCheck = z.infer<typeof RouteCheck>

export const SecrecyReport = z
  .object({
    profile: InstallationProfile,
    highest: SecrecyLevel.describe('that is handled here now'),
    refusal: SecrecyRefusal.nullable().describe('null: secrets of the state are handled'),
    hasPublicPages: z
      .boolean()
      .describe('pages for anybody who comes by: booking, petitions, waiting, checking papers'),
    source: z.string().describe('the law, as papers cite it'),
    mark: z.enum(['verified', 'check']),
    route: RouteCheck.nullable().describe('null: not looked for: on a closed local network alone'),
  })
  .meta({ id: 'SecrecyReport' })
export type SecrecyReport = z.infer<typeof SecrecyReport>
