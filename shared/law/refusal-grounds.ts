// The grounds for refusing a citizen and what each requires, as dated data with the article. The short descriptions are
// ours; the article is authoritative. A change of the law adds a row.

export interface RefusalGround {
  readonly groundId: string
  /** As papers cite it. */
  readonly source: string
  readonly words: string
  /** A notice in writing is owed, beside the explanation by word of mouth. */
  readonly needsNotice: boolean
  /** verified: read in the text in force; check: read in an older text, to be checked before use. */
  readonly mark: 'verified' | 'check'
  /** Calendar days; null: in force until further notice. */
  readonly validFrom: string
  readonly validTo: string | null
}

const law = { mark: 'check', needsNotice: false, validFrom: '2014-07-01', validTo: null } as const
const decree = { mark: 'verified', needsNotice: false, validFrom: '2026-07-01', validTo: null } as const
const ofLaw = (clause: number) => `khoản ${clause} Điều 9 Luật Tiếp công dân`
const ofDecree = (point: string) => `điểm ${point} khoản 1 Điều 4 Nghị định số 154/2026/NĐ-CP`

const grounds: readonly RefusalGround[] = [
  {
    ...law,
    groundId: 'law-9-1',
    source: ofLaw(1),
    words: 'Say do dùng chất kích thích, hoặc mất khả năng nhận thức, điều khiển hành vi',
  },
  {
    ...law,
    groundId: 'law-9-2',
    source: ofLaw(2),
    words: 'Đe dọa, xúc phạm cơ quan, người tiếp công dân hoặc vi phạm nội quy nơi tiếp công dân',
  },
  {
    ...law,
    groundId: 'law-9-3',
    source: ofLaw(3),
    words: 'Vụ việc đã giải quyết đúng pháp luật, đã được kiểm tra, rà soát, thông báo bằng văn bản nhưng vẫn kéo dài',
    needsNotice: true,
  },
  { ...decree, groundId: 'decree-4-1-a', source: ofDecree('a'), words: 'Mang theo vũ khí, vật nguy hiểm' },
  { ...decree, groundId: 'decree-4-1-b', source: ofDecree('b'), words: 'Không chấp hành kiểm tra an ninh' },
  {
    ...decree,
    groundId: 'decree-4-1-c',
    source: ofDecree('c'),
    words: 'Tự ghi âm, ghi hình, phát trực tiếp khi chưa được đồng ý',
  },
  { ...decree, groundId: 'decree-4-1-d', source: ofDecree('d'), words: 'Gây mất trật tự nơi tiếp công dân' },
  {
    ...decree,
    groundId: 'decree-4-1-đ',
    source: ofDecree('đ'),
    words: 'Không đủ năng lực hành vi mà không có người đại diện',
  },
  {
    ...decree,
    groundId: 'decree-4-1-e',
    source: ofDecree('e'),
    words: 'Không có giấy tờ chứng minh việc đại diện, ủy quyền',
  },
  {
    ...decree,
    groundId: 'decree-4-1-g',
    source: ofDecree('g'),
    words: 'Nội dung không thuộc phạm vi tiếp công dân',
  },
  {
    ...decree,
    groundId: 'decree-4-1-h',
    source: ofDecree('h'),
    words: 'Đã được trả lời, không có nội dung, chứng cứ mới',
    needsNotice: true,
  },
  {
    ...decree,
    groundId: 'decree-4-1-i',
    source: ofDecree('i'),
    words: 'Đã có bản án, quyết định của Tòa án có hiệu lực',
  },
  {
    ...decree,
    groundId: 'decree-4-1-k',
    source: ofDecree('k'),
    words: 'Đang được cơ quan khác có thẩm quyền giải quyết',
  },
]

export const groundsOn = (day: string): readonly RefusalGround[] =>
  grounds.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo))

/** Also one that is in force no longer: what was once said keeps its words. */
export const groundOf = (groundId: string): RefusalGround | undefined =>
  grounds.find((ground) => ground.groundId === groundId)
