import { describe, expect, it } from 'vitest'
import { line, ParticipantId, text } from './ids.ts'

describe('an id', () => {
  it.each(['chair', 'a', '019b0000-0000-7000-8000-000000000001', 'A_b-9'])('accepts “%s”', (id) => {
    expect(ParticipantId.parse(id)).toBe(id)
  })

  it.each(['', 'a b', 'x'.repeat(65), 'điểm', '../x', '__proto__', 'constructor', 'hasOwnProperty'])(
    'rejects “%s”',
    (id) => {
      expect(ParticipantId.safeParse(id).success).toBe(false)
    },
  )
})

describe('text typed by people', () => {
  it('is trimmed before its length is checked', () => {
    expect(text(5).parse('  Đúng \n')).toBe('Đúng')
    expect(text(5).safeParse('dài quá').success).toBe(false)
    expect(text(5).safeParse(' \n ').success).toBe(false)
  })

  it('can have several lines as `text`, and only one as `line`', () => {
    expect(text(20).parse('Một\n\tHai')).toBe('Một\n\tHai')
    for (const broken of ['Một\nHai', 'Một\tHai', 'Một\u2028Hai'])
      expect(line(20).safeParse(broken).success).toBe(false)
  })

  it.each([
    ['a control character', 'a\u0000b'],
    ['a terminal escape sequence', 'a\u001b[31mb'],
    ['a bidirectional override', 'a\u202eb'],
    ['a bidirectional isolate', 'a\u2066b'],
    ['half of a surrogate pair', 'a\ud83db'],
  ])('rejects %s', (_what, typed) => {
    expect(text(20).safeParse(typed).success).toBe(false)
    expect(line(20).safeParse(typed).success).toBe(false)
  })

  it.each(['Nguyễn Thị Hoà', 'Đ/c “Ba” – UBND P.1', '🙏 ភាសាខ្មែរ', 'Nguyê\u0303n'])('accepts %s', (typed) => {
    expect(text(40).parse(typed)).toBe(typed)
    expect(line(40).parse(typed)).toBe(typed)
  })
})
