import { describe, expect, it } from 'vitest'
import { fc } from '../../tests/harness/properties.ts'
import { askedOf, excerptOf, fold, holds, marked, wordsOf } from './words.ts'

const exact = (text: string) => wordsOf(text).map((word) => word.exact)
const folded = (text: string) => wordsOf(text).map((word) => word.folded)
const found = (text: string, typed: string) =>
  marked(text, askedOf(typed)).flatMap((passage) => (passage.isFound ? [passage.text] : []))

describe('the words of a Vietnamese text', () => {
  it('are its syllables and numbers in lower case, with and without diacritics', () => {
    expect(exact('Quyết định số 45/QĐ-UBND, “Đường” Ớt')).toEqual([
      ...['quyết', 'định', 'số', '45', 'qđ', 'ubnd', 'đường', 'ớt'],
    ])
    expect(folded('Quyết định số 45/QĐ-UBND, “Đường” Ớt')).toEqual([
      ...['quyet', 'dinh', 'so', '45', 'qd', 'ubnd', 'duong', 'ot'],
    ])
  })

  it('are independent of the Unicode normalisation', () => {
    const text = 'Thửa đất bị lấn chiếm ở phường Hải Châu'
    expect(exact(text.normalize('NFD'))).toEqual(exact(text.normalize('NFC')))
  })

  it('have correct positions in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'đĐấ\u0301\u0323oOưx9 .,\n/') }), (text) => {
        for (const word of wordsOf(text)) expect(fold(text.slice(word.from, word.to))).toBe(word.folded)
      }),
    )
  })
})

describe('a search query', () => {
  it('contains each word once; the last word is a prefix unless it has one letter', () => {
    expect(askedOf('đất thu đất')).toEqual({
      words: [
        { exact: 'đất', folded: 'dat', from: 0, to: 3 },
        { exact: 'thu', folded: 'thu', from: 4, to: 7 },
      ],
      beginning: 'dat',
    })
    expect(askedOf('thu h').beginning).toBeNull()
    expect(askedOf('thu hồi ').beginning).toBeNull()
    expect(askedOf(' .,').words).toEqual([])
  })
})

describe('the search result', () => {
  it('marks words with or without diacritics, the last by prefix, others only whole', () => {
    expect(found('Thu hồi đất, đạt thuận lợi', 'dat')).toEqual(['đất', 'đạt'])
    expect(found('Thu hồi đất, đạt thuận lợi', 'đất th')).toEqual(['Thu', 'đất', 'đạt', 'thuận'])
    expect(found('Thu hồi đất, đạt thuận lợi', 'th đất')).toEqual(['đất', 'đạt'])
  })

  it('never changes the text', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'đấtThu hồi\u0301,.\n') })
    fc.assert(
      fc.property(texts, texts, (text, typed) => {
        const passages = marked(text, askedOf(typed))
        expect(passages.map((passage) => passage.text).join('')).toBe(text)
      }),
    )
  })

  it('is an excerpt around the densest matches', () => {
    const filler = 'Kính gửi quý cơ quan xem xét. '.repeat(20)
    const text = `Tôi có đất. ${filler}Nhà nước thu hồi đất tại thôn 3. ${filler}`
    expect(excerptOf(text, askedOf('thu hồi đất'))).toMatch(/^… .*Nhà nước thu hồi đất tại thôn 3.* …$/)
    expect(excerptOf(text, askedOf('khiếu'))).toBeNull()
    expect(excerptOf('Thu hồi đất', askedOf('hồi'))).toBe('Thu hồi đất')
  })

  it('of a long text full of matches is computed fast', () => {
    expect(excerptOf('thu '.repeat(2500), askedOf('th'))?.length).toBeLessThan(200)
  })
})

it('states whether a text contains all words of the query', () => {
  const text = 'Ông Lê Quang Đạo báo cáo về đê điều'
  for (const typed of ['bao cao', 'Đạo', 'dao le', 'báo cá', '']) expect(holds(text, askedOf(typed)), typed).toBe(true)
  for (const typed of ['bao gia', 'Đạo x1', 'qu lê']) expect(holds(text, askedOf(typed)), typed).toBe(false)
})
