import { describe, expect, it, vi } from 'vitest'
import { maximumFilesAtOnce } from '../../../shared/conclusions/follow-up/contract.ts'
import { maximumFileBytes } from '../../../shared/wire/papers/documents.ts'
import { ApiError } from '../api.ts'
import { createChosenFiles, isAtFile, judged } from './chosen-files.ts'

const pdf = new TextEncoder().encode('%PDF-1.7\n')
const program = new TextEncoder().encode('MZ\u0090\u0000\u0003')
const fileOf = (name: string, content: Uint8Array<ArrayBuffer> = pdf) => new File([content], name)
const tooLarge = () => Object.defineProperty(fileOf('Ảnh hiện trường.pdf'), 'size', { value: maximumFileBytes + 1 })

function form() {
  let last = 0
  const chosen = createChosenFiles(() => String(++last))
  const refusals = () => judged(chosen.store.getState()).map(({ refusal }) => refusal?.code ?? null)
  const names = vi.fn((files: readonly File[]) => Promise.resolve(files.map(({ name }) => name)))
  return { ...chosen, refusals, send: () => chosen.handIn(names) }
}

const refusing = (code: string, status: number, field?: string) =>
  new ApiError(code, code, status, field === undefined ? {} : { field })

describe('files attached to a form', () => {
  it('are sent except those too large or with a false or unknown type', async () => {
    const { add, refusals, send } = form()
    add([fileOf('Đơn.pdf'), tooLarge(), fileOf('Giấy tờ.pdf', program), fileOf('Ảnh.doc')])
    expect(await send()).toEqual(['Đơn.pdf'])
    expect(refusals()).toEqual([null, 'document.too-large', 'document.wrong-type', 'document.unknown-type'])
  })

  it('beyond the maximum at once are held back, until others are removed', async () => {
    const { add, remove, refusals, send } = form()
    add(Array.from({ length: maximumFilesAtOnce + 1 }, (_, index) => fileOf(`${index}.pdf`)))
    expect(await send()).toHaveLength(maximumFilesAtOnce)
    expect(refusals().at(-1)).toBe('followUp.too-many-at-once')
    remove('1')
    expect(refusals()).not.toContain('followUp.too-many-at-once')
  })

  it('exclude a file that the server rejected, so that sending again succeeds', async () => {
    const { add, refusals, send, handIn } = form()
    add([tooLarge(), fileOf('Đơn.pdf'), fileOf('Mật khẩu.pdf')])
    const refused = refusing('document.encrypted', 422, 'files.1')
    await expect(handIn(() => Promise.reject(refused))).rejects.toBe(refused)
    expect(refusals()).toEqual(['document.too-large', null, 'document.encrypted'])
    expect(await send()).toEqual(['Đơn.pdf'])
  })

  it('are all kept when the error is not about a file', async () => {
    for (const error of [
      refusing('document.scan-failed', 503, 'files.0'),
      refusing('invalid', 400, 'subject'),
      refusing('unreachable', 0),
    ]) {
      const { add, refusals, handIn } = form()
      add([fileOf('Đơn.pdf')])
      await expect(handIn(() => Promise.reject(error))).rejects.toBe(error)
      expect(isAtFile(error)).toBe(false)
      expect(refusals()).toEqual([null])
    }
  })
})
