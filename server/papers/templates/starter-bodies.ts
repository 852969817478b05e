// The content of the starter templates below the head: the forms of the decrees, with fields where this system fills in
// text.
import type { TemplateKind } from '../../../shared/wire/papers/paper-templates.ts'
import type { LineStyleName } from '../model/line-styles.ts'
import { type Block, type Columns, gap, type Line, line, type Table } from '../model/paper.ts'
import { signatureBlock } from '../model/signature-block.ts'

const field = (label: string, text: string) => line('field', text, `${label}: `)

export const loop = (name: string, style: LineStyleName = 'text'): Line[] =>
  [`{#${name}}`, '{doan}', `{/${name}}`].map((text) => line(style, text))

/** One row that stands for each; a column may hold several parts, one below the other. */
function table(name: string, ...columns: readonly [title: string, widthMm: number, ...parts: string[]][]): Table {
  const cell = (parts: readonly string[], index: number) => {
    const begin = index === 0 ? `{#${name}}` : ''
    const end = index === columns.length - 1 ? `{/${name}}` : ''
    return parts.map((part, position) => {
      const isFirst = position === 0
      const isLast = position === parts.length - 1
      return line('cell', `${isFirst ? begin : ''}{${part}}${isLast ? end : ''}`)
    })
  }
  return {
    kind: 'table',
    widthsMm: columns.map(([, widthMm]) => widthMm),
    titles: columns.map(([title]) => line('cellTitle', title)),
    rows: [columns.map(([, , ...parts], index) => cell(parts, index))],
  }
}

type Signatory = readonly [office: string, note: string, name: string]
const signatory = ([office, note, name]: Signatory) => signatureBlock({ capacity: [office], notes: [note], name })
const signatures = (left: Signatory, right: Signatory): Columns => ({
  kind: 'columns',
  widthsMm: [82, 83],
  rows: [[signatory(left), signatory(right)]],
})
/** To whom it goes, as the letterhead of the agency lays it out. */
type Recipients = (...lines: readonly string[]) => Line[]
const everyRecipient = ['{#noi_nhan}', '{doan}', '{/noi_nhan}']

/** To whom it goes, and who signs for the agency. */
const endOfLetter = (recipients: Recipients): Columns => ({
  kind: 'columns',
  widthsMm: [75, 90],
  rows: [[recipients(...everyRecipient), signatureBlock({ capacity: ['{chuc_vu_nguoi_ky}'], name: '{nguoi_ky}' })]],
})

const identity = [
  field('{loai_giay_to}', '{so_giay_to}, ngày cấp {ngay_cap}, nơi cấp {noi_cap}.'),
  field('Địa chỉ', '{dia_chi}.'),
]
const assignments = table(
  'nhiem_vu',
  ['STT', 14, 'stt'],
  ['Nội dung', 61, 'noi_dung', 'can_cu'],
  ['Đơn vị chủ trì', 32, 'don_vi_chu_tri'],
  ['Đơn vị phối hợp', 32, 'don_vi_phoi_hop'],
  ['Thời hạn', 26, 'thoi_han'],
)
const ofMeeting = [...loop('thay_the'), field('Thời gian bắt đầu', '{bat_dau}'), field('Địa điểm', '{dia_diem}')]
const source = line('colophon', '{nguon}')

export const bodies: Readonly<Record<TemplateKind, (recipients: Recipients) => readonly Block[]>> = {
  receipt: () => [
    line('text', 'Vào hồi {gio}, {ngay_ban_hanh}, tại {noi_tiep}.'),
    field('Tôi là', '{can_bo}.'),
    field('Chức vụ', '{chuc_vu}.'),
    field('Đã nhận của', 'ông/bà {cong_dan}.'),
    ...identity,
    line('text', 'Các thông tin, tài liệu, bằng chứng sau đây:'),
    gap(2),
    table(
      'tai_lieu',
      ['STT', 14, 'stt'],
      ['Tên thông tin, tài liệu, bằng chứng', 91, 'ten', 'sha256'],
      ['Số trang', 20, 'so_trang'],
      ['Tình trạng', 40, 'tinh_trang'],
    ),
    gap(2),
    line('ending', 'Giấy biên nhận được lập thành 02 bản, giao cho người nộp 01 bản, lưu hồ sơ 01 bản./.'),
    gap(4),
    signatures(['NGƯỜI NỘP', '(Ký, ghi rõ họ tên)', '{cong_dan}'], ['NGƯỜI NHẬN', '(Ký, ghi rõ họ tên)', '{can_bo}']),
  ],
  refusalNotice: (recipients) => [
    line('addressee', 'Kính gửi: Ông/bà {cong_dan}'),
    gap(2),
    line('text', 'Vào hồi {thoi_diem_tu_choi}, tại {noi_tiep}, ông/bà {cong_dan} đến trình bày vụ việc sau đây:'),
    line('text', '{vu_viec}'),
    ...identity,
    field('Căn cứ', '{can_cu}.'),
    field('Lý do', '{ly_do}'),
    line('ending', '{co_quan} từ chối tiếp công dân đối với vụ việc nêu trên và thông báo để ông/bà biết./.'),
    gap(4),
    {
      kind: 'columns',
      widthsMm: [75, 90],
      rows: [
        [recipients('- Như trên;'), signatory(['{chuc_vu_nguoi_ky}', '(Ký, ghi rõ họ tên, đóng dấu)', '{nguoi_ky}'])],
      ],
    },
  ],
  minutes: (recipients) => [
    ...ofMeeting,
    line('heading', 'Thành phần tham dự:'),
    ...loop('thanh_phan'),
    field('Chủ trì (chủ tọa)', '{chu_tri}'),
    field('Thư ký (người ghi biên bản)', '{thu_ky}'),
    line('heading', 'Nội dung (theo diễn biến):'),
    ...loop('noi_dung'),
    line('heading', 'Kết quả biểu quyết:'),
    ...loop('bieu_quyet'),
    line('heading', 'Kết luận, quyết định:'),
    ...loop('ket_luan'),
    line('heading', 'Phân công nhiệm vụ:'),
    gap(1.5),
    assignments,
    line('heading', 'Thời gian phát biểu:'),
    gap(1.5),
    table('thoi_gian_phat_bieu', ['STT', 14, 'stt'], ['Người phát biểu', 101, 'ai'], ['Tổng thời gian', 50, 'bao_lau']),
    line('ending', '{ket_thuc}'),
    gap(4),
    signatures(['THƯ KÝ', '{ky_thu_ky}', '{ten_thu_ky}'], ['CHỦ TỌA', '{ky_chu_tri}', '{ten_chu_tri}']),
    ...recipients(...everyRecipient),
    source,
  ],
  receptionMinutes: (recipients) => [
    ...ofMeeting,
    field('Người tiếp công dân', '{chu_tri}'),
    field('Người ghi biên bản', '{thu_ky}'),
    line('heading', 'Thành phần tham dự:'),
    ...loop('thanh_phan'),
    line('heading', 'I. CÔNG DÂN ĐƯỢC TIẾP'),
    ...loop('cong_dan_duoc_tiep'),
    line('heading', 'II. NỘI DUNG TRÌNH BÀY'),
    ...loop('trinh_bay'),
    line('heading', 'III. KẾT QUẢ TIẾP'),
    ...loop('ket_qua'),
    line('heading', 'Kết luận, quyết định:'),
    ...loop('ket_luan'),
    gap(1.5),
    assignments,
    line('heading', 'IV. TÀI LIỆU ĐÃ NHẬN'),
    gap(1.5),
    table(
      'tai_lieu',
      ['Biên nhận số', 25, 'bien_nhan'],
      ['Người nộp', 45, 'cua_ai'],
      ['Tên tài liệu', 45, 'ten'],
      ['Số trang', 20, 'so_trang'],
      ['Tình trạng', 30, 'tinh_trang'],
    ),
    line('heading', 'V. DIỄN BIẾN'),
    ...loop('dien_bien'),
    line('ending', '{ket_thuc}'),
    gap(4),
    signatures(
      ['NGƯỜI GHI BIÊN BẢN', '{ky_thu_ky}', '{ten_thu_ky}'],
      ['NGƯỜI TIẾP CÔNG DÂN', '{ky_chu_tri}', '{ten_chu_tri}'],
    ),
    gap(4),
    table('cong_dan_ky', ['Công dân', 65, 'ten'], ['Ký, ghi rõ họ tên', 100, 'ghi_chu_ky']),
    ...recipients(...everyRecipient),
    source,
  ],
  dialogueMinutes: (recipients) => [
    ...ofMeeting,
    line('heading', 'I. THÀNH PHẦN THAM GIA ĐỐI THOẠI'),
    field('1. Người chủ trì', '{chu_tri}'),
    field('2. Người ghi biên bản', '{thu_ky}'),
    line('subheading', '3. Người khiếu nại (người đại diện, người được ủy quyền khiếu nại):'),
    ...loop('nguoi_khieu_nai'),
    line('subheading', '4. Người bị khiếu nại:'),
    ...loop('nguoi_bi_khieu_nai'),
    line('subheading', '5. Người có quyền, nghĩa vụ liên quan:'),
    ...loop('nguoi_lien_quan'),
    line('subheading', '6. Đại diện cơ quan, tổ chức có liên quan:'),
    ...loop('co_quan_lien_quan'),
    line('heading', 'II. NỘI DUNG ĐỐI THOẠI'),
    line('subheading', '1. Mục đích đối thoại, tóm tắt kết quả xác minh:'),
    ...loop('muc_dich'),
    ...loop('xac_minh'),
    line('subheading', '2. Ý kiến của những người tham gia về từng nội dung:'),
    gap(1.5),
    table('y_kien', ['Nội dung', 55, 've_viec'], ['Ý kiến', 110, 'loi']),
    line('heading', 'III. KẾT QUẢ ĐỐI THOẠI'),
    line('subheading', '1. Những nội dung đã thống nhất:'),
    ...loop('thong_nhat'),
    line('subheading', '2. Những nội dung còn có ý kiến khác nhau:'),
    ...loop('khac_nhau'),
    line('subheading', '3. Ý kiến khác:'),
    ...loop('y_kien_khac'),
    ...loop('doc_lai_va_ky'),
    line('ending', '{ket_thuc}'),
    gap(4),
    signatures(
      ['NGƯỜI KHIẾU NẠI', '(Ký, ghi rõ họ tên hoặc điểm chỉ)', '{ky_nguoi_khieu_nai}'],
      ['NGƯỜI BỊ KHIẾU NẠI', '(Ký, ghi rõ họ tên hoặc điểm chỉ)', '{ky_nguoi_bi_khieu_nai}'],
    ),
    gap(4),
    signatures(
      ['NGƯỜI CÓ QUYỀN, NGHĨA VỤ LIÊN QUAN', '(Ký, ghi rõ họ tên hoặc điểm chỉ)', '{ky_nguoi_lien_quan}'],
      ['ĐẠI DIỆN CƠ QUAN, TỔ CHỨC LIÊN QUAN', '(Ký, ghi rõ họ tên)', '{ky_co_quan_lien_quan}'],
    ),
    gap(4),
    signatures(
      ['NGƯỜI GHI BIÊN BẢN', '{ky_thu_ky}', '{ten_thu_ky}'],
      ['NGƯỜI CHỦ TRÌ', '{ky_chu_tri}', '{ten_chu_tri}'],
    ),
    ...recipients(...everyRecipient),
    source,
  ],
  supplement: (recipients) => [
    line('text', '{mo_dau}'),
    field('Lý do', '{ly_do}'),
    line('heading', '{de_muc}'),
    ...loop('noi_dung'),
    line('ending', '{ket_thuc}'),
    gap(4),
    endOfLetter(recipients),
  ],
  conclusions: (recipients) => [
    line('text', '{mo_dau}'),
    line('heading', 'I. KẾT LUẬN'),
    ...loop('ket_luan'),
    line('heading', 'II. PHÂN CÔNG THỰC HIỆN'),
    gap(1.5),
    assignments,
    line('ending', '{ket_thuc}'),
    gap(4),
    endOfLetter(recipients),
  ],
}
