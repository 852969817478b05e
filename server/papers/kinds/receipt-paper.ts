// The receipt for what a citizen handed in (giấy biên nhận, Mẫu 02/TCD of Nghị định 154/2026/NĐ-CP): who received what
// from whom, where and when, each paper with its pages and condition, and the hash of its file if there is one. Two
// copies, one for the citizen.
import type { Receipt } from '../../../shared/modules/receipt/contract.ts'
import type { Agency } from '../../../shared/projections/minutes-document.ts'
import type { Person } from '../../../shared/wire/engine/socket-events.ts'
import type { Citizen } from '../../../shared/wire/identity/citizens.ts'
import { letterhead } from '../model/letterhead.ts'
import { type Columns, draftMark, gap, type Line, line, type Paper, printable, type Table } from '../model/paper.ts'
import { paperNumber } from '../model/paper-number.ts'
import { signatureBlock } from '../model/signature-block.ts'
import { calendarDay, hourAndMinute, longDate, twoDigits } from '../model/times.ts'
import { identityPaperNames } from './identity-paper-names.ts'

export interface ReceiptSource {
  /** number null: it is not issued yet. */
  readonly receipt: Pick<Receipt, 'issuedAt' | 'papers'> & { readonly number: number | null }
  readonly place: string
  readonly officer: Person
  /** null: erased from the record since. */
  readonly citizen: Pick<Citizen, 'name' | 'address' | 'identity'> | null
}

const copies = 2

export function receiptPaper({ receipt, place, officer, citizen }: ReceiptSource, agency: Agency): Paper {
  const { number, issuedAt } = receipt
  return {
    title: printable(`Giấy biên nhận${number === null ? '' : ` số ${twoDigits(number)}`}`),
    author: printable(agency.organisation),
    date: issuedAt,
    blocks: [
      ...draftMark(number),
      letterhead(agency, paperNumber(number, 'BN', agency), {
        right: [line('placeAndDate', `${agency.placeName ?? '……'}, ${longDate(issuedAt)}`)],
      }),
      line('kind', 'GIẤY BIÊN NHẬN'),
      line('subject', 'Thông tin, tài liệu, bằng chứng'),
      gap(2),
      line('text', `Vào hồi ${hourAndMinute(issuedAt)}, ${longDate(issuedAt)}, tại ${place.replace(/\.$/, '')}.`),
      line('field', `${officer.name}.`, 'Tôi là: '),
      line('field', `${officer.title ?? '……'}.`, 'Chức vụ: '),
      line('field', `ông/bà ${citizen?.name ?? '……'}.`, 'Đã nhận của: '),
      ...identityLines(citizen),
      line('text', 'Các thông tin, tài liệu, bằng chứng sau đây:'),
      gap(2),
      listOf(receipt),
      gap(2),
      line(
        'ending',
        `Giấy biên nhận được lập thành ${twoDigits(copies)} bản, giao cho người nộp 01 bản, lưu hồ sơ 01 bản./.`,
      ),
      gap(4),
      signatures(officer, citizen?.name ?? '……'),
    ],
  }
}

function identityLines(citizen: ReceiptSource['citizen']): Line[] {
  const identity = citizen?.identity
  const issued = [
    `ngày cấp ${identity?.issuedOn ? calendarDay(identity.issuedOn) : '……'}`,
    `nơi cấp ${identity?.issuedBy ?? '……'}`,
  ].join(', ')
  return [
    line(
      'field',
      `${identity?.number ?? '……'}, ${issued}.`,
      `${identityPaperNames[identity?.kind ?? 'citizenCard']}: `,
    ),
    line('field', `${citizen?.address ?? '……'}.`, 'Địa chỉ: '),
  ]
}

export const paperConditionNames = {
  photocopy: 'bản photo',
  certifiedCopy: 'bản sao công chứng',
  original: 'bản chính',
} as const

function listOf({ papers }: ReceiptSource['receipt']): Table {
  return {
    kind: 'table',
    widthsMm: [14, 91, 20, 40],
    titles: ['STT', 'Tên thông tin, tài liệu, bằng chứng', 'Số trang', 'Tình trạng'].map((title) =>
      line('cellTitle', title),
    ),
    rows: papers.map(({ name, pages, condition, sha256 }, index) => [
      [line('cellCentred', String(index + 1))],
      [line('cell', name), ...(sha256 === null ? [] : [line('cell', `SHA-256: ${halves(sha256)}`)])],
      [line('cellCentred', String(pages))],
      [line('cellCentred', paperConditionNames[condition])],
    ]),
  }
}

/** In two words, so that it breaks within its cell. */
const halves = (sha256: string) => `${sha256.slice(0, 32)} ${sha256.slice(32)}`

function signatures(officer: Person, giver: string): Columns {
  const column = (office: string, name: string) =>
    signatureBlock({ capacity: [office], notes: ['(Ký, ghi rõ họ tên)'], name })
  return {
    kind: 'columns',
    widthsMm: [82, 83],
    rows: [[column('NGƯỜI NỘP', giver), column('NGƯỜI NHẬN', officer.name)]],
  }
}
