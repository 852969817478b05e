// The readable copy of the data kept about a person, for that person.
import type { Agency } from '../../../shared/projections/minutes-document.ts'
import type { PersonalCopy } from '../../../shared/wire/custody/personal-data.ts'
import { letterhead } from '../model/letterhead.ts'
import { type Block, line, type Paper, printable } from '../model/paper.ts'
import { calendarDay } from '../model/times.ts'
import { identityPaperNames } from './identity-paper-names.ts'

const none = line('text', 'Không có.')
const day = (at: string) => calendarDay(at.slice(0, 10))
const lines = (texts: readonly string[]): Block[] =>
  texts.length === 0 ? [none] : texts.map((text) => line('text', printable(`- ${text}`)))
const acts = { read: 'xem', changed: 'sửa', erased: 'xóa', compared: 'đối chiếu' } as const

export function personalCopyPaper(
  { entries, visits, cases, papers, looks, madeAt }: PersonalCopy,
  agency: Agency,
): Paper {
  return {
    title: printable('Dữ liệu cá nhân đang lưu'),
    author: printable(agency.organisation),
    date: Date.parse(madeAt),
    blocks: [
      letterhead(agency, '…………'),
      line('kind', 'DỮ LIỆU CÁ NHÂN ĐANG LƯU'),
      line('signatureNote', `(lập ngày ${day(madeAt)} theo yêu cầu của người có dữ liệu)`),
      line('heading', '1. Họ tên, liên hệ và giấy tờ'),
      ...lines(
        entries.map(({ name, address, phone, email, identity }) => {
          const paper = identity && `${identityName(identity.kind)} ${identity.number}`
          return [name, address, phone, email, paper].filter(Boolean).join('; ')
        }),
      ),
      line('heading', '2. Các lượt tiếp'),
      ...lines(visits.map((one) => [day(one.day), `số ${one.number}`, one.content].filter(Boolean).join('; '))),
      line('heading', '3. Đơn, vụ việc'),
      ...lines(cases.map(({ number, receivedOn, subject }) => `${number}, nhận ngày ${day(receivedOn)}: ${subject}`)),
      line('heading', '4. Giấy tờ đã nộp'),
      ...lines(papers.map(({ title }) => title)),
      line('heading', '5. Ai đã xem thông tin'),
      ...lines(looks.map(({ at, act, by, purpose }) => `${day(at)}, ${by ?? 'hệ thống'} ${actName(act)}: ${purpose}`)),
    ],
  }
}

const identityName = (kind: string): string => identityPaperNames[kind as keyof typeof identityPaperNames] ?? kind
const actName = (act: string): string => acts[act as keyof typeof acts] ?? act
