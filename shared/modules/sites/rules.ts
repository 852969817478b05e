import type { SiteId } from '../../kernel/ids.ts'
import { type DecideContext, rules } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { isOver, session } from '../session/contract.ts'
import { maximumDelegatesPerSite, maximumSites, type Site, siteOf, siteOfDelegate, sites } from './contract.ts'

const over = ({ read }: DecideContext) => isOver(read(session).status)

const changeSite = (list: readonly Site[], siteId: SiteId, change: (site: Site) => Site) => ({
  sites: list.map((site) => (site.siteId === siteId ? change(site) : site)),
})

export const sitesRules = rules(sites, {
  decide: {
    add({ sites: list }, site, context) {
      if (over(context)) return reject('session.over')
      if (siteOf(list, site.siteId)) return reject('sites.exists')
      if (list.length >= maximumSites) return reject('sites.too-many', { maximum: maximumSites })
      if (site.rank === 'centre' && list.some(({ rank }) => rank === 'centre')) return reject('sites.second-centre')
      return [{ type: 'added', data: site }]
    },
    rename({ sites: list }, data, context) {
      if (over(context)) return reject('session.over')
      const site = siteOf(list, data.siteId)
      if (!site) return reject('sites.unknown')
      return site.name === data.name ? [] : [{ type: 'renamed', data }]
    },
    addDelegate({ sites: list }, data, context) {
      if (over(context)) return reject('session.over')
      const site = siteOf(list, data.siteId)
      if (!site) return reject('sites.unknown')
      if (siteOfDelegate(list, data.delegateId)) return reject('sites.delegate-exists')
      if (site.delegates.some(({ personId }) => personId === data.personId)) return reject('sites.delegate-exists')
      if (site.delegates.length >= maximumDelegatesPerSite)
        return reject('sites.too-many', { maximum: maximumDelegatesPerSite })
      return [{ type: 'delegateAdded', data }]
    },
    removeDelegate({ sites: list }, data, context) {
      if (over(context)) return reject('session.over')
      if (siteOfDelegate(list, data.delegateId)?.siteId !== data.siteId) return reject('sites.unknown-delegate')
      return [{ type: 'delegateRemoved', data }]
    },
  },
  evolve: {
    added: (state, site) => ({ sites: [...state.sites, { ...site, delegates: [] }] }),
    renamed: (state, { siteId, name }) => changeSite(state.sites, siteId, (site) => ({ ...site, name })),
    delegateAdded: (state, { siteId, ...delegate }) =>
      changeSite(state.sites, siteId, (site) => ({ ...site, delegates: [...site.delegates, delegate] })),
    delegateRemoved: (state, { siteId, delegateId }) =>
      changeSite(state.sites, siteId, (site) => ({
        ...site,
        delegates: site.delegates.filter((delegate) => delegate.delegateId !== delegateId),
      })),
  },
})
