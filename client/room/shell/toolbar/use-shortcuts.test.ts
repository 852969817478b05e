import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isFree } from './use-shortcuts.ts'

/** An element inside those that the selectors name. */
class FakeElement {
  readonly #inside: string
  constructor(inside: string) {
    this.#inside = inside
  }
  closest(selectors: string) {
    return selectors.split(', ').includes(this.#inside) ? this : null
  }
}
const within = (inside: string) => new FakeElement(inside) as object as EventTarget
const key = { target: null, isComposing: false, repeat: false, ctrlKey: false, altKey: false, metaKey: false }

beforeEach(() => {
  vi.stubGlobal('Element', FakeElement)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a single key press', () => {
  it('is a shortcut outside input elements', () => {
    expect(isFree(key)).toBe(true)
    expect(isFree({ ...key, target: within('button') })).toBe(true)
  })

  it.each(['input', 'textarea', 'select', '[contenteditable]', '[role="dialog"]'])(
    'is not a shortcut inside %s',
    (inside) => {
      expect(isFree({ ...key, target: within(inside) })).toBe(false)
    },
  )

  it('is not a shortcut while Vietnamese text is composed', () => {
    expect(isFree({ ...key, isComposing: true })).toBe(false)
  })

  it.each(['ctrlKey', 'altKey', 'metaKey', 'repeat'] as const)('is not a shortcut with %s', (modifier) => {
    expect(isFree({ ...key, [modifier]: true })).toBe(false)
  })
})
