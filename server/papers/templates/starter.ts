// A starter template: the fields of a paper in the layout of NĐ 30/2020, with the place of the QR code and notes that
// are not printed.
import QRCode from 'qrcode'
import { letterheadOf } from '../../../shared/papers/letterheads.ts'
import type { Agency } from '../../../shared/projections/minutes-document.ts'
import { qrPictureName, type TemplateKind } from '../../../shared/wire/papers/paper-templates.ts'
import { paperDocx } from '../model/docx.ts'
import { headings } from '../model/letterhead.ts'
import { type Columns, gap, line, type Picture, rule } from '../model/paper.ts'
import { recipientList } from '../model/recipient-lines.ts'
import { bodies, loop } from './starter-bodies.ts'

const titles: Readonly<
  Record<TemplateKind, { readonly symbol: string; readonly kind: string; readonly subject: string }>
> = {
  receipt: { symbol: 'BN', kind: 'GIẤY BIÊN NHẬN', subject: 'Thông tin, tài liệu, bằng chứng' },
  refusalNotice: { symbol: 'TB', kind: 'THÔNG BÁO', subject: 'Về việc từ chối tiếp công dân' },
  minutes: { symbol: 'BB', kind: 'BIÊN BẢN', subject: '{tieu_de}' },
  receptionMinutes: { symbol: 'BB', kind: 'BIÊN BẢN', subject: '{tieu_de}' },
  dialogueMinutes: { symbol: 'BB', kind: 'BIÊN BẢN', subject: '{tieu_de}' },
  conclusions: { symbol: 'TB', kind: 'THÔNG BÁO', subject: '{trich_yeu}' },
  supplement: { symbol: 'BB', kind: '{ten_loai}', subject: '{trich_yeu}' },
}

type Issuer = Pick<Agency, 'letterhead'>

const notes = [
  'Ghi chú cho người soạn mẫu (đoạn này không được in): sửa chữ, phông, thứ tự tùy ý; giữ các trường trong ngoặc nhọn.',
  `Ảnh mã QR dưới đây được thay bằng mã QR của từng văn bản. Có thể dời chỗ, đổi cỡ hoặc bỏ ảnh; nếu giữ thì giữ nguyên văn bản thay thế (Alt Text) của ảnh là ${qrPictureName}.`,
]

/** With the letterhead of the agency. */
export async function starter(kind: TemplateKind, agency: Issuer): Promise<Buffer> {
  const { kind: title, subject } = titles[kind]
  return paperDocx({
    title,
    author: '',
    date: 0,
    blocks: [
      ...(isMeeting(kind) ? loop('du_thao', 'draft') : []),
      head(kind, agency),
      line('kind', title),
      line('subject', subject),
      gap(2),
      ...bodies[kind]((...lines) => recipientList(lines, agency)),
      gap(4),
      line('recipient', '{#ghi_chu}'),
      ...notes.map((note) => line('recipient', note)),
      line('recipient', '{/ghi_chu}'),
      await verification(),
    ],
  })
}

/** Of which there are drafts. */
const isMeeting = (kind: TemplateKind) => kind !== 'receipt' && kind !== 'refusalNotice'

/** In the text: minutes do. */
const namesItsDay: ReadonlySet<TemplateKind> = new Set(['minutes', 'receptionMinutes', 'dialogueMinutes'])

function head(kind: TemplateKind, { letterhead: of }: Issuer): Columns {
  const { heading, underIssuer, numberLabel, joints } = letterheadOf(of)
  const isDated = !namesItsDay.has(kind)
  return {
    kind: 'columns',
    widthsMm: [65, 100],
    rows: [
      [
        [
          line('parent', '{co_quan_chu_quan}'),
          line('organisation', '{co_quan}'),
          underIssuer === 'star' ? line('star', '*') : rule(20),
          line('number', `${numberLabel}{so}${joints[0]}${titles[kind].symbol}${joints[1]}{ten_viet_tat}`),
          ...(isMeeting(kind) ? [line('secrecyMark', '{dau_do_mat}')] : []),
        ],
        [...headings[heading], ...(isDated ? [line('placeAndDate', '{dia_danh}, {ngay_ban_hanh}')] : [])],
      ],
    ],
  }
}

async function verification(): Promise<Columns> {
  const png = await QRCode.toBuffer(qrPictureName, { margin: 0, scale: 8 })
  const picture: Picture = {
    kind: 'picture',
    sideMm: 24,
    alt: qrPictureName,
    svg: '',
    pngBase64: png.toString('base64'),
  }
  return {
    kind: 'columns',
    widthsMm: [29, 136],
    rows: [
      [
        [picture],
        [
          line('recipient', 'Kiểm tra văn bản này có thật hay không: quét mã bên cạnh,'),
          line('recipient', 'hoặc mở {trang_kiem_tra} và nhập mã:'),
          line('recipient', '', '{ma_kiem_tra}'),
        ],
      ],
    ],
  }
}
