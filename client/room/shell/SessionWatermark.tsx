// Over the picture of a session that holds secrets of the state: who looks, and when. Faint, all over, for everybody; it names an honest
// viewer and stops nobody (ADR 0057, 0066).
import { useEffect, useState } from 'react'
import { isStateSecret } from '../../../shared/secrecy/levels.ts'
import { useFormat } from '../../base/i18n/format.ts'
import classes from '../../base/secrecy/secrecy.module.css'
import { useSession } from '../../live/session/store.ts'

const everyMs = 20_000

export function SessionWatermark() {
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
    <div
      className={classes.watermark}
      style={{ backgroundImage: `url("data:image/svg+xml,${encodeURIComponent(tileOf(words))}")` }}
      data-testid="watermark"
      data-words={words}
      aria-hidden
    />
  )
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** One mark, laid over the picture again and again. A picture itself: it is not there to be read, by a screen reader either. */
function tileOf(words: string): string {
  const width = Math.max(280, words.length * 11)
  const text = words.replaceAll(/[&<>]/g, (mark) => marks[mark] ?? '')
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="150">` +
    `<text x="${width / 2}" y="80" text-anchor="middle" transform="rotate(-14 ${width / 2} 75)" font-family="sans-serif" ` +
    `font-size="17" fill="#fff" fill-opacity="0.34" stroke="#000" stroke-opacity="0.3" stroke-width="0.6">${text}</text></svg>`
  )
}
