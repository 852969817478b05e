import { describe, expect, it } from 'vitest'
import { isAlike, likenessOf, pairsOf } from './similarity.ts'

const evenly = () => 1
const likeness = (text: string, earlier: string, weight = evenly as (word: string) => number) =>
  likenessOf(pairsOf(text), pairsOf(earlier), weight)

const petition =
  'Khiếu nại quyết định thu hồi đất tại thôn 3. Gia đình tôi bị thu hồi 250 mét vuông đất vườn, mức bồi thường chưa đúng.'

describe('two petitions are similar', () => {
  it('when most word pairs of one are in the other, in any context, with or without diacritics', () => {
    const again = `Kính gửi Chủ tịch. ${petition} Đã gửi đơn hai lần, đến nay chưa được trả lời.`
    expect(likeness(petition, again)).toMatchObject({ same: pairsOf(petition).size, share: 1 })
    const plain = 'khieu nai quyet dinh thu hoi dat tai thon 3, gia dinh toi bi thu hoi 250 met vuong dat vuon'
    expect(isAlike(likeness(plain, petition))).toBe(true)
  })

  it('with a count of the common word pairs', () => {
    expect(likeness('thu hồi đất vườn', 'thu hồi đất rừng')).toMatchObject({ same: 2, of: 3 })
  })

  it('but not when only common phrases are the same', () => {
    const other =
      'Khiếu nại quyết định thu hồi giấy phép kinh doanh của quán ăn, đề nghị cho mở cửa lại trong tháng này.'
    expect(isAlike(likeness(other, petition))).toBe(false)
  })

  it('but not by a few words', () => {
    expect(isAlike(likeness('Thu hồi đất', petition))).toBe(false)
    expect(isAlike(likeness('', petition))).toBe(false)
  })

  it('more by rare words than by common ones', () => {
    const rare = (word: string) => (['ngap', 'cong'].includes(word) ? 5 : 1)
    const text = 'đường ngập cống thu hồi đất'
    expect(likeness(text, 'ngập cống', rare).share).toBeGreaterThan(likeness(text, 'thu hồi', rare).share)
  })
})
