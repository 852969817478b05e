// The levels of secrecy, and which of them an installation may handle, as dated data with the article. A change of the
// law adds a row.
import { z } from 'zod'

export const SecrecyLevel = z
  .enum(['open', 'internal', 'confidential', 'secret', 'topSecret'])
  .describe('công khai, nội bộ; bí mật nhà nước: Mật, Tối mật, Tuyệt mật')
export type SecrecyLevel = z.infer<typeof SecrecyLevel>

export const InstallationProfile = z
  .enum(['internet', 'agencyNetwork', 'closedLan'])
  .describe('reached from the Internet; on a network of agencies; on a local network of its own, without any way out')
export type InstallationProfile = z.infer<typeof InstallationProfile>

const heightOf = (level: SecrecyLevel): number => SecrecyLevel.options.indexOf(level)

export const isAbove = (level: SecrecyLevel, other: SecrecyLevel): boolean => heightOf(level) > heightOf(other)

/** What papers of several levels together bear. */
export const highestOf = (levels: readonly SecrecyLevel[]): SecrecyLevel =>
  levels.reduce((highest, level) => (isAbove(level, highest) ? level : highest), 'open')

/** A secret of the state: Mật or higher. */
export const isStateSecret = (level: SecrecyLevel): boolean => isAbove(level, 'internal')

interface Admittance {
  readonly profile: InstallationProfile
  readonly highest: SecrecyLevel
  /** Whether it has pages for anybody who comes by, without an account or a personal link. */
  readonly hasPublicPages: boolean
  /** As papers cite it. */
  readonly source: string
  /** verified: read in the text of the law in force; check: to be checked before use. */
  readonly mark: 'verified' | 'check'
  /** Calendar day from which it is in force. */
  readonly validFrom: string
}

// Read in the law of 2018, Điều 5; the text of the law that has taken its place, 117/2025, is still to be read.
const successor = {
  source: 'Luật Bảo vệ bí mật nhà nước số 117/2025/QH15 (trước đó: Điều 5 Luật số 29/2018/QH14)',
  mark: 'check',
  validFrom: '2026-03-01',
} as const

const admittances: readonly Admittance[] = [
  { ...successor, profile: 'internet', highest: 'internal', hasPublicPages: true },
  { ...successor, profile: 'agencyNetwork', highest: 'internal', hasPublicPages: true },
  { ...successor, profile: 'closedLan', highest: 'topSecret', hasPublicPages: false },
]

/** What an installation may handle on a day; before the first row came into force, as in the first. */
export function admittanceOn(profile: InstallationProfile, day: string): Admittance {
  const rows = admittances
    .filter((row) => row.profile === profile)
    .toSorted((one, other) => one.validFrom.localeCompare(other.validFrom))
  const found = rows.findLast(({ validFrom }) => validFrom <= day) ?? rows[0]
  if (!found) throw new Error(`nothing is known of ${profile}`)
  return found
}
