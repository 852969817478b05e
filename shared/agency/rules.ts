import { type EvolveContext, rules } from '../kernel/module.ts'
import { type AgencySettings, agency } from './contract.ts'
import { firstPalette } from './palettes.ts'

const fields = [
  'organisation',
  'parentOrganisation',
  'abbreviation',
  'placeName',
  'letterhead',
] as const satisfies readonly (keyof AgencySettings)[]

/** Staff alone: the contract lets nobody else. */
function stamp({ actor, at }: EvolveContext) {
  if (actor.kind !== 'account') throw new Error('only accounts say what the agency is called')
  return { at, by: actor.accountId }
}

export const agencyRules = rules(agency, {
  decide: {
    change({ record }, data) {
      const last = record.at(-1)
      return last && fields.every((field) => last[field] === data[field]) ? [] : [{ type: 'changed', data }]
    },
    changeEmblem: ({ emblem }, data) =>
      (emblem?.sha256 ?? null) === data.sha256 ? [] : [{ type: 'emblemChanged', data }],
    changePalette: ({ palette }, data) =>
      (palette?.palette ?? firstPalette) === data.palette ? [] : [{ type: 'paletteChanged', data }],
  },
  evolve: {
    changed: (state, data, context) => ({ ...state, record: [...state.record, { ...data, ...stamp(context) }] }),
    paletteChanged: (state, data, context) => ({ ...state, palette: { ...data, ...stamp(context) } }),
    emblemChanged: (state, data, context) => ({ ...state, emblem: { ...data, ...stamp(context) } }),
  },
})
