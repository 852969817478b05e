// The token of the personal link: in the fragment, so that no server log ever holds it; kept for a reload of this tab.

const storageKey = 'diemcau.link'

/** null: the page was opened without a link. */
export function linkToken(fragment: string): string | null {
  const inAddress = fragment.replace(/^#/, '')
  if (inAddress) remember(inAddress)
  return inAddress || remembered()
}

function remembered(): string | null {
  try {
    return sessionStorage.getItem(storageKey)
  } catch {
    // Storage is forbidden: the address still holds the token.
    return null
  }
}

function remember(token: string) {
  try {
    sessionStorage.setItem(storageKey, token)
  } catch {
    // The address still holds it.
  }
}
