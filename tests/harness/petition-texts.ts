// Hundreds of thousands of petitions, the same in each run: stock phrases used in many of them, and syllables of which
// few are frequent and most are rare, as in real ones.

const phrases = [
  'đề nghị xem xét giải quyết',
  'khiếu nại quyết định hành chính',
  'thu hồi đất nông nghiệp',
  'mức bồi thường hỗ trợ tái định cư',
  'giấy chứng nhận quyền sử dụng đất',
  'Ủy ban nhân dân xã',
  'tranh chấp ranh giới thửa đất',
  'gia đình tôi có công với cách mạng',
  'lấn chiếm hành lang giao thông',
  'ô nhiễm môi trường do chăn nuôi',
  'chế độ trợ cấp hằng tháng',
  'xây dựng không có giấy phép',
  'đã gửi đơn nhiều lần chưa được trả lời',
  'kính gửi quý cơ quan',
]
const onsets = 'b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x'.split(' ')
const rimes = 'a an ang anh ao ap au ay em en eo ia iên iêu in inh oa oan oi om ông ơi ung uôn ươc ương ưu y'.split(' ')
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']

const syllables = onsets.flatMap((onset) => rimes.flatMap((rime) => tones.map((tone) => withTone(onset + rime, tone))))

function withTone(syllable: string, tone: string): string {
  const vowel = /[aăâeêioôơuưy](?=[^aăâeêioôơuưy]*$)/u.exec(syllable)?.index ?? 0
  return `${syllable.slice(0, vowel + 1)}${tone}${syllable.slice(vowel + 1)}`.normalize('NFC')
}

/** A number from 0 up to 1, from another one on always the same: mulberry32. */
export function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** `subject` has some ten syllables, `content` from 60 to 200. */
export function petitionText(random: () => number): { subject: string; content: string } {
  const shuffled = syllables.length
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  // The n-th most frequent syllable is there 1/n as often as the first. 7919 is prime: neighbours do not look alike.
  const syllable = () => syllables[(Math.floor(shuffled ** random()) * 7919) % shuffled] as string
  const words = (count: number) => Array.from({ length: count }, syllable).join(' ')
  const subject = `${one(phrases)} ${words(5)} thôn ${1 + Math.floor(random() * 30)}`
  const sentences = 5 + Math.floor(random() * 12)
  const content = Array.from({ length: sentences }, () => `${one(phrases)} ${words(6)}`).join('. ')
  return { subject, content }
}

/** Of ten people four are called Nguyễn, as in Việt Nam; most have one of a few middle names. */
const families = 'Nguyễn Nguyễn Nguyễn Nguyễn Trần Lê Phạm Hoàng Vũ Phan Trương Bùi Đặng Đỗ Ngô Hồ Dương Lý'.split(' ')
const middles = 'Văn Văn Văn Thị Thị Thị Hữu Đức Minh Ngọc Quang Xuân Thanh Công Đình Kim'.split(' ')
const givens =
  'An Anh Bảy Bình Chi Cường Dung Dũng Giang Hà Hải Hạnh Hiền Hoa Hòa Hùng Hương Khánh Lan Liên Linh Long Mai Nam Nga Phúc Sơn Tâm Thảo Tuấn'.split(
    ' ',
  )

export function personName(random: () => number): string {
  const one = (list: readonly string[]) => list[Math.floor(random() * list.length)] as string
  return `${one(families)} ${one(middles)} ${one(givens)}`
}
