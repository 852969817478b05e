import type { TFunction } from 'i18next'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AccountId, DocumentId, ItemId, SessionId } from '../../../shared/kernel/ids.ts'
import { type ListedDocument, maximumFileBytes } from '../../../shared/wire/papers/documents.ts'
import { faultOf, handIn, plainSettings, uploadsStore } from './use-uploads.ts'

it.each([
  ['Báo cáo.PDF', 1000, null],
  ['Bản đồ.jpeg', maximumFileBytes, null],
  ['Báo cáo.pdf', maximumFileBytes + 1, 'too-large'],
  ['Báo cáo.pdf', 0, 'empty'],
  ['Báo cáo.doc', 1000, 'unknown-type'],
  ['Báo cáo', 1000, 'unknown-type'],
  ['a.constructor', 1000, 'unknown-type'],
])('“%s” with %i bytes is judged before sending: %s', (name, size, fault) => {
  expect(faultOf({ name, size })).toBe(fault)
})

const takenIn: ListedDocument = {
  documentId: DocumentId.parse('document-1'),
  title: 'Báo cáo',
  itemId: null,
  isMarked: false,
  readBefore: true,
  needsAcknowledgement: false,
  secrecy: 'open',
  file: { format: 'pdf', bytes: 8, sha256: 'a'.repeat(64) },
  shown: null,
  scan: 'clean',
  addedBy: { kind: 'account', accountId: AccountId.parse('clerk') },
  openedCount: 0,
  acknowledgedCount: 0,
}

describe('uploading documents', () => {
  /** What the server answers, one after another; null: the connection breaks. */
  let answers: (readonly [status: number, body: object] | null)[]
  const sent: { path: string; name: string }[] = []
  const guards = new Set<unknown>()
  const onTaken = vi.fn()

  class FakeRequest {
    upload = {}
    status = 0
    response: object | null = null
    onload = () => undefined
    onerror = () => undefined
    #path = ''
    open(_method: string, path: string) {
      this.#path = path
    }
    send(form: FormData) {
      sent.push({ path: this.#path, name: (form.get('file') as File).name })
      const answer = answers.shift()
      queueMicrotask(() => {
        if (!answer) return this.onerror()
        ;[this.status, this.response] = answer
        this.onload()
      })
    }
  }

  beforeEach(() => {
    sent.length = 0
    onTaken.mockClear()
    vi.stubGlobal('XMLHttpRequest', FakeRequest)
    vi.stubGlobal('window', {
      addEventListener: (_type: string, listener: unknown) => guards.add(listener),
      removeEventListener: (_type: string, listener: unknown) => guards.delete(listener),
    })
  })
  afterEach(() => {
    uploadsStore.setState([], true)
    vi.unstubAllGlobals()
  })

  const t = ((key: string) => key) as unknown as TFunction
  const destination = { sessionId: SessionId.parse('hearing'), onTaken }
  const files = (...names: string[]) =>
    names.map((name) => ({
      file: new File(['%PDF-1.7'], name),
      settings: { ...plainSettings, itemId: ItemId.parse('item-1'), readBefore: true },
    }))
  const problems = () => uploadsStore.getState().map(({ name, problem }) => [name, problem])

  it('sends one after another with its settings; a failed one does not stop the next', async () => {
    answers = [
      [201, takenIn],
      [422, { error: { code: 'document.broken', message: '' } }],
      [201, takenIn],
    ]
    handIn(t, destination, files('một.pdf', 'hai.pdf', 'ba.pdf'))
    expect(guards.size).toBe(1)
    await vi.waitFor(() => expect(problems()).toEqual([['hai.pdf', expect.stringContaining('document.broken')]]), {
      timeout: 10_000,
    })
    expect(sent.map(({ name }) => name)).toEqual(['một.pdf', 'hai.pdf', 'ba.pdf'])
    for (const { path } of sent) {
      expect(path).toMatch(/^\/api\/sessions\/hearing\/documents\?/)
      expect(path).toContain('readBefore=true')
      expect(path).toContain('itemId=item-1')
    }
    expect(onTaken).toHaveBeenCalledTimes(2)
    // All that could be sent is sent: the page may be closed.
    expect(guards.size).toBe(0)
  })

  it('does not send a file with a false type', async () => {
    const program = { file: new File(['MZ'], 'giấy tờ.pdf'), settings: plainSettings }
    answers = [[201, takenIn]]
    handIn(t, destination, [program, ...files('một.pdf')])
    await vi.waitFor(() => expect(onTaken).toHaveBeenCalledOnce(), { timeout: 10_000 })
    expect(problems()).toEqual([['giấy tờ.pdf', expect.stringContaining('document.wrong-type')]])
    expect(sent.map(({ name }) => name)).toEqual(['một.pdf'])
  })

  it('offers to send again after a network error, but not after a rejection', async () => {
    answers = [null, [415, { error: { code: 'document.wrong-type', message: '' } }], [201, takenIn]]
    handIn(t, destination, files('một.pdf', 'hai.pdf'))
    await vi.waitFor(() => expect(problems()).toHaveLength(2), { timeout: 10_000 })
    await vi.waitFor(() => expect(problems().every(([, problem]) => problem !== null)).toBe(true), { timeout: 10_000 })
    const [broken, refused] = uploadsStore.getState()
    expect(broken?.problem).toBe('uploads.unreachable')
    expect(refused?.again).toBeNull()
    broken?.again?.()
    await vi.waitFor(() => expect(problems().map(([name]) => name)).toEqual(['hai.pdf']), { timeout: 10_000 })
    expect(sent[2]).toEqual(sent[0])
  })
})
