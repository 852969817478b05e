// The work that a page does before it may book.
import { useEffect, useRef, useState } from 'react'
import type { Proof } from '../../../shared/wire/reception/appointments.ts'
import { earnProof } from './proof.ts'

/** Begun when the page opens, so that nobody waits for it at the end. */
export function useProof() {
  const earning = useRef<Promise<Proof> | null>(null)
  const [proof] = useState(() => ({
    current(): Promise<Proof> {
      earning.current ??= earnProof()
      return earning.current
    },
    renew() {
      earning.current = null
    },
  }))
  useEffect(() => {
    // What fails here is told when it is needed.
    proof.current().catch(() => proof.renew())
  }, [proof])
  return proof
}
