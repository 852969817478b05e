// The words of the room that is left on the disk of the server.
export const disk = {
  'disk.title': 'Ổ đĩa của máy chủ',
  'disk.free': 'Còn {{free}} cho bản ghi và bản dựng.',
  'disk.daysLeft': 'Với mức ghi 30 ngày qua (khoảng {{perDay}} mỗi ngày), đủ dùng khoảng {{count}} ngày.',
  'disk.nothingMeasured':
    'Chưa ghi phiên nào trong 30 ngày qua nên chưa ước tính được số ngày. Trước khi mở phiên, máy chủ tính theo mức cao nhất mà trình duyệt gửi.',
  'disk.soonFull':
    'Sắp hết chỗ. Hãy thêm ổ đĩa, hoặc chuyển bớt dữ liệu khác đi nơi khác. Phiên không đủ chỗ sẽ không bắt đầu ghi được.',
  'disk.session.title': 'Ổ đĩa của máy chủ không đủ chỗ ghi phiên này',
  'disk.session.what':
    'Bản ghi và bản dựng cần khoảng {{needed}}, hiện còn {{free}}. Trước ngày họp, hãy nhờ quản trị máy chủ giải phóng ổ đĩa, rút ngắn thời gian dự kiến, hoặc chuẩn bị ghi bằng thiết bị của cơ quan.',
} as const
