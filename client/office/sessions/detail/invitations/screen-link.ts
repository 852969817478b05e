/** The address that opens an observer’s link as a second screen, which needs nobody at it. */
export function screenLink(link: string): string {
  const address = new URL(link)
  address.searchParams.set('display', 'wall')
  return address.toString()
}
