// Who looks, and when, over the picture: faint, and in another place now and then. It names an honest viewer; it stops nobody (ADR 0057).
import { useEffect, useState } from 'react'
import type { Account } from '../../../../shared/wire/identity/account.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import classes from './player.module.css'

const moveMs = 20_000
/** In percent of the picture. */
const places = [
  { left: 4, top: 8 },
  { left: 38, top: 62 },
  { left: 8, top: 42 },
  { left: 36, top: 16 },
  { left: 14, top: 80 },
  { left: 40, top: 38 },
] as const

export function Watermark({ account: { displayName, username } }: { account: Account }) {
  const format = useFormat()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const moving = setInterval(() => setNow(Date.now()), moveMs)
    return () => clearInterval(moving)
  }, [])
  const place = places[Math.floor(now / moveMs) % places.length] ?? places[0]
  return (
    <div className={classes.watermark} style={{ left: `${place.left}%`, top: `${place.top}%` }} aria-hidden>
      {displayName} ({username}) · {format.shortDateTime(now)}
    </div>
  )
}
