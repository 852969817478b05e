import { expect, it } from 'vitest'
import { wordsOf } from './words.ts'

const text = (str: string, hasEOL = false) => ({ str, hasEOL })
const begin = (tag: string) => ({ type: 'beginMarkedContent', tag })
const end = { type: 'endMarkedContent' }

it('tells what the document says, and not the mark across it', () => {
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
