/** Of a page that the waiting page of a reception has opened: its button was the button to enter. */
export const fromWaiting = { isFromWaiting: true } as const

export const isFromWaiting = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'isFromWaiting' in state
