import { beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyDraft } from './entry-draft.ts'

const stored = new Map<string, string>()
/** The page as it is after a reload: nothing in memory, the browser’s storage as it was. */
async function reloaded() {
  vi.resetModules()
  return (await import('./kept-drafts.ts')).keptDraftsOf
}

beforeEach(() => {
  stored.clear()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  })
})

describe('unsent drafts of the minutes', () => {
  const fresh = { ...emptyDraft, text: 'Đề nghị bổ sung số' }
  const revisions = { entry1: { baseRevision: 2, draft: { ...emptyDraft, text: 'Gia hạn' } } }

  const rewordings = { '12.0': { baseRevision: 0, text: 'Đoàn công tác có' } }

  it('are restored completely after a reload', async () => {
    const before = await reloaded()
    before('session.secretary').setState({ fresh, revisions, rewordings })
    const after = await reloaded()
    expect(after('session.secretary').getState()).toEqual({ fresh, revisions, rewordings })
  })

  it('are separate for each person and session', async () => {
    const keptDraftsOf = await reloaded()
    keptDraftsOf('session.secretary').setState({ fresh })
    expect(keptDraftsOf('session.other').getState().fresh).toEqual(emptyDraft)
    expect(keptDraftsOf('another.secretary').getState().fresh).toEqual(emptyDraft)
  })

  it('of a secret session are not stored, but kept in memory when the panel is reopened', async () => {
    const keptDraftsOf = await reloaded()
    keptDraftsOf('secret.secretary', true).setState({ fresh })
    expect([...stored.keys()]).toEqual([])
    expect(keptDraftsOf('secret.secretary', true).getState().fresh).toEqual(fresh)
  })

  it('are not in localStorage, and drafts stored there by an earlier release are removed', async () => {
    const outlivesTheTab: Record<string, unknown> = { 'diemcau.minutes.s.p': '{}', 'diemcau.language': 'en' }
    Object.defineProperties(outlivesTheTab, {
      setItem: { value: (key: string, text: string) => (outlivesTheTab[key] = text) },
      getItem: { value: (key: string) => outlivesTheTab[key] ?? null },
      removeItem: { value: (key: string) => delete outlivesTheTab[key] },
    })
    vi.stubGlobal('localStorage', outlivesTheTab)
    const keptDraftsOf = await reloaded()
    keptDraftsOf('s.p').setState({ fresh })
    expect(outlivesTheTab).toEqual({ 'diemcau.language': 'en' })
  })

  it('of an earlier release get default values for new fields', async () => {
    stored.set(
      'diemcau.minutes.s.p',
      JSON.stringify({ state: { fresh: { kind: 'decision', text: 'Đồng ý' } }, version: 0 }),
    )
    const keptDraftsOf = await reloaded()
    expect(keptDraftsOf('s.p').getState()).toEqual({
      fresh: { ...emptyDraft, kind: 'decision', text: 'Đồng ý' },
      revisions: {},
      rewordings: {},
    })
  })
})
