import { expect, it } from 'vitest'
import { caseModules } from './index.ts'
import { caseRejections } from './rejections.ts'

it('every rejection code of a case has an answer', () => {
  const codes = caseModules.flatMap(({ module }) =>
    Object.values(module.commands).flatMap(({ rejections }) => [...rejections] as string[]),
  )
  expect(Object.keys(caseRejections).sort()).toEqual([...new Set([...codes, 'case.closed', 'case.for-readers'])].sort())
})
