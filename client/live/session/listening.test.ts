import { afterEach, describe, expect, it, vi } from 'vitest'
import { chosenLanguage, listeningStore } from './listening.ts'

afterEach(() => {
  listeningStore.setState(listeningStore.getInitialState())
  vi.unstubAllGlobals()
})

describe('what somebody listens to', () => {
  it('is the original until they choose, and when they choose it', () => {
    expect(chosenLanguage.current()).toBeNull()
    listeningStore.setState({ choice: 'hmn' })
    expect(chosenLanguage.current()).toBe('hmn')
    listeningStore.setState({ choice: 'floor' })
    expect(chosenLanguage.current()).toBeNull()
  })

  it('is told on when it changes, and only then', () => {
    const changed = vi.fn()
    const stop = chosenLanguage.watch(changed)
    listeningStore.setState({ originalPercent: 50 })
    listeningStore.setState({ choice: 'floor' })
    expect(changed).not.toHaveBeenCalled()
    listeningStore.setState({ choice: 'en' })
    stop()
    listeningStore.setState({ choice: 'km' })
    expect(changed).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['of an earlier visit', { choice: 'en', originalPercent: 60 }, { choice: 'en', originalPercent: 60 }],
    ['that means nothing today', { choice: 'latin', originalPercent: 'loud' }, { choice: null, originalPercent: 20 }],
  ])('is kept on this browser: a choice %s', async (_what, state, expected) => {
    const localStorage = { getItem: () => JSON.stringify({ state, version: 0 }), setItem: () => undefined }
    vi.stubGlobal('window', { localStorage })
    vi.resetModules()
    const opened = await import('./listening.ts')
    expect(opened.listeningStore.getState()).toEqual(expected)
  })
})
