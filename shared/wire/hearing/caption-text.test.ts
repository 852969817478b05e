import { expect, it } from 'vitest'
import { asOneLine, cutWhereFull, linesOf } from './caption-text.ts'
import { longestCaption } from './captions.ts'

it('a line that becomes too long is finished between two words, and the typist goes on', () => {
  const words = 'ủy ban nhân dân '.repeat(20)
  const { finished, rest } = cutWhereFull(words)
  expect(finished?.length).toBeLessThanOrEqual(longestCaption)
  expect(`${finished} ${rest}`).toBe(words)
  expect(cutWhereFull('Kính thưa hội nghị')).toEqual({ finished: null, rest: 'Kính thưa hội nghị' })
  expect(cutWhereFull('a'.repeat(longestCaption + 5))).toEqual({ finished: 'a'.repeat(longestCaption), rest: 'aaaaa' })
})

it('what is pasted becomes one line', () => {
  expect(asOneLine('một\r\nhai\tba')).toBe('một hai ba')
})

it('what the engine heard becomes lines, none for nothing', () => {
  const long = 'ủy ban nhân dân xã '.repeat(40).trim()
  expect(linesOf(long).join(' ')).toBe(long)
  expect(linesOf(long).every(({ length }) => length <= longestCaption)).toBe(true)
  expect(linesOf(' \n ')).toEqual([])
})

it('a model that knows capitals alone does not shout', () => {
  expect(linesOf(' KÍNH THƯA ĐỒNG CHÍ')).toEqual(['Kính thưa đồng chí'])
  expect(linesOf('Xã Tân Lập')).toEqual(['Xã Tân Lập'])
})
