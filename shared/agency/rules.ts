import { rules } from '../kernel/module.ts'
import { type AgencySettings, agency } from './contract.ts'

const fields = [
  'organisation',
  'parentOrganisation',
  'abbreviation',
  'placeName',
] as const satisfies readonly (keyof AgencySettings)[]

export const agencyRules = rules(agency, {
  decide: {
    change({ record }, data) {
      const last = record.at(-1)
      return last && fields.every((field) => last[field] === data[field]) ? [] : [{ type: 'changed', data }]
    },
  },
  evolve: {
    changed({ record }, data, { actor, at }) {
      // The contract lets nobody else.
      if (actor.kind !== 'account') throw new Error('only accounts say what the agency is called')
      return { record: [...record, { ...data, at, by: actor.accountId }] }
    },
  },
})
