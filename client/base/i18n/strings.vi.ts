// The language switch, durations, and what the system says when it must say no.
export const strings = {
  'duration.lessThanAMinute': 'chưa đầy một phút',
  'duration.minutes': '{{count}} phút',

  'rejection.unknown-command': 'Máy chủ không hiểu yêu cầu này. Hãy tải lại trang rồi thử lại.',
  'rejection.invalid': 'Nội dung vừa nhập chưa hợp lệ. Hãy kiểm tra lại.',
  'rejection.forbidden': 'Ông/bà không có quyền làm việc này.',
  'rejection.command-id-reused': 'Yêu cầu này đã được gửi trước đó. Hãy thực hiện lại.',
  'rejection.conflict': 'Nhiều người cùng thao tác một lúc. Hãy thử lại.',
  'rejection.rate-limited': 'Thao tác quá nhanh. Hãy chờ vài giây rồi thử lại.',
  'rejection.unavailable':
    'Máy chủ tạm thời chưa ghi nhận được. Âm thanh và hình ảnh vẫn tiếp tục; hãy thử lại sau ít giây.',
  'rejection.answer-unreadable':
    'Trang này cũ hơn máy chủ nên không đọc được câu trả lời. Hãy tải lại trang để xem việc vừa làm đã được ghi nhận chưa.',
  'rejection.unreachable': 'Không kết nối được máy chủ. Hãy kiểm tra mạng rồi thử lại.',
  'rejection.not-found': 'Không tìm thấy. Có thể đường dẫn đã sai hoặc nội dung đã được gỡ.',
  'rejection.too-large': 'Nội dung gửi lên quá lớn nên máy chủ không nhận. Hãy chia nhỏ rồi gửi lại.',
  'rejection.busy': 'Đang có quá nhiều người cùng làm việc này. Chưa có gì thay đổi; hãy thử lại sau vài giây.',
  'rejection.link-invalid': 'Đường dẫn này không đúng. Hãy đề nghị cơ quan cấp đường dẫn mới.',
  'rejection.link-expired': 'Đường dẫn này đã hết hạn. Hãy đề nghị cơ quan cấp đường dẫn mới.',
  'rejection.link-revoked':
    'Đường dẫn này đã được thay thế hoặc thu hồi. Hãy dùng đường dẫn mới nhất, hoặc đề nghị cơ quan cấp lại.',
  'rejection.account.suspended':
    'Mật khẩu của tài khoản này mới được đặt lại: hồ sơ được bảo vệ chỉ mở lại khi một người được xem khác xác nhận.',
  'rejection.store-away':
    'Chưa lấy được tệp từ kho lưu trữ. Không có gì bị mất; hãy thử lại sau ít phút và báo cho người quản trị máy chủ.',
  'rejection.files-not-read':
    'Máy chủ chưa đủ điều kiện an toàn để đọc tệp gửi lên nên tạm thời không nhận tệp. Hãy báo người quản trị máy chủ: trang tình trạng máy chủ cho biết còn thiếu gì.',
  'rejection.box-unreadable':
    'Máy chủ không còn khóa để mở hòm phiếu này. Hãy hủy lần biểu quyết này rồi biểu quyết lại.',
  'rejection.journal-broken':
    'Dữ liệu đã lưu bị thay đổi ngoài hệ thống nên nội dung này tạm khóa, không cho xem và không ghi thêm. Hãy báo người quản trị máy chủ để khôi phục từ bản sao lưu.',
  'rejection.internal': 'Đã có lỗi ở máy chủ. Mã sự cố để báo bộ phận kỹ thuật: {{incident}}',

  'join.language': 'Ngôn ngữ',
} as const
