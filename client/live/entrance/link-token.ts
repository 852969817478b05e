// The token of the personal link: in the fragment, so that no server log ever holds it; kept for a reload of this tab.

const sessionKey = 'diemcau.link'
const ticketKey = 'diemcau.ticket'

/** null: the page was opened without a link. */
export const linkToken = (fragment: string): string | null => tokenOf(fragment, sessionKey)
/** Of a ticket of a reception day: beside that of the visit it is called to, so that one finds the way back. */
export const ticketToken = (fragment = ''): string | null => tokenOf(fragment, ticketKey)

function tokenOf(fragment: string, key: string): string | null {
  const inAddress = fragment.replace(/^#/, '')
  if (inAddress) remember(key, inAddress)
  return inAddress || remembered(key)
}

function remembered(key: string): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    // Storage is forbidden: the address still holds the token.
    return null
  }
}

function remember(key: string, token: string) {
  try {
    sessionStorage.setItem(key, token)
  } catch {
    // The address still holds it.
  }
}
