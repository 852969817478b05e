// How far the roll call has come. Pure.
import type { DelegateId } from '../../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../../shared/modules/index.ts'
import { countsAsPresent } from '../../../../shared/modules/rollcall/contract.ts'
import type { Site } from '../../../../shared/modules/sites/contract.ts'

type Rollcall = SessionState['rollcall']

export interface SiteSummary {
  readonly delegates: number
  readonly present: number
  readonly unmarked: readonly DelegateId[]
  /** Every delegate has a mark; at a site without delegates, the heads are counted. */
  readonly isCalled: boolean
  readonly isConfirmed: boolean
}

export function siteSummary({ siteId, delegates }: Site, { marks, headcounts, confirmations }: Rollcall): SiteSummary {
  const marked = delegates.map(({ delegateId }) => ({ delegateId, mark: marks[delegateId]?.mark }))
  const unmarked = marked.filter(({ mark }) => mark === undefined).map(({ delegateId }) => delegateId)
  return {
    delegates: delegates.length,
    present: marked.filter(({ mark }) => mark !== undefined && countsAsPresent(mark)).length,
    unmarked,
    isCalled: delegates.length > 0 ? unmarked.length === 0 : headcounts[siteId] !== undefined,
    isConfirmed: confirmations[siteId] !== undefined,
  }
}

export interface RollcallSummary {
  readonly sites: number
  readonly sitesCalled: number
  readonly delegates: number
  readonly present: number
}

export function rollcallSummary(sites: readonly Site[], rollcall: Rollcall): RollcallSummary {
  const all = sites.map((site) => siteSummary(site, rollcall))
  return {
    sites: all.length,
    sitesCalled: all.filter(({ isCalled }) => isCalled).length,
    delegates: sum(all.map(({ delegates }) => delegates)),
    present: sum(all.map(({ present }) => present)),
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
