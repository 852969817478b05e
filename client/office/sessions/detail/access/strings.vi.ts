// Who may look into a session.
export const strings = {
  'accessList.title': 'Cán bộ được mở phiên này',
  'accessList.what':
    'Phiên có độ mật: chỉ những tài khoản dưới đây mở được phiên và giấy tờ của phiên. Người dự phiên vào bằng đường liên kết riêng.',
  'accessList.links.title': 'Đường dẫn và mã biểu quyết: ai được cấp',
  'accessList.links':
    'Chỉ người đặt lịch và cán bộ được ghi tên mới xem được đường dẫn, in được mã biểu quyết. Mỗi lần xem, in đều được ghi lại.',
  'accessList.suspended':
    'Mật khẩu của tài khoản này vừa được đặt lại: đường dẫn và mã biểu quyết tạm khóa cho đến khi có người xác nhận vẫn là ông/bà.',
  'accessList.noPart':
    'Đường dẫn và mã biểu quyết chỉ dành cho người đặt lịch ({{name}}) và cán bộ được ghi tên. Nếu được phân công, hãy đề nghị người đặt lịch hoặc quản trị viên ghi tên, nêu rõ lý do.',
  'accessList.noPart.gone': 'tài khoản không còn',
  'accessList.looks': 'Các lần xem đường dẫn, in mã',
  'accessList.look.everybody': 'tất cả',
  'accessList.look.links': 'Xem đường dẫn: {{whose}}',
  'accessList.look.calendar': 'Tải tệp lịch có đường dẫn: {{whose}}',
  'accessList.look.codes': 'In mã biểu quyết: {{whose}}',
  'accessList.booked': 'Người đặt lịch',
  'accessList.reason': 'Lý do: {{reason}}. Người cho phép: {{by}}.',
  'accessList.name': 'Thêm cán bộ',
  'accessList.account': 'Cán bộ',
  'accessList.reason.hint': 'Ví dụ: số văn bản phân công. Lý do được lưu trong nhật ký của phiên.',
  'accessList.submit': 'Cho mở phiên',
  'accessList.takeBack': 'Thu lại quyền',
  'accessList.takeBackOf': 'Thu lại quyền của {{name}}',

  'staff.session.protect':
    'Nếu công dân đến để tố cáo, hãy bảo vệ trước khi vào phòng. Sau đó chỉ người đặt lịch và người được chỉ định mở được trang này.',
} as const
