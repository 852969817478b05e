// The door behind a personal link, and why a connection has ended.
export const strings = {
  'check.title': 'Kiểm tra thiết bị và đường truyền',

  'farewell.link-invalid': 'Đường dẫn không đúng hoặc đã hết hạn. Hãy liên hệ cơ quan tổ chức để nhận đường dẫn mới.',
  'farewell.link-revoked':
    'Đường dẫn này đã được thay thế hoặc thu hồi. Hãy dùng đường dẫn mới nhất, hoặc liên hệ cơ quan tổ chức.',
  'farewell.account-suspended':
    'Buổi tiếp được bảo vệ này tạm đóng với tài khoản của ông/bà: mật khẩu vừa được đặt lại, hoặc tài khoản bị khóa. Trang thông báo cho biết ai xác nhận được.',
  'farewell.superseded': 'Ông/bà đã vào phiên bằng một thiết bị khác, nên thiết bị này được ngắt.',
  'farewell.left': 'Ông/bà đã rời phiên.',
  'farewell.refused': 'Yêu cầu vào phòng không được chấp nhận.',
  'farewell.removed': 'Ông/bà đã được mời ra khỏi phiên.',
  'farewell.over': 'Phiên đã kết thúc. Xin cảm ơn ông/bà.',
  'farewell.cancelled': 'Phiên họp này đã bị hủy.',
  'farewell.secrecy': 'Phiên này có độ mật, hiện không được tổ chức trên máy chủ này. Hãy liên hệ cơ quan tổ chức.',
  'farewell.protocol': 'Trang này gửi thông tin mà máy chủ không nhận. Hãy tải lại trang.',
  'farewell.rate-limited':
    'Trang này gửi quá nhiều tin hoặc kết nối quá nhiều lần trong thời gian ngắn nên bị tạm ngắt. Hãy chờ ít giây.',
  'farewell.outdated-page': 'Hệ thống vừa được nâng cấp. Hãy tải lại trang để tiếp tục.',
  'farewell.unavailable': 'Máy chủ tạm thời chưa phục vụ được. Hãy thử lại sau ít phút.',
  'farewell.journal-broken':
    'Dữ liệu của phiên này bị thay đổi ngoài hệ thống nên phiên tạm khóa. Hãy liên hệ cơ quan tổ chức; người quản trị máy chủ cần khôi phục từ bản sao lưu.',
  'farewell.shutdown': 'Máy chủ đang khởi động lại. Trang sẽ tự kết nối lại.',

  'join.loading': 'Đang mở trang',
  'join.unreachable': 'Hãy kiểm tra Wi-Fi hoặc 4G. Trang sẽ tự thử lại.',
  'join.fromAgency': 'Cơ quan tổ chức',
  'join.fromStaff': 'Chủ tọa hoặc thư ký của phiên',
  'join.comeBack': 'Vào lại',
  'join.useThisDevice': 'Dùng thiết bị này',
  'join.mayClose': 'Ông/bà có thể đóng cửa sổ này.',
  'join.mayCloseOrComeBack': 'Nếu không cần vào lại, ông/bà có thể đóng cửa sổ này.',
} as const
