import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { rowsOfFile } from './read-source.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A thread that answers what `answer` says, or never. */
class Thread extends EventTarget {
  isEnded = false
  readonly #answer: Event | null

  constructor(answer: Event | null) {
    super()
    this.#answer = answer
  }

  postMessage(): void {
    if (this.#answer) this.dispatchEvent(this.#answer)
  }

  terminate(): void {
    this.isEnded = true
  }
}

describe('reading an Excel workbook', () => {
  it.each([
    ['runs in a separate thread,', new MessageEvent('message', { data: { rows: [['Điểm cầu']] } }), [['Điểm cầu']]],
    ['fails if the thread fails,', new Event('error'), null],
    ['fails after a time-out,', null, null],
  ])('%s and the thread is terminated', async (_what, answer, rows) => {
    const thread = new Thread(answer)
    const reading = rowsOfFile(new Blob(['PK']), () => thread)
    await vi.runAllTimersAsync()
    expect(await reading).toEqual(rows)
    expect(thread.isEnded).toBe(true)
  })
})
