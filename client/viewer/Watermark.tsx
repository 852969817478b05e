// Who looks, and when, across a marked document: a photograph of the screen tells where it was taken.

import { useFormat } from '../i18n/format.ts'
import { useServerNow } from '../session/selectors.ts'
import styles from './viewer.module.css'

const minute = 60_000
const repeats = Array.from({ length: 12 }, (_, index) => index)

export function Watermark({ who }: { who: string }) {
  const format = useFormat()
  const now = useServerNow(minute / 4)
  const when = format.shortDateTime(now)
  return (
    <div className={styles.watermark} aria-hidden data-watermark={`${who} · ${when}`}>
      {repeats.map((index) => (
        <span key={index}>
          {who}
          <br />
          {when}
        </span>
      ))}
    </div>
  )
}
