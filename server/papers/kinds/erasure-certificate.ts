// The certificate of an erasure as a paper: what was erased, how much, by whose decision. It names officials, but
// nobody whose data were erased. The signed JSON is the certificate; this is its readable form.
import type { Agency } from '../../../shared/projections/minutes-document.ts'
import type { ErasableClass } from '../../../shared/retention/classes.ts'
import { letterhead } from '../model/letterhead.ts'
import { type Columns, gap, line, type Paper, printable, type Table } from '../model/paper.ts'
import { signatureBlock } from '../model/signature-block.ts'
import { calendarDay } from '../model/times.ts'

interface PrintedItem {
  readonly class: ErasableClass
  /** The id of session, case, citizen or appointment. */
  readonly subject: string
  readonly outcome: 'erased' | 'stopped' | 'held'
  readonly files: number
  readonly bytes: number | null
  readonly hashes: readonly string[]
}

export interface CertificateSource {
  readonly number: number
  readonly year: number
  /** Epoch ms. */
  readonly at: number
  readonly ground: 'due' | 'request'
  readonly reason: string
  /** Calendar days, 2026-11-26. */
  readonly proposedOn: string
  readonly decidedOn: string
  /** Names of accounts; null: they are gone. */
  readonly proposedBy: string | null
  readonly decidedBy: string | null
  readonly items: readonly PrintedItem[]
  /** Whether what was erased is gone from the files of the database, too; null: not known, or nothing was erased. */
  readonly databaseFiles: 'rewritten' | 'owed' | null
  /** Of the JSON that is signed, and of the key. */
  readonly sha256: string
  readonly fingerprint: string
}

const classNames: Readonly<Record<ErasableClass, string>> = {
  recordings: 'Ghi âm, ghi hình',
  films: 'Phim dựng từ bản ghi',
  documents: 'Tài liệu của phiên',
  submissions: 'Giấy tờ, chữ ký nộp tại phiên',
  people: 'Danh sách tên người dự',
  evidence: 'Tệp minh chứng thực hiện kết luận',
  appointments: 'Lịch hẹn tiếp công dân',
  casePapers: 'Giấy tờ của vụ việc',
  citizens: 'Thông tin của một công dân',
}
const outcomes = {
  erased: 'Đã xóa',
  stopped: 'Dừng giữa chừng do có lệnh giữ lại',
  held: 'Không xóa do có lệnh giữ lại',
} as const
const grounds = {
  due: 'hết thời hạn lưu giữ theo thời hạn cơ quan đã nhập',
  request: 'yêu cầu của người có dữ liệu',
} as const

const databaseFilesIn = {
  rewritten: 'Tệp nhật ký ghi của cơ sở dữ liệu đã được ghi lại sau khi xóa, không còn dữ liệu đã xóa.',
  owed: 'Tệp nhật ký ghi của cơ sở dữ liệu CHƯA được ghi lại, có thể còn dữ liệu đã xóa: người quản trị máy chủ phải ghi lại các tệp này (lệnh BGREWRITEAOF của Redis).',
} as const

/** More hashes than these are in the signed file alone. */
const mostHashes = 20

export function erasureCertificatePaper(source: CertificateSource, agency: Agency): Paper {
  const { number, year, at, ground, reason, proposedOn, proposedBy, decidedOn, decidedBy, items, databaseFiles } =
    source
  const { sha256, fingerprint } = source
  const hashes = items.flatMap((item) => item.hashes)
  return {
    title: printable(`Giấy chứng nhận xóa dữ liệu số ${number}/${year}`),
    author: printable(agency.organisation),
    date: at,
    blocks: [
      letterhead(agency, `${number}/${year}`),
      line('kind', 'GIẤY CHỨNG NHẬN XÓA DỮ LIỆU'),
      gap(2),
      line('field', `${grounds[ground]}.`, 'Căn cứ: '),
      line('field', printable(reason), 'Lý do: '),
      line('field', `${proposedBy ?? 'tài khoản đã xóa'}, ngày ${calendarDay(proposedOn)}.`, 'Người lập danh sách: '),
      line('field', `${decidedBy ?? 'tài khoản đã xóa'}, ngày ${calendarDay(decidedOn)}.`, 'Người quyết định: '),
      line('text', 'Hệ thống đã xóa các dữ liệu sau. Nhật ký của phiên và vụ việc vẫn được giữ và kiểm tra được:'),
      gap(2),
      itemTable(items),
      ...(databaseFiles === null ? [] : [gap(2), line('text', databaseFilesIn[databaseFiles])]),
      ...(hashes.length > 0 ? [line('heading', 'Mã băm SHA-256 của tệp đã xóa')] : []),
      ...hashes.slice(0, mostHashes).map((hash) => line('text', halves(hash))),
      ...(hashes.length > mostHashes
        ? [line('text', `Còn ${hashes.length - mostHashes} mã băm nữa, xem trong tệp đã ký.`)]
        : []),
      line(
        'colophon',
        `Tệp đã ký kèm theo có SHA-256 ${halves(sha256)}, ký bằng khóa của hệ thống có dấu vân tay ${fingerprint}.`,
      ),
      gap(4),
      signatures(decidedBy ?? '……'),
    ],
  }
}

function itemTable(items: readonly PrintedItem[]): Table {
  return {
    kind: 'table',
    widthsMm: [12, 50, 53, 20, 30],
    titles: ['STT', 'Loại', 'Mã phiên, vụ việc, công dân, lịch hẹn', 'Số lượng', 'Kết quả'].map((title) =>
      line('cellTitle', title),
    ),
    rows: items.map(({ class: name, subject, outcome, files }, index) => [
      [line('cellCentred', String(index + 1))],
      [line('cell', classNames[name])],
      [line('cell', subject)],
      [line('cellCentred', String(files))],
      [line('cell', outcomes[outcome])],
    ]),
  }
}

/** In two words, so that it breaks within its line. */
const halves = (sha256: string) => `${sha256.slice(0, 32)} ${sha256.slice(32)}`

const signatures = (name: string): Columns => ({
  kind: 'columns',
  widthsMm: [82, 83],
  rows: [[[], signatureBlock({ capacity: ['NGƯỜI QUYẾT ĐỊNH'], notes: ['(Ký, ghi rõ họ tên)'], name })]],
})
