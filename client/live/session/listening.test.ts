import { afterEach, describe, expect, it, vi } from 'vitest'
import { chosenLanguage, listeningStore } from './listening.ts'

afterEach(() => {
  listeningStore.setState(listeningStore.getInitialState())
  vi.unstubAllGlobals()
})

describe('the choice of a listening language', () => {
  it('is the original by default, and when chosen', () => {
    expect(chosenLanguage.current()).toBeNull()
    listeningStore.setState({ choice: 'hmn' })
    expect(chosenLanguage.current()).toBe('hmn')
    listeningStore.setState({ choice: 'floor' })
    expect(chosenLanguage.current()).toBeNull()
  })

  it('notifies watchers only when it changes', () => {
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
    ['from an earlier visit', { choice: 'en', originalPercent: 60 }, { choice: 'en', originalPercent: 60 }],
    ['that is invalid', { choice: 'latin', originalPercent: 'loud' }, { choice: null, originalPercent: 20 }],
  ])('is stored in this browser: a choice %s', async (_what, state, expected) => {
    const localStorage = { getItem: () => JSON.stringify({ state, version: 0 }), setItem: () => undefined }
    vi.stubGlobal('window', { localStorage })
    vi.resetModules()
    const opened = await import('./listening.ts')
    expect(opened.listeningStore.getState()).toEqual(expected)
  })
})
