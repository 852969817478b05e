// Sites (điểm cầu): the centre and the branch sites, with the delegates of each.
import { z } from 'zod'
import { orAccount, presentRoles, staffPresent } from '../../kernel/actor.ts'
import { DelegateId, line, PersonId, SiteId } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'

export const SiteRank = z.enum(['centre', 'branch']).describe('điểm cầu trung tâm, điểm cầu thành phần')
const Delegate = z.object({ delegateId: DelegateId, personId: PersonId })
export const Site = z.object({ siteId: SiteId, name: line(200), rank: SiteRank, delegates: z.array(Delegate) })
export type Site = z.infer<typeof Site>

const NewSite = Site.omit({ delegates: true })
const AtSite = z.object({ siteId: SiteId })
const DelegateAtSite = AtSite.extend({ delegateId: DelegateId })
const arrange = orAccount(presentRoles('secretary'))

export const maximumSites = 200
export const maximumDelegatesPerSite = 500

export const sites = defineModule('sites', {
  commands: {
    add: command('Adds a site. There is one centre.', orAccount(staffPresent), NewSite, [
      'session.over',
      'sites.exists',
      'sites.second-centre',
      'sites.too-many',
      'protection.no-waiver',
      'devices.going-on',
    ]),
    rename: command('Renames a site.', arrange, AtSite.extend({ name: line(200) }), ['session.over', 'sites.unknown']),
    addDelegate: command('Names a delegate at a site.', arrange, Delegate.extend({ siteId: SiteId }), [
      'session.over',
      'sites.unknown',
      'sites.delegate-exists',
      'sites.too-many',
    ]),
    removeDelegate: command('Takes a delegate off a site’s list.', arrange, DelegateAtSite, [
      'session.over',
      'sites.unknown-delegate',
    ]),
  },
  events: {
    added: event('present', NewSite),
    renamed: event('present', AtSite.extend({ name: line(200) })),
    delegateAdded: event('present', Delegate.extend({ siteId: SiteId })),
    delegateRemoved: event('present', DelegateAtSite),
  },
  state: z.object({ sites: z.array(Site) }),
  initial: { sites: [] },
})

export const siteOf = (list: readonly Site[], siteId: SiteId | null): Site | undefined =>
  list.find((site) => site.siteId === siteId)

export const siteOfDelegate = (list: readonly Site[], delegateId: DelegateId): Site | undefined =>
  list.find((site) => site.delegates.some((delegate) => delegate.delegateId === delegateId))
