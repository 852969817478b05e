// The voting codes of one site as a sheet: sealed in an envelope, opened at the site, cut into slips and handed out to
// the delegates.
import type { DelegateId, Ms } from '../../../shared/kernel/ids.ts'
import type { Site } from '../../../shared/modules/sites/contract.ts'
import type { People } from '../../../shared/wire/engine/socket-events.ts'
import { gap, line, lines, type Paper, printable, type Table } from '../model/paper.ts'
import { hourAndMinute, longDate } from '../model/times.ts'
import { siteHeading } from './wording.ts'

export interface VotingCodes {
  readonly title: string
  readonly organisation: string
  readonly site: Site
  readonly people: People
  readonly codeOf: (delegateId: DelegateId) => string
  /** The first is 1. */
  readonly printing: number
  readonly printedAt: Ms
}

export function votingCodesPaper({ title, organisation, printedAt, ...codes }: VotingCodes): Paper {
  return {
    title: printable(`Mã biểu quyết: ${title}`),
    author: printable(organisation),
    date: printedAt,
    blocks: [
      line('kind', 'MÃ BIỂU QUYẾT'),
      ...lines('subject', title),
      line('subheading', siteHeading(codes.site)),
      line(
        'text',
        `In lúc ${hourAndMinute(printedAt)}, ${longDate(printedAt)}, lần in thứ ${codes.printing} của phiên.`,
      ),
      line(
        'text',
        'Niêm phong: cho vào bì kín, ghi tên điểm cầu, chỉ mở tại điểm cầu này trước khi biểu quyết. Cắt rời từng dòng, phát ' +
          'kín cho từng đại biểu; đại biểu giữ kín mã của mình.',
      ),
      line(
        'text',
        'Phiếu này chỉ in một lần. In lại là cấp mã mới, mã trên phiếu này hết hiệu lực; mỗi lần in được ghi vào nhật ký của phiên ' +
          'và mọi người trong phòng họp đều thấy.',
      ),
      gap(1.5),
      tableOf(codes),
    ],
  }
}

const tableOf = ({ site, people, codeOf }: Pick<VotingCodes, 'site' | 'people' | 'codeOf'>): Table => ({
  kind: 'table',
  widthsMm: [13, 97, 55],
  titles: ['STT', 'Họ và tên, chức vụ', 'Mã biểu quyết'].map((title) => line('cellTitle', title)),
  rows: site.delegates.map(({ delegateId, personId }, index) => {
    const person = people[personId]
    return [
      [line('cellCentred', String(index + 1))],
      [line('cell', person?.title ? `${person.name}, ${person.title}` : (person?.name ?? '…'))],
      [line('cellCentred', inFours(codeOf(delegateId)))],
    ]
  }),
})

/** Easier to read out and to type; the spaces do not count. */
const inFours = (code: string) => code.replace(/(\d{4})(?=\d)/g, '$1 ')
