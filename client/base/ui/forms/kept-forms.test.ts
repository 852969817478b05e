import { beforeEach, describe, expect, it } from 'vitest'
import { createFormDraft } from './form-draft.ts'
import { keptFormsIn, keyOf } from './kept-forms.ts'

/** As a browser's: the keys of its texts are its own. */
class FakeStorage {
  [key: string]: unknown
  getItem = (key: string) => (typeof this[key] === 'string' ? (this[key] as string) : null)
  setItem = (key: string, text: string) => {
    this[key] = text
  }
  removeItem = (key: string) => {
    delete this[key]
  }
}

let tab: FakeStorage
let kept = keptFormsIn(() => tab)
const inStorage = () => Object.keys(tab).filter((key) => key.startsWith('diemcau.'))
const blank = { title: '', place: 'Hội trường', secrecy: 'open' }
const open = (owner: string) =>
  createFormDraft(kept, keyOf(owner, 'booking'), blank, { isSecret: ({ secrecy }) => secrecy === 'secret' })

beforeEach(() => {
  tab = new FakeStorage()
  kept = keptFormsIn(() => tab)
})

describe('what was typed into a form', () => {
  it('is offered again to whoever typed it, and to nobody else', () => {
    open('lan').keep({ ...blank, title: 'Giao ban' })
    expect(open('lan')).toMatchObject({ initial: { title: 'Giao ban' }, isRestored: true })
    expect(open('minh')).toMatchObject({ initial: blank, isRestored: false })
  })

  it('is gone when it was sent, thrown away, or typed back, and a form as it was when it was opened keeps nothing', () => {
    const draft = open('lan')
    draft.keep({ ...blank, title: 'Giao ban' })
    expect(draft.isChanged()).toBe(true)
    const again = open('lan')
    expect(again.isRestored).toBe(true)
    again.forget()
    expect(again.isRestored).toBe(false)
    draft.forget()
    expect(draft.isChanged()).toBe(false)
    expect(open('lan').isRestored).toBe(false)
    draft.keep(blank)
    expect(kept.isEmpty).toBe(true)
  })

  it('is not kept after it was sent, whatever the form still says', () => {
    const draft = open('lan')
    draft.end()
    draft.keep({ ...blank, title: 'Giao ban' })
    expect(kept.isEmpty).toBe(true)
  })

  it('of an earlier release gets what has been added since', () => {
    kept.write(keyOf('lan', 'booking'), { title: 'Giao ban' })
    expect(open('lan').initial).toEqual({ ...blank, title: 'Giao ban' })
  })

  it('is not kept where it may be a state secret; what was kept before goes, too', () => {
    const draft = open('lan')
    draft.keep({ ...blank, title: 'Giao ban' })
    draft.keep({ ...blank, title: 'Giao ban', secrecy: 'secret' })
    expect(inStorage()).toEqual([])
    expect(draft.isChanged()).toBe(true)
  })

  it('that may be a state secret is offered again until the page is loaded anew, and goes at sign-out', () => {
    open('lan').keep({ ...blank, title: 'Giao ban', secrecy: 'secret' })
    expect(open('lan')).toMatchObject({ initial: { title: 'Giao ban' }, isRestored: true })
    expect(kept).toMatchObject({ hasSecrets: true, isEmpty: false })
    expect(keptFormsIn(() => tab).read(keyOf('lan', 'booking'))).toBeNull()
    kept.forgetAll()
    expect(kept).toMatchObject({ hasSecrets: false, isEmpty: true })
  })

  it('leaves what was not touched as it is now, also when somebody else has changed it since', () => {
    open('lan').keep({ ...blank, title: 'Giao ban' })
    const now = createFormDraft(kept, keyOf('lan', 'booking'), { ...blank, place: 'Phòng họp số 2' })
    expect(now.initial).toEqual({ ...blank, title: 'Giao ban', place: 'Phòng họp số 2' })
  })

  it('makes one thing, however often it is sent and the page is loaded', () => {
    let made = 0
    const begun = () => createFormDraft(kept, 'k', blank, { makeId: () => `id${++made}` })
    const first = begun()
    first.keep({ ...blank, title: 'Giao ban' })
    expect(begun().newId).toBe(first.newId)
    first.forget()
    expect(first.newId).not.toBe('id1')
    first.end()
    expect(begun().newId).not.toBe(first.newId)
  })

  it('was sent when nothing of it is other than it is now, though the answer never came', () => {
    open('lan').keep({ ...blank, title: 'Giao ban' })
    const now = createFormDraft(kept, keyOf('lan', 'booking'), { ...blank, title: 'Giao ban' })
    expect(now.isRestored).toBe(false)
    expect(kept.isEmpty).toBe(true)
  })

  it('is not offered when what it was begun with is another now', () => {
    open('lan').keep({ ...blank, title: 'Giao ban' })
    const now = createFormDraft(kept, keyOf('lan', 'booking'), blank, { fits: ({ title }) => title !== 'Giao ban' })
    expect(now).toMatchObject({ initial: blank, isRestored: false })
    expect(kept.isEmpty).toBe(true)
  })

  it('goes on from what was saved', () => {
    const draft = open('lan')
    draft.keep({ ...blank, title: 'Giao ban' })
    draft.saved({ ...blank, title: 'Giao ban' })
    expect(open('lan').isRestored).toBe(false)
    draft.keep({ ...blank, title: 'Giao ban', place: 'Phòng 2' })
    expect(open('lan').initial).toEqual({ ...blank, place: 'Phòng 2' })
  })

  it('of another shape, by an earlier release, is left out', () => {
    kept.write(keyOf('lan', 'booking'), { title: ['Giao ban'], gone: 'x' })
    expect(open('lan')).toMatchObject({ initial: blank, isRestored: false })
  })

  it('goes when somebody signs out', () => {
    open('lan').keep({ ...blank, title: 'Giao ban' })
    tab.setItem('diemcau.link', 'token')
    tab.setItem('diemcau.minutes.session.lan', '{}')
    kept.forgetAll()
    expect(open('lan').isRestored).toBe(false)
    expect(inStorage()).toEqual(['diemcau.link'])
  })

  it('is not kept where the browser forbids it, and the form works', () => {
    const forbidden = keptFormsIn(() => {
      throw new Error('SecurityError')
    })
    const draft = createFormDraft(forbidden, keyOf('lan', 'booking'), blank)
    draft.keep({ ...blank, title: 'Giao ban' })
    expect(draft).toMatchObject({ initial: blank, isRestored: false })
  })
})
