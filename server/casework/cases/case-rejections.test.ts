import { expect, it } from 'vitest'
import { caseModules } from '../../../shared/cases/index.ts'
import { caseRejectionTexts } from './case-rejections.ts'

it('every “no” of a case says what is wrong and what to do', () => {
  const codes = caseModules.flatMap(({ module }) =>
    Object.values(module.commands).flatMap(({ rejections }) => [...rejections] as string[]),
  )
  expect(Object.keys(caseRejectionTexts).sort()).toEqual(
    [...new Set([...codes, 'case.closed', 'case.for-readers'])].sort(),
  )
})
