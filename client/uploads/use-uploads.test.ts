import { expect, it } from 'vitest'
import { maximumFileBytes } from '../../shared/wire/documents.ts'
import { faultOf } from './use-uploads.ts'

it.each([
  ['Báo cáo.PDF', 1000, null],
  ['Bản đồ.jpeg', maximumFileBytes, null],
  ['Báo cáo.pdf', maximumFileBytes + 1, 'too-large'],
  ['Báo cáo.pdf', 0, 'empty'],
  ['Báo cáo.doc', 1000, 'unknown-type'],
  ['Báo cáo', 1000, 'unknown-type'],
  ['a.constructor', 1000, 'unknown-type'],
])('of “%s” with %i bytes it is known before it is sent: %s', (name, size, fault) => {
  expect(faultOf({ name, size })).toBe(fault)
})
