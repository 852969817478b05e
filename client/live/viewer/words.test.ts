import { expect, it } from 'vitest'
import { wordsOf } from './words.ts'

const text = (str: string, hasEOL = false) => ({ str, hasEOL })
const begin = (tag: string) => ({ type: 'beginMarkedContent', tag })
const end = { type: 'endMarkedContent' }

it('returns the text of the page without the viewer’s mark', () => {
  const items = [
    begin('P'),
    text('Nghị quyết', true),
    begin('Span'),
    text('về giá đất'),
    end,
    end,
    begin('Artifact'),
    text('Phạm Thị Thu Hà'),
    begin('Span'),
    text('08:13'),
    end,
    end,
    text('.'),
  ]
  expect(wordsOf(items)).toBe('Nghị quyết về giá đất.')
})
