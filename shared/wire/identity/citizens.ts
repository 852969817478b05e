// Who turns to the agency: what is asked of a citizen, and in which form it is taken. Forms of the browser and REST check by the
// same schemas; the server keeps it encrypted (server/identity/citizens).
import { z } from 'zod'
import { AccountId, CitizenId, line, Ms, text } from '../../kernel/ids.ts'

/** What people put between the digits of a number: 0912 345 678, 0912.345.678, (024) 3825-1234. */
const withoutSeparators = (typed: string): string => typed.replaceAll(/[\s.()-]/gu, '')

/** ITU-T E.164: at most fifteen digits. A number that begins with 0 is one of Việt Nam: nine digits after it, ten for a fixed line. */
export const Phone = z
  .string()
  .transform(withoutSeparators)
  .transform((digits) => digits.replace(/^00/, '+').replace(/^0/, '+84'))
  .pipe(z.string().regex(/^\+(84\d{9,10}|(?!84)[1-9]\d{7,14})$/, 'not a telephone number'))
  .describe('kept as +84912345678')

const IssuedBy = z.object({
  issuedOn: z.iso.date().nullable().describe('ngày cấp'),
  issuedBy: line(200).nullable().describe('nơi cấp'),
})
const numbered = (form: RegExp, problem: string) =>
  z
    .string()
    .transform((typed) => withoutSeparators(typed).toUpperCase())
    .pipe(z.string().regex(form, problem))

/** Nghị định 154/2026/NĐ-CP, Điều 12.1: thẻ căn cước, giấy chứng nhận căn cước, số định danh or hộ chiếu. */
export const IdentityPaper = z.discriminatedUnion('kind', [
  IssuedBy.extend({
    kind: z.literal('citizenCard').describe('căn cước, số định danh cá nhân'),
    number: numbered(/^\d{12}$/, 'twelve digits'),
  }),
  IssuedBy.extend({
    kind: z.literal('oldIdentityCard').describe('chứng minh nhân dân'),
    number: numbered(/^\d{9}$/, 'nine digits'),
  }),
  IssuedBy.extend({
    kind: z.literal('passport').describe('hộ chiếu'),
    // ICAO Doc 9303, part 4: nine positions for the number of the document.
    number: numbered(/^[A-Z0-9]{6,9}$/, 'six to nine letters and digits'),
  }),
])
export type IdentityPaper = z.infer<typeof IdentityPaper>

export const Citizen = z.object({
  name: line(200),
  address: text(500).nullable(),
  phone: Phone.nullable(),
  email: z.email().max(254).nullable(),
  identity: IdentityPaper.nullable(),
})
export type Citizen = z.infer<typeof Citizen>

/** Who looked, or changed, or erased: kept for as long as the record of citizens is. */
export const CitizenAccess = z.object({
  citizenId: CitizenId,
  at: Ms,
  act: z
    .enum(['read', 'changed', 'erased', 'compared'])
    .describe('compared: by blind indexes, nothing of them was shown'),
  by: AccountId.nullable().describe(
    'null: the server itself, for a letter; or a link no account is known behind, as the purpose says',
  ),
  purpose: line(200),
})
export type CitizenAccess = z.infer<typeof CitizenAccess>

/** By what an earlier visit or case may be of the same person: the surest first. */
export const SameBy = z
  .enum(['record', 'paper', 'phone', 'email', 'nameAndAddress'])
  .describe('the same entry, số giấy tờ, điện thoại, thư điện tử, họ tên và địa chỉ')
export type SameBy = z.infer<typeof SameBy>

export const EarlierVisits = z
  .object({
    count: z.int(),
    lastOn: z.iso.date().nullable(),
    samePerson: z.array(SameBy).describe('by what they may be of the same person'),
    comparedBy: z.array(SameBy).describe('what is known of the person that could tell; empty: nothing is'),
    isWhole: z.boolean().describe('false: blind indexes are still being made, not all is found'),
  })
  .meta({ id: 'EarlierVisits' })
export type EarlierVisits = z.infer<typeof EarlierVisits>

/** Who has looked for a citizen by name. */
export const NameSearch = z.object({
  at: Ms,
  by: AccountId,
  place: z.enum(['cases', 'register', 'petitions', 'suggestions']),
  name: z.string().describe('as it was typed'),
  found: z.int(),
})
export type NameSearch = z.infer<typeof NameSearch>
export const NameSearchList = z
  .object({
    searches: z.array(NameSearch.extend({ by: z.string().nullable().describe('the account; null: it is gone') })),
  })
  .meta({ id: 'NameSearches' })
export type NameSearchList = z.infer<typeof NameSearchList>
