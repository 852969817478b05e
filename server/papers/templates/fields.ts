// The fields of the papers that an agency may lay out itself: name, meaning, example. Their values are computed in
// values.ts and minutes-values.ts.
import type { TemplateField, TemplateKind } from '../../../shared/wire/papers/paper-templates.ts'
import { list, signatoryFields, text } from './field.ts'
import {
  conclusionsFields,
  conferenceFields,
  dialogueFields,
  receptionFields,
  supplementFields,
} from './minutes-fields.ts'

export type FieldValues = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>

/** Of every paper. */
const issueFields: readonly TemplateField[] = [
  text('so!', 'Số của văn bản', '07'),
  text('ten_viet_tat', 'Chữ viết tắt tên cơ quan trong ký hiệu', 'BTCD'),
  text('co_quan', 'Tên cơ quan', 'Ban Tiếp công dân'),
  text('co_quan_chu_quan', 'Tên cơ quan chủ quản', 'Ủy ban nhân dân tỉnh'),
  text('dia_danh', 'Địa danh', 'Đà Nẵng'),
  text('ngay_ban_hanh', 'Ngày ban hành', 'ngày 24 tháng 11 năm 2026'),
  text('ma_kiem_tra!', 'Mã kiểm tra văn bản', 'AAAA-AAAA-AAAA-AAAA'),
  text('trang_kiem_tra!', 'Địa chỉ trang kiểm tra', 'https://vi-du.gov.vn/verify'),
  list('ghi_chu', 'Ghi chú của người soạn mẫu, không bao giờ được in'),
]

const citizenFields = [
  text('noi_tiep', 'Nơi tiếp công dân', 'Trụ sở tiếp công dân tỉnh'),
  text('cong_dan!', 'Họ và tên công dân', 'Nguyễn Văn A'),
  text('loai_giay_to', 'Loại giấy tờ tùy thân', 'Số căn cước/định danh cá nhân'),
  text('so_giay_to!', 'Số giấy tờ tùy thân', '000000000000'),
  text('ngay_cap', 'Ngày cấp giấy tờ', '04/05/2021'),
  text('noi_cap', 'Nơi cấp giấy tờ', 'Bộ Công an'),
  text('dia_chi', 'Địa chỉ công dân', 'Tổ 3, phường An Bình'),
]

export const fieldsOf: Readonly<Record<TemplateKind, readonly TemplateField[]>> = {
  receipt: [
    ...issueFields,
    ...citizenFields,
    text('gio', 'Giờ nhận', '09 giờ 05'),
    text('can_bo!', 'Họ và tên cán bộ nhận', 'Trần Thị B'),
    text('chuc_vu', 'Chức vụ cán bộ nhận', 'Chuyên viên'),
    list(
      'tai_lieu!',
      'Danh sách tài liệu đã nhận',
      ['stt', 'Số thứ tự', '1'],
      ['ten', 'Tên tài liệu', 'Đơn khiếu nại'],
      ['so_trang', 'Số trang', '2'],
      ['tinh_trang', 'Tình trạng', 'bản chính'],
      ['sha256', 'Mã băm của tệp (nếu có)', ''],
    ),
  ],
  refusalNotice: [
    ...issueFields,
    ...citizenFields,
    text('thoi_diem_tu_choi', 'Giờ, ngày giải thích từ chối', '09 giờ 05, ngày 24 tháng 11 năm 2026'),
    text('vu_viec!', 'Vụ việc công dân trình bày', 'Khiếu nại việc thu hồi đất tại thôn 3'),
    text('ly_do!', 'Lý do từ chối', 'Vụ việc đã được trả lời, không có tình tiết mới'),
    text('can_cu!', 'Căn cứ từ chối', 'điểm h khoản 1 Điều 4 Nghị định số 154/2026/NĐ-CP'),
    ...signatoryFields('!'),
  ],
  minutes: [...issueFields, ...conferenceFields],
  receptionMinutes: [...issueFields, ...receptionFields],
  dialogueMinutes: [...issueFields, ...dialogueFields],
  conclusions: [...issueFields, ...conclusionsFields],
  supplement: [...issueFields, ...supplementFields],
}

/** Of nobody. */
export function exampleValues(kind: TemplateKind): FieldValues {
  return Object.fromEntries(
    fieldsOf[kind].map(({ name, example, each }) => [
      name,
      each
        ? [Object.fromEntries(each.map((part) => [part.name, part.example]))].slice(each.length > 0 ? 0 : 1)
        : example,
    ]),
  )
}
