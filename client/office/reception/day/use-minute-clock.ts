import { useEffect, useState } from 'react'

const tickMs = 15_000

/** The time of the server, often enough for minutes. */
export function useMinuteClock(skewMs: number): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMs)
    return () => clearInterval(timer)
  }, [])
  return now + skewMs
}
