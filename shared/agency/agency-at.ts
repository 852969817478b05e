// Returns the agency settings for a paper: those in force when it was issued, even if the name has changed since. Pure.
import type { Ms } from '../kernel/ids.ts'
import type { Agency } from '../projections/minutes-document.ts'
import type { AgencySettings } from './contract.ts'
import type { AgencyState } from './index.ts'

/** What the environment of the server says: the first value of an installation, until an administrator has set another. */
export type GivenAgency = { readonly [field in Exclude<keyof AgencySettings, 'letterhead'>]: string | null }

export interface AgencyInForce {
  /** Papers can be issued: name, symbol and place are known. */
  readonly isSet: boolean
  readonly now: Agency
  /** As of then; epoch ms. */
  at(then: Ms): Agency
}

/** Stands on drafts of an agency that is not set. */
export const unnamedAgency = 'Cơ quan tổ chức'

export function agencyInForce({ record }: Pick<AgencyState, 'record'>, given: GivenAgency): AgencyInForce {
  const { organisation, parentOrganisation, abbreviation, placeName } = given
  const isGiven = organisation !== null && abbreviation !== null && placeName !== null
  const before: Agency = { organisation: organisation ?? unnamedAgency, parentOrganisation, abbreviation, placeName }
  const last = record.at(-1)
  return {
    isSet: isGiven || last !== undefined,
    now: last ?? before,
    // What was issued unnamed, by an earlier release, is printed with the first name there was.
    at: (then) => record.findLast(({ at }) => at <= then) ?? (isGiven ? before : (record[0] ?? before)),
  }
}
