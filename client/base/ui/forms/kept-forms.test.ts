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

describe('a form draft', () => {
  it('is restored for the account that wrote it, and for no other', () => {
    open('lan').keep({ ...blank, title: 'Giao ban' })
    expect(open('lan')).toMatchObject({ initial: { title: 'Giao ban' }, isRestored: true })
    expect(open('minh')).toMatchObject({ initial: blank, isRestored: false })
  })

  it('is removed when sent, discarded or changed back to the initial values, and not stored while unchanged', () => {
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

  it('is not stored any more after the form was sent', () => {
    const draft = open('lan')
    draft.end()
    draft.keep({ ...blank, title: 'Giao ban' })
    expect(kept.isEmpty).toBe(true)
  })

  it('from an earlier release gets default values for new fields', () => {
    kept.write(keyOf('lan', 'booking'), { title: 'Giao ban' })
    expect(open('lan').initial).toEqual({ ...blank, title: 'Giao ban' })
  })

  it('is not stored if its level may be a state secret, and an earlier stored draft is removed', () => {
    const draft = open('lan')
    draft.keep({ ...blank, title: 'Giao ban' })
    draft.keep({ ...blank, title: 'Giao ban', secrecy: 'secret' })
    expect(inStorage()).toEqual([])
    expect(draft.isChanged()).toBe(true)
  })

  it('with a possible state secret is kept in memory until the page is reloaded or the account signs out', () => {
    open('lan').keep({ ...blank, title: 'Giao ban', secrecy: 'secret' })
    expect(open('lan')).toMatchObject({ initial: { title: 'Giao ban' }, isRestored: true })
    expect(kept).toMatchObject({ hasSecrets: true, isEmpty: false })
    expect(keptFormsIn(() => tab).read(keyOf('lan', 'booking'))).toBeNull()
    kept.forgetAll()
    expect(kept).toMatchObject({ hasSecrets: false, isEmpty: true })
  })

  it('keeps the current values of untouched fields, also if somebody else has changed them', () => {
    open('lan').keep({ ...blank, title: 'Giao ban' })
    const now = createFormDraft(kept, keyOf('lan', 'booking'), { ...blank, place: 'Phòng họp số 2' })
    expect(now.initial).toEqual({ ...blank, title: 'Giao ban', place: 'Phòng họp số 2' })
  })

  it('keeps the id of the new object across repeated sending and reloads', () => {
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

  it('is removed if it equals the current values, because it was sent although the answer was lost', () => {
    open('lan').keep({ ...blank, title: 'Giao ban' })
    const now = createFormDraft(kept, keyOf('lan', 'booking'), { ...blank, title: 'Giao ban' })
    expect(now.isRestored).toBe(false)
    expect(kept.isEmpty).toBe(true)
  })

  it('is not restored if the object it was started from has changed', () => {
    open('lan').keep({ ...blank, title: 'Giao ban' })
    const now = createFormDraft(kept, keyOf('lan', 'booking'), blank, { fits: ({ title }) => title !== 'Giao ban' })
    expect(now).toMatchObject({ initial: blank, isRestored: false })
    expect(kept.isEmpty).toBe(true)
  })

  it('continues from the saved values', () => {
    const draft = open('lan')
    draft.keep({ ...blank, title: 'Giao ban' })
    draft.saved({ ...blank, title: 'Giao ban' })
    expect(open('lan').isRestored).toBe(false)
    draft.keep({ ...blank, title: 'Giao ban', place: 'Phòng 2' })
    expect(open('lan').initial).toEqual({ ...blank, place: 'Phòng 2' })
  })

  it('with a different shape from an earlier release is ignored', () => {
    kept.write(keyOf('lan', 'booking'), { title: ['Giao ban'], gone: 'x' })
    expect(open('lan')).toMatchObject({ initial: blank, isRestored: false })
  })

  it('is removed when the account signs out', () => {
    open('lan').keep({ ...blank, title: 'Giao ban' })
    tab.setItem('diemcau.link', 'token')
    tab.setItem('diemcau.minutes.session.lan', '{}')
    kept.forgetAll()
    expect(open('lan').isRestored).toBe(false)
    expect(inStorage()).toEqual(['diemcau.link'])
  })

  it('is not stored if the browser forbids it, and the form still works', () => {
    const forbidden = keptFormsIn(() => {
      throw new Error('SecurityError')
    })
    const draft = createFormDraft(forbidden, keyOf('lan', 'booking'), blank)
    draft.keep({ ...blank, title: 'Giao ban' })
    expect(draft).toMatchObject({ initial: blank, isRestored: false })
  })
})
