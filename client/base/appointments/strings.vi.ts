// Kinds of sittings, matters and grounds of priority, and why an appointment is refused: the public pages and the office say the same.
import type { appointments } from '../../../shared/reception/appointments/contract.ts'
import type { WordsOfModule } from '../i18n/words.ts'

export const strings = {
  'sittingKind.regular': 'Tiếp thường xuyên',
  'sittingKind.leader': 'Lãnh đạo tiếp định kỳ',
  'sittingKind.extraordinary': 'Tiếp đột xuất',

  'matter.complaint': 'Khiếu nại',
  'matter.complaint.what': 'Đề nghị xem lại một quyết định hoặc việc làm mà ông/bà cho là trái luật.',
  'matter.denunciation': 'Tố cáo',
  'matter.denunciation.what': 'Báo về việc làm sai của cán bộ, cơ quan hoặc người khác.',
  'matter.proposal': 'Kiến nghị',
  'matter.proposal.what': 'Đề nghị cơ quan làm hoặc thay đổi một việc.',
  'matter.reflection': 'Phản ánh',
  'matter.reflection.what': 'Báo cho cơ quan biết một việc đang xảy ra.',
  'matter.unsure': 'Tôi chưa rõ',
  'matter.unsure.what': 'Cán bộ sẽ giúp ông/bà xác định khi tiếp.',

  'priorityGround.elderly': 'Người cao tuổi',
  'priorityGround.disabled': 'Người khuyết tật',
  'priorityGround.pregnant': 'Phụ nữ mang thai',
  'priorityGround.policyFamily': 'Gia đình chính sách, người có công',
  'priorityGround.remoteArea': 'Ở vùng sâu, vùng xa',
  'reception.form.interpreter.signLanguage': 'Ngôn ngữ ký hiệu',

  'rejection.appointments.other-day': 'Ngày không khớp.',
  'rejection.appointments.sitting-exists': 'Buổi tiếp này đã có trong lịch.',
  'rejection.appointments.too-many-sittings': 'Một ngày có nhiều nhất {{maximum}} buổi tiếp.',
  'rejection.appointments.slots-overlap': 'Giờ của các lượt tiếp chồng lên nhau hoặc qua nửa đêm.',
  'rejection.appointments.officer-busy': 'Người tiếp đã có buổi tiếp khác vào giờ này.',
  'rejection.appointments.own-substitute': 'Người tiếp thay phải là người khác.',
  'rejection.appointments.unknown-sitting': 'Không có buổi tiếp này. Xin chọn ngày khác.',
  'rejection.appointments.sitting-cancelled': 'Buổi tiếp này đã hủy. Xin chọn ngày khác.',
  'rejection.appointments.slot-taken': 'Đã có người đăng ký lúc {{time}}: không bớt được chỗ của giờ này.',
  'rejection.appointments.way-taken': 'Đã có người đăng ký đến nơi (hoặc theo cách) bị bỏ đi.',
  'rejection.appointments.not-begun': 'Buổi tiếp chưa bắt đầu.',
  'rejection.appointments.unknown-slot': 'Không có lượt tiếp vào giờ này. Xin chọn giờ khác.',
  'rejection.appointments.slot-full': 'Giờ này vừa có người khác đăng ký. Xin chọn giờ khác.',
  'rejection.appointments.too-late': 'Giờ này đã qua. Xin chọn giờ khác.',
  'rejection.appointments.way-closed': 'Buổi tiếp này không nhận theo cách đó. Xin chọn nơi tiếp.',
  'rejection.appointments.secrecy-at-site':
    'Người tố cáo yêu cầu giữ bí mật được tiếp riêng tại nơi tiếp, không qua mạng. Xin chọn nơi tiếp.',
  'rejection.appointments.exists': 'Lịch hẹn này đã có.',
  'rejection.appointments.no-authorisation': 'Người đi thay phải mang theo giấy ủy quyền.',
  'rejection.appointments.group-too-small': 'Dưới {{minimum}} người: một người đăng ký, chọn “Việc của tôi”.',
  'rejection.appointments.too-many-representatives': 'Với {{people}} người, nhiều nhất {{maximum}} người đại diện.',
  'rejection.appointments.no-group-paper': 'Cần văn bản cử người đại diện, có chữ ký của tất cả mọi người.',
  'rejection.appointments.unknown': 'Không có lịch hẹn này.',
  'rejection.appointments.not-open': 'Lịch hẹn này đã hủy.',
  'rejection.appointments.reminded': 'Đã nhắc rồi.',
} as const satisfies WordsOfModule<typeof appointments> & Record<string, string>
