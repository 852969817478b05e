import { MutationObserver, QueryClient } from '@tanstack/react-query'
import { beforeEach, expect, it } from 'vitest'
import { createFormDraft } from './form-draft.ts'
import { keptFormsIn } from './kept-forms.ts'
import { keptOf } from './use-form-draft.ts'

const blank = { reason: '' }
const typed = { reason: 'Đường truyền mất hai lần' }
let kept = keptFormsIn(() => sessionOf(new Map()))
const sessionOf = (texts: Map<string, string>) => ({
  getItem: (key: string) => texts.get(key) ?? null,
  setItem: (key: string, text: string) => void texts.set(key, text),
  removeItem: (key: string) => void texts.delete(key),
})
const opened = () => createFormDraft(kept, 'refusal.17', blank)

beforeEach(() => {
  const texts = new Map<string, string>()
  kept = keptFormsIn(() => sessionOf(texts))
})

/** A dialog whose words are on their way; `answer` is what the server says in the end. */
function sending() {
  const draft = opened()
  draft.keep(typed)
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const mutation = new MutationObserver(new QueryClient(), { mutationFn: () => promise })
  const leave = mutation.subscribe(() => undefined)
  const dialog = { isOpen: true, sent: [] as string[] }
  const work = mutation.mutate()
  keptOf(
    [draft, () => dialog.isOpen],
    () => typed,
    () => undefined,
  ).sentBy(work, (said) => dialog.sent.push(said))
  return {
    dialog,
    close() {
      dialog.isOpen = false
      leave()
    },
    answer() {
      resolve('taken')
      return work
    },
    refuse() {
      reject(new Error('refused'))
      return work.catch(() => undefined)
    },
  }
}

it('a sent draft is removed, also when its dialog was closed before the answer', async () => {
  const { dialog, close, answer } = sending()
  close()
  await answer()
  expect(opened()).toMatchObject({ initial: blank, isRestored: false })
  // Another may be open in its place.
  expect(dialog.sent).toEqual([])
})

it('a dialog that is still open is notified', async () => {
  const { dialog, answer } = sending()
  await answer()
  expect(dialog.sent).toEqual(['taken'])
  expect(opened().isRestored).toBe(false)
})

it('a draft is kept when the request was rejected', async () => {
  const { dialog, close, refuse } = sending()
  close()
  await refuse()
  expect(opened()).toMatchObject({ initial: typed, isRestored: true })
  expect(dialog.sent).toEqual([])
})

it('input in a reopened dialog is kept when the earlier answer arrives', async () => {
  const { close, answer } = sending()
  close()
  opened().keep({ reason: 'Đường truyền mất ba lần' })
  await answer()
  expect(opened().initial).toEqual({ reason: 'Đường truyền mất ba lần' })
})
