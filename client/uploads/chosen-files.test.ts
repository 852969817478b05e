import { describe, expect, it } from 'vitest'
import { maximumFilesAtOnce } from '../../shared/conclusions/follow-up/contract.ts'
import { type ChosenFile, isSendable, refusedAt } from './chosen-files.ts'

const chosen = (problem: string | null): ChosenFile => ({ key: 'a', file: new File(['x'], 'Báo cáo.pdf'), problem })
const many = (count: number) => Array.from({ length: count }, () => chosen(null))

describe('files that go along with words', () => {
  it('may be sent when none is known to be wrong, and not too many at once', () => {
    expect(isSendable([])).toBe(true)
    expect(isSendable(many(maximumFilesAtOnce))).toBe(true)
    expect(isSendable(many(maximumFilesAtOnce + 1))).toBe(false)
    expect(isSendable([chosen(null), chosen('Tệp này bị hỏng.')])).toBe(false)
  })

  it('are known by their position when the server refuses one', () => {
    expect(refusedAt('files.2')).toBe(2)
    expect(refusedAt('text')).toBeNull()
    expect(refusedAt(undefined)).toBeNull()
  })
})
