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
const kept = keptFormsIn(() => tab)
const blank = { title: '', place: 'Hội trường', secrecy: 'open' }
const open = (owner: string) =>
  createFormDraft(kept, keyOf(owner, 'booking'), blank, ({ secrecy }) => secrecy !== 'secret')

beforeEach(() => {
  tab = new FakeStorage()
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
    expect(kept.isEmpty).toBe(true)
    expect(draft.isChanged()).toBe(true)
  })

  it('goes when somebody signs out', () => {
    open('lan').keep({ ...blank, title: 'Giao ban' })
    tab.setItem('diemcau.link', 'token')
    kept.forgetAll()
    expect(open('lan').isRestored).toBe(false)
    expect(tab.getItem('diemcau.link')).toBe('token')
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
