// The page of one session.
export const strings = {
  'staff.agenda.line': '{{title}} – {{reporter}} ({{minutes}} phút)',
  'staff.agenda.lineWithout': '{{title}} ({{minutes}} phút)',
  'staff.session.advisingUnit': 'Đơn vị tham mưu: {{unit}}',

  'staff.reschedule': 'Đổi lịch, địa điểm',
  'staff.reschedule.what':
    'Người đã nhận giấy mời qua thư điện tử được báo ngay, kèm tệp lịch mới. Những người khác xin báo bằng cách khác. Nếu dời quá 30 ngày, hãy chép lại đường dẫn: đường dẫn cũ có thể hết hạn trước giờ họp.',
  'staff.reschedule.submit': 'Lưu và thông báo',
  'staff.cancel': 'Hủy phiên họp',
  'staff.cancel.title': 'Hủy phiên họp này?',
  'staff.cancel.what':
    'Phiên đã hủy không khôi phục được. Ai mở đường dẫn sẽ đọc lý do này; người đã nhận giấy mời qua thư điện tử được báo ngay.',
  'staff.session.cancelled': 'Đã hủy. Lý do: {{reason}}',
  'staff.series': 'Các phiên cùng chuỗi',
  'staff.series.hint': 'Được tạo cùng lúc với phiên này. Đổi lịch hoặc hủy từng phiên một.',

  'staff.conclusions.inside': 'Kết luận, giao việc của buổi tiếp này',
  'staff.conclusions.inside.hint':
    'Buổi tiếp được bảo vệ: nội dung không có trong bảng theo dõi kết luận, không đơn vị nào được nhắc qua thư. Theo dõi và ghi kết quả tại đây.',

  'staff.documents.underway': 'Đang gửi tài liệu, còn {{count}} tệp. Xin đừng đóng trang này.',
  'staff.documents.refused': 'Phiên đã tạo xong nhưng còn {{count}} tệp chưa nhận được',
  'staff.documents.goThere': 'Xem lý do và gửi lại ở mục Tài liệu',
  'staff.documents.hint': 'Gửi trước phiên để người dự đọc; trong phiên thư ký trình chiếu từ bảng Tài liệu.',
  'staff.documents.opened': '{{count}} người đã mở',
  'staff.documents.acknowledged': '{{count}} người đã quán triệt',
  'staff.documents.removeName': 'Gỡ tài liệu: {{title}}',
  'staff.session.openedAt': 'Khai mạc: {{time}}',
  'staff.session.closedAt': 'Bế mạc: {{time}}',
  'staff.session.course': 'Điều hành',
  'staff.session.open.hint': 'Thông thường chủ tọa khai mạc ngay trong phòng họp.',
  'staff.session.close.hint': 'Thông thường chủ tọa bế mạc ngay trong phòng họp.',
  'staff.session.close.title': 'Bế mạc phiên này?',
  'staff.session.close.what':
    'Âm thanh và hình ảnh dừng lại với tất cả mọi người. Còn 7 ngày để hoàn thiện, ký và ban hành biên bản. Phiên đã bế mạc không mở lại được.',
  'staff.session.seal.hint':
    'Chỉ niêm phong khi biên bản đã ban hành, hoặc có người quyết định không ban hành và nêu rõ lý do.',
  'staff.session.seal.title': 'Niêm phong hồ sơ phiên?',
  'staff.session.seal.what':
    'Nhật ký phiên được khóa lại: không thể thêm hay sửa biên bản. Việc này không hoàn tác được.',
} as const
