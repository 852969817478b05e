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

describe('words typed and not yet written', () => {
  const fresh = { ...emptyDraft, text: 'Đề nghị bổ sung số' }
  const revisions = { entry1: { baseRevision: 2, draft: { ...emptyDraft, text: 'Gia hạn' } } }

  const rewordings = { '12.0': { baseRevision: 0, text: 'Đoàn công tác có' } }

  it('are there after a reload, to the last letter', async () => {
    const before = await reloaded()
    before('session.secretary').setState({ fresh, revisions, rewordings })
    const after = await reloaded()
    expect(after('session.secretary').getState()).toEqual({ fresh, revisions, rewordings })
  })

  it('are of one person in one session', async () => {
    const keptDraftsOf = await reloaded()
    keptDraftsOf('session.secretary').setState({ fresh })
    expect(keptDraftsOf('session.other').getState().fresh).toEqual(emptyDraft)
    expect(keptDraftsOf('another.secretary').getState().fresh).toEqual(emptyDraft)
  })

  it('of a secret session are in no storage, and are there when the panel is opened again', async () => {
    const keptDraftsOf = await reloaded()
    keptDraftsOf('secret.secretary', true).setState({ fresh })
    expect([...stored.keys()]).toEqual([])
    expect(keptDraftsOf('secret.secretary', true).getState().fresh).toEqual(fresh)
  })

  it('leave nothing in the storage that outlives the tab, nor what an earlier release put there', async () => {
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

  it('of an earlier release get what has been added since', async () => {
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
