// The lines of captions that this page has been told of. Pure.
import type { CaptionNotice } from '../../../shared/wire/hearing/captions.ts'

/** So many finished lines are looked back upon; the transcript has them all. */
const mostLines = 200

export interface ShownCaptions {
  /** The line that is being written. */
  readonly current: CaptionNotice | null
  /** Finished, oldest first. */
  readonly lines: readonly CaptionNotice[]
}

export const noCaptions: ShownCaptions = { current: null, lines: [] }

/** A line that comes again, because its answer was lost, stays where it is. */
export function withCaption({ current, lines }: ShownCaptions, notice: CaptionNotice): ShownCaptions {
  const isKnown = lines.some(({ lineId }) => lineId === notice.lineId)
  if (isKnown) return { current, lines }
  if (!notice.isFinished) return { current: notice.text === '' ? null : notice, lines }
  return {
    current: current?.lineId === notice.lineId ? null : current,
    lines: [...lines, notice].slice(-mostLines),
  }
}
