import { useState } from 'react'
import type { Kept } from './use-form-draft.ts'

/** Sends a form, once at a time. `work` says whether it was sent: then its draft ends, or else the form stays to be sent again. */
export function useSending(
  kept: Kept,
  onSent: () => void,
): [isPending: boolean, send: (work: () => Promise<boolean>) => void] {
  const [isPending, setPending] = useState(false)
  async function send(work: () => Promise<boolean>) {
    if (isPending) return
    setPending(true)
    try {
      if (await work()) kept.sent(onSent)()
    } finally {
      setPending(false)
    }
  }
  return [isPending, (work) => void send(work)]
}
