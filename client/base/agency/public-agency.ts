// Whose pages these are: name and emblem, asked for once by each page. On a closed network staff alone are answered; a page goes without.

import { useEffect, useState } from 'react'
import type { PublicAgency } from '../../../shared/wire/papers/agency.ts'
import { agencyEmblemApi } from '../../../shared/wire/papers/agency-emblem-api.ts'
import { addressOf, call } from '../api.ts'

let asked: Promise<PublicAgency> | null = null

/** null: not known, or not yet. */
export function usePublicAgency(): PublicAgency | null {
  const [found, setFound] = useState<PublicAgency | null>(null)
  useEffect(() => {
    asked ??= call(agencyEmblemApi.public)
    let isShown = true
    asked.then(
      (agency) => isShown && setFound(agency),
      // Asked again by the next page.
      () => (asked = null),
    )
    return () => {
      isShown = false
    }
  }, [])
  return found
}

export const emblemAddress = (sha256: string) => addressOf(agencyEmblemApi.emblem, { params: { sha256 } })
