// The words of the room that is left on the disk of the server.
export const strings = {
  'disk.title': 'Ổ đĩa của máy chủ',
  'disk.free': 'Còn {{free}} cho bản ghi và bản dựng.',
  'disk.daysLeft': 'Với mức ghi 30 ngày qua (khoảng {{perDay}} mỗi ngày), đủ dùng khoảng {{count}} ngày.',
  'disk.nothingMeasured':
    'Chưa ghi phiên nào trong 30 ngày qua nên chưa ước tính được số ngày. Trước khi mở phiên, máy chủ tính theo mức cao nhất mà trình duyệt gửi.',
  'disk.soonFull':
    'Sắp hết chỗ. Hãy thêm ổ đĩa, hoặc chuyển bớt dữ liệu khác đi nơi khác. Phiên không đủ chỗ sẽ không bắt đầu ghi được.',
  'disk.daysWithoutBucket':
    'Nếu kho lưu trữ ngừng hoạt động, ổ đĩa giữ được khoảng {{count}} ngày theo mức ghi 30 ngày qua (khoảng {{perDay}} mỗi ngày).',
  'disk.bucket.title': 'Kho lưu trữ (S3)',
  'disk.bucket.allThere': 'Mọi tệp đã được chuyển vào kho. Dung lượng còn lại của kho xem tại máy chủ kho.',
  'disk.bucket.waiting': 'Đang chờ chuyển vào kho: {{count}} tệp ({{size}}), hiện nằm trên ổ đĩa máy chủ này.',
  'disk.bucket.keepsVersions':
    'Kho đang giữ các phiên bản cũ: tệp đã xóa ở đây vẫn đọc được trong kho. Hãy yêu cầu người quản trị kho thêm quy tắc tự xóa phiên bản cũ sau một ngày, hoặc dùng kho chưa từng bật lưu phiên bản.',
  'disk.bucket.away': 'Kho lưu trữ không dùng được từ {{since}}',
  'disk.bucket.goesOn':
    'Phiên họp, việc ghi và nhận tài liệu vẫn tiếp tục; tệp mới được giữ trên máy chủ và tự chuyển khi kho hoạt động lại. Tệp đã chuyển vào kho tạm thời chưa mở được. Cách khắc phục chi tiết có tại /health.',
  'disk.bucket.trouble.unreachable': 'Không kết nối được tới máy chủ kho. Hãy kiểm tra máy chủ kho và đường mạng.',
  'disk.bucket.trouble.untrusted':
    'Chứng thư của máy chủ kho không được tin cậy. Hãy đặt S3_CA_FILE tới chứng thư của nơi cấp.',
  'disk.bucket.trouble.refused':
    'Máy chủ kho từ chối khóa truy cập. Hãy kiểm tra S3_ACCESS_KEY_ID, khóa bí mật và quyền đọc, ghi, xóa, liệt kê.',
  'disk.bucket.trouble.no-bucket': 'Kho (bucket) không còn trên máy chủ kho. Hãy tạo lại hoặc kiểm tra S3_BUCKET.',
  'disk.bucket.trouble.wrong-region': 'Kho nằm ở vùng khác. Hãy kiểm tra S3_REGION.',
  'disk.bucket.trouble.full': 'Kho đã đầy. Hãy thêm dung lượng hoặc tăng hạn mức của kho.',
  'disk.bucket.trouble.clock': 'Giờ của hai máy lệch nhau. Hãy chỉnh đồng hồ hai máy.',
  'disk.bucket.trouble.other': 'Máy chủ kho không thực hiện yêu cầu. Hãy xem nhật ký của máy chủ kho.',
  'disk.session.title': 'Ổ đĩa của máy chủ không đủ chỗ ghi phiên này',
  'disk.session.what':
    'Bản ghi và bản dựng cần khoảng {{needed}}, hiện còn {{free}}. Trước ngày họp, hãy nhờ quản trị máy chủ giải phóng ổ đĩa, rút ngắn thời gian dự kiến, hoặc chuẩn bị ghi bằng thiết bị của cơ quan.',
} as const
