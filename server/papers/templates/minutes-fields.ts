// The fields of minutes and of notices of conclusions: see fields.ts.
import type { TemplateField } from '../../../shared/wire/papers/paper-templates.ts'
import { list, paragraphs, signatoryFields, text } from './field.ts'

const course = 'Đúng 08 giờ 00, Chủ tọa tuyên bố khai mạc cuộc họp.'
const attendee = '- Ông/bà Nguyễn Văn A, Chánh Văn phòng: có mặt.'

const assignments = list(
  'nhiem_vu',
  'Nhiệm vụ đã giao',
  ['stt', 'Số thứ tự', '1'],
  ['noi_dung', 'Nội dung', 'Thẩm định danh sách hộ bị thiệt hại'],
  ['don_vi_chu_tri', 'Đơn vị chủ trì', 'Sở Tài chính'],
  ['don_vi_phoi_hop', 'Đơn vị phối hợp', 'Sở Xây dựng'],
  ['can_cu', 'Căn cứ', 'Công điện số 12'],
  ['thoi_han', 'Thời hạn', '05/12/2026'],
)

/** Without the copy for the file; a template names that itself. */
const recipients = paragraphs('noi_nhan', 'Nơi nhận, mỗi nơi một dòng, không kể dòng “Lưu”', '- Sở Tài chính;')

/** Printed where a session has one; of one of Mật and above the template must have it (ADR 0066). */
const secrecyMark = text('dau_do_mat', 'Dấu độ mật của phiên, “LƯU HÀNH NỘI BỘ”, hoặc không có gì', '')

/** Of all three kinds of minutes. */
const minutesFields: readonly TemplateField[] = [
  secrecyMark,
  paragraphs('du_thao', 'Chữ “DỰ THẢO” khi biên bản chưa có số; sau đó không có gì', 'DỰ THẢO'),
  text('tieu_de!', 'Trích yếu', 'Họp đánh giá thiệt hại do mưa lũ'),
  paragraphs(
    'thay_the',
    'Biên bản được thay thế và lý do (nếu có)',
    'Thay thế: Biên bản số 04/BB-UBND ngày 20 tháng 11 năm 2026. Lý do: Ghi thiếu một đại biểu.',
  ),
  text('bat_dau!', 'Thời gian bắt đầu', '08 giờ 00, ngày 24 tháng 11 năm 2026.'),
  text('dia_diem!', 'Địa điểm', 'Phòng họp số 1, trụ sở Ủy ban nhân dân tỉnh.'),
  text('chu_tri!', 'Người chủ trì, chức vụ', 'Ông/bà Trần Văn D, Phó Chủ tịch'),
  text('ten_chu_tri!', 'Họ và tên người chủ trì', 'Trần Văn D'),
  text('ky_chu_tri', 'Chủ trì đã ký trên hệ thống lúc nào', 'Đã ký xác nhận trên hệ thống lúc 11 giờ 40'),
  text('thu_ky!', 'Người ghi biên bản, chức vụ', 'Ông/bà Phạm Thị E, Chuyên viên'),
  text('ten_thu_ky!', 'Họ và tên người ghi biên bản', 'Phạm Thị E'),
  text('ky_thu_ky', 'Người ghi biên bản đã ký trên hệ thống lúc nào', 'Đã ký xác nhận trên hệ thống lúc 11 giờ 35'),
  text('ket_thuc!', 'Thời điểm kết thúc', 'Cuộc họp kết thúc vào 11 giờ 30, ngày 24 tháng 11 năm 2026./.'),
  text(
    'nguon',
    'Nguồn của biên bản: nhật ký điện tử và mã băm',
    'Biên bản được lập từ nhật ký điện tử gồm 214 bản ghi.',
  ),
  recipients,
]

export const conferenceFields: readonly TemplateField[] = [
  ...minutesFields,
  paragraphs('thanh_phan!', 'Thành phần tham dự', attendee),
  paragraphs('noi_dung!', 'Nội dung theo diễn biến', course),
  paragraphs('bieu_quyet!', 'Kết quả biểu quyết', '- Kết quả: tán thành 12 phiếu.'),
  paragraphs('ket_luan!', 'Kết luận, quyết định', '1. Thống nhất chủ trương hỗ trợ khẩn cấp 02 xã.'),
  { ...assignments, isRequired: true },
  list(
    'thoi_gian_phat_bieu',
    'Thời gian phát biểu',
    ['stt', 'Số thứ tự', '1'],
    ['ai', 'Người phát biểu', 'Ông/bà Nguyễn Văn A'],
    ['bao_lau', 'Tổng thời gian', '05 phút'],
  ),
]

export const receptionFields: readonly TemplateField[] = [
  ...minutesFields,
  paragraphs('thanh_phan!', 'Thành phần tham dự, không kể công dân', attendee),
  paragraphs(
    'cong_dan_duoc_tiep!',
    'Công dân được tiếp',
    '1. Ông/bà Nguyễn Văn A: tham gia với tư cách công dân; đã kiểm tra căn cước lúc 08 giờ 10.',
  ),
  paragraphs('trinh_bay!', 'Nội dung công dân trình bày', 'Ông/bà Nguyễn Văn A trình bày: “…”.'),
  paragraphs('ket_qua!', 'Kết quả tiếp', 'Thẩm quyền: thuộc thẩm quyền của cơ quan.'),
  paragraphs('ket_luan!', 'Kết luận, quyết định', '1. Giao đo lại diện tích đất.'),
  { ...assignments, isRequired: true },
  list(
    'tai_lieu!',
    'Tài liệu đã nhận',
    ['bien_nhan', 'Số giấy biên nhận', '07'],
    ['cua_ai', 'Người nộp', 'Ông/bà Nguyễn Văn A'],
    ['ten', 'Tên tài liệu', 'Đơn khiếu nại'],
    ['so_trang', 'Số trang', '2'],
    ['tinh_trang', 'Tình trạng', 'bản chính'],
  ),
  paragraphs('dien_bien!', 'Diễn biến', course),
  list(
    'cong_dan_ky!',
    'Công dân ký biên bản',
    ['ten', 'Họ và tên', 'Nguyễn Văn A'],
    ['ghi_chu_ky', 'Đã xác nhận lời trình bày thế nào', '(Đã ký lời trình bày trên màn hình)'],
  ),
]

const party = '- Ông/bà Nguyễn Văn A; số căn cước/định danh cá nhân: 000000000000, ngày cấp 04/05/2021; có mặt.'
const signer = (name: string, who: string) => text(name, `Họ và tên ${who} có mặt, để ký`, 'Nguyễn Văn A')

export const dialogueFields: readonly TemplateField[] = [
  ...minutesFields,
  paragraphs('nguoi_khieu_nai!', 'Người khiếu nại: giấy tờ, có mặt hay vắng và lý do', party),
  paragraphs('nguoi_bi_khieu_nai!', 'Người bị khiếu nại: có mặt hay vắng và lý do', party),
  paragraphs('nguoi_lien_quan!', 'Người có quyền, nghĩa vụ liên quan', party),
  paragraphs('co_quan_lien_quan!', 'Đại diện cơ quan, tổ chức có liên quan', party),
  paragraphs('muc_dich!', 'Mục đích đối thoại', 'Làm rõ diện tích đất thu hồi.'),
  paragraphs('xac_minh!', 'Tóm tắt kết quả xác minh', 'Quyết định số 12 ghi 100 m².'),
  list(
    'y_kien!',
    'Ý kiến về từng nội dung',
    ['ve_viec', 'Nội dung', 'Diện tích'],
    ['loi', 'Ý kiến', 'Người khiếu nại đề nghị đo lại.'],
  ),
  paragraphs('thong_nhat!', 'Những nội dung đã thống nhất', 'Đo lại trước ngày 10/12/2026.'),
  paragraphs('khac_nhau!', 'Những nội dung còn ý kiến khác nhau', 'Đơn giá bồi thường.'),
  paragraphs('y_kien_khac!', 'Ý kiến khác', 'Không có.'),
  paragraphs(
    'doc_lai_va_ky!',
    'Đã đọc lại lúc nào, ai không ký và lý do, số bản',
    'Biên bản đã được đọc lại cho những người có mặt nghe vào hồi 11 giờ 20, ngày 24 tháng 11 năm 2026.',
  ),
  signer('ky_nguoi_khieu_nai!', 'người khiếu nại'),
  signer('ky_nguoi_bi_khieu_nai!', 'người bị khiếu nại'),
  signer('ky_nguoi_lien_quan!', 'người có quyền, nghĩa vụ liên quan'),
  signer('ky_co_quan_lien_quan!', 'đại diện cơ quan, tổ chức liên quan'),
]

export const supplementFields: readonly TemplateField[] = [
  secrecyMark,
  paragraphs('du_thao', 'Chữ “DỰ THẢO” khi biên bản chưa có số; sau đó không có gì', 'DỰ THẢO'),
  text('ten_loai!', 'Tên loại: BIÊN BẢN BỔ SUNG hoặc BIÊN BẢN ĐÍNH CHÍNH', 'BIÊN BẢN ĐÍNH CHÍNH'),
  text('trich_yeu!', 'Trích yếu', 'Đính chính Biên bản số 07/BB-UBND ngày 24 tháng 11 năm 2026'),
  text('so_bien_ban', 'Số, ký hiệu của biên bản được bổ sung, đính chính', '07/BB-UBND'),
  text('ngay_bien_ban', 'Ngày ban hành biên bản được bổ sung, đính chính', 'ngày 24 tháng 11 năm 2026'),
  text(
    'mo_dau!',
    'Ai lập, để bổ sung hay đính chính biên bản nào',
    'Ban Tiếp công dân lập biên bản này để đính chính Biên bản số 07/BB-UBND ngày 24 tháng 11 năm 2026.',
  ),
  text('ly_do!', 'Lý do', 'Ghi nhầm diện tích.'),
  text('de_muc', 'Đề mục: NỘI DUNG BỔ SUNG hoặc NỘI DUNG ĐÍNH CHÍNH', 'NỘI DUNG ĐÍNH CHÍNH'),
  paragraphs('noi_dung!', 'Nội dung bổ sung, đính chính', 'Tại mục II, “100 m²” sửa thành “120 m²”.'),
  text(
    'ket_thuc',
    'Các nội dung khác không thay đổi',
    'Các nội dung khác của Biên bản số 07/BB-UBND không thay đổi./.',
  ),
  recipients,
  ...signatoryFields('!'),
]

export const conclusionsFields: readonly TemplateField[] = [
  secrecyMark,
  paragraphs('du_thao', 'Chữ “DỰ THẢO” khi thông báo chưa có số; sau đó không có gì', 'DỰ THẢO'),
  text('trich_yeu!', 'Trích yếu', 'Kết luận tại cuộc họp đánh giá thiệt hại do mưa lũ'),
  text('mo_dau!', 'Ai chủ trì, ngày nào, ở đâu', 'Ngày 24 tháng 11 năm 2026, ông/bà Trần Văn D kết luận như sau:'),
  paragraphs('ket_luan!', 'Kết luận, chỉ đạo', '1. Thống nhất chủ trương hỗ trợ khẩn cấp 02 xã.'),
  { ...assignments, isRequired: true },
  text(
    'ket_thuc',
    'Đề nghị các đơn vị thực hiện',
    'Đề nghị các cơ quan, đơn vị được giao nhiệm vụ tổ chức thực hiện./.',
  ),
  recipients,
  ...signatoryFields(''),
]
