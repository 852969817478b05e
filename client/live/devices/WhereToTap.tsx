// Where in the browser one taps to allow camera and microphone, drawn; the steps beside it say the same in words.
import type { BrowserName } from './browser.ts'

/** Of the bar with the address: Safari of a phone has it below. */
const isBelow: Readonly<Record<BrowserName, boolean>> = {
  chrome: false,
  chromeAndroid: false,
  safari: false,
  safariPhone: true,
  firefox: false,
  samsung: false,
}
const bar = { width: 220, height: 32 }
const screen = { width: 240, height: 110 }

export function WhereToTap({ browser }: { browser: BrowserName }) {
  const y = isBelow[browser] ? screen.height - bar.height - 10 : 10
  const middle = y + bar.height / 2
  return (
    <svg viewBox={`0 0 ${screen.width} ${screen.height}`} width={screen.width} height={screen.height} aria-hidden>
      <g fill="none" stroke="currentColor" strokeWidth="2">
        <rect x="1" y="1" width={screen.width - 2} height={screen.height - 2} rx="10" />
        <rect x="10" y={y} {...bar} rx={bar.height / 2} />
        <path d={`M27 ${middle - 5}h14 M27 ${middle + 5}h14`} />
      </g>
      <g fill="currentColor">
        <circle cx="37" cy={middle - 5} r="4" />
        <circle cx="31" cy={middle + 5} r="4" />
      </g>
      <text x="62" y={middle + 5} fill="currentColor" fontSize="14">
        {window.location.hostname}
      </text>
      <circle cx="34" cy={middle} r="19" fill="none" stroke="var(--mantine-color-red-7)" strokeWidth="4" />
    </svg>
  )
}
