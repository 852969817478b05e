// Which contact was left with which code: for this tab alone, so that who has just booked is not asked again.
/** The proof by which an appointment is one’s own. */
export interface Own {
  readonly code: string
  readonly contact: string
}

const storageKey = 'diemcau.appointment'

export function rememberContact(code: string, contact: string): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify({ code, contact }))
  } catch {
    // Storage is forbidden: the page asks.
  }
}

export function rememberedContact(code: string): string | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null')
    return kept?.code === code && typeof kept.contact === 'string' ? kept.contact : null
  } catch {
    return null
  }
}
