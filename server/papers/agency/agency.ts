// The agency of this installation: the data that its papers name, who set them, and the check whether they are set
// before a paper takes a number. Read each time, so that every node has the same. Called by HTTP, by the printers, by
// letters and wherever numbers are given.

import { type AgencyInForce, agencyInForce, type GivenAgency } from '../../../shared/agency/agency-at.ts'
import { type AgencySettings, agency as contract } from '../../../shared/agency/contract.ts'
import type { AgencyState } from '../../../shared/agency/index.ts'
import { firstPalette, type Palette } from '../../../shared/agency/palettes.ts'
import type { Wish } from '../../../shared/kernel/aggregate.ts'
import type { AccountId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { type LetterheadKind, letterheadOf } from '../../../shared/papers/letterheads.ts'
import type { CommandReply } from '../../../shared/wire/engine/socket-events.ts'
import type { Aggregates } from '../../engine/aggregates/aggregates.ts'
import { HttpError } from '../../platform/http/errors.ts'

const agencyMissingText =
  'Papers are issued in the name of the agency, and nobody has said what it is called yet. An administrator enters it at /staff/agency; then issue again. Nothing was changed.'

/** No paper is issued in nobody’s name. */
export class AgencyMissing extends HttpError {
  override name = 'AgencyMissing'

  constructor() {
    super(409, 'agency.missing', agencyMissingText)
  }
}

/** How its pages and papers look. */
export interface Appearance {
  readonly palette: Palette
  readonly letterhead: LetterheadKind
}

/** Each method throws Unavailable when Redis cannot be reached. */
export interface InstalledAgency {
  state(): Promise<AgencyState>
  inForce(): Promise<AgencyInForce>
  /** Its name, for letters and public pages. */
  organisation(): Promise<string>
  /** Before a paper takes its number. Throws AgencyMissing. */
  demand(): Promise<void>
  change(by: AccountId, settings: AgencySettings): Promise<CommandReply>
  /** `sha256`: of a picture that is kept; null: there is none. */
  changeEmblem(by: AccountId, sha256: string | null): Promise<CommandReply>
  changePalette(by: AccountId, palette: Palette): Promise<CommandReply>
  /** What pages are told before they ask anything. */
  appearance(): Promise<Appearance>
  /** Of the environment. */
  readonly given: GivenAgency
}

/** There is one. */
const theAgency = 'agency'

export function createAgency(
  agencies: Aggregates<{ readonly agency: AgencyState }>,
  given: GivenAgency,
): InstalledAgency {
  const state = async () => (await agencies.state(theAgency)).agency
  const inForce = async () => agencyInForce(await state(), given)
  const act = (accountId: AccountId, command: Wish) =>
    agencies.dispatch(theAgency, { kind: 'account', accountId }, command)
  return {
    given,
    state,
    inForce,
    organisation: async () => (await inForce()).now.organisation,
    async demand() {
      if (!(await inForce()).isSet) throw new AgencyMissing()
    },
    change: (by, settings) => act(by, wish(contract, 'change', settings)),
    changeEmblem: (by, sha256) => act(by, wish(contract, 'changeEmblem', { sha256 })),
    changePalette: (by, palette) => act(by, wish(contract, 'changePalette', { palette })),
    async appearance() {
      const found = await state()
      const { letterhead } = agencyInForce(found, given).now
      return { palette: found.palette?.palette ?? firstPalette, letterhead: letterheadOf(letterhead).kind }
    },
  }
}
