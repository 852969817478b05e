// Over the picture of a session that holds secrets of the state: who looks, and when. Faint, all over, for everybody; it names an honest
// viewer and stops nobody (ADR 0057, 0066).
import { useEffect, useState } from 'react'
import { isStateSecret } from '../../shared/secrecy/levels.ts'
import { useFormat } from '../i18n/format.ts'
import { useSession } from '../session/store.ts'
import classes from './secrecy.module.css'

const everyMs = 20_000
/** Enough for a wall; what does not fit is cut off. */
const copies = Array.from({ length: 40 }, (_, index) => index)

export function RoomWatermark() {
  const isSecret = useSession(({ state }) => state !== null && isStateSecret(state.session.secrecy))
  const name = useSession(({ state, me, people }) => {
    const personId = me && state?.admission.participants[me.participantId]?.personId
    return (personId && people[personId]?.name) ?? me?.participantId ?? ''
  })
  return isSecret ? <Marks name={name} /> : null
}

function Marks({ name }: { name: string }) {
  const format = useFormat()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const counting = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(counting)
  }, [])
  const words = `${name} · ${format.shortDateTime(now)}`
  return (
    <div className={classes.watermark} data-testid="watermark" aria-hidden>
      {copies.map((copy) => (
        <span key={copy}>{words}</span>
      ))}
    </div>
  )
}
