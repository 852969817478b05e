// The gates before a session is opened, and what is known of each.
export const strings = {
  'rejection.readiness.unknown-site': 'Không tìm thấy điểm cầu này trong phiên.',
  'rejection.readiness.site-missing': 'Chưa kết nối: {{site}}. Hãy chờ điểm cầu này vào phòng.',
  'rejection.readiness.gates-missing':
    'Chưa thể khai mạc buổi tiếp công dân: còn {{count}} bước chuẩn bị chưa đạt. Hãy hoàn thành, hoặc ghi lý do để khai mạc khi chưa đủ.',
  'rejection.readiness.nobody-named': 'Cần ghi rõ họ tên người quyết định hoặc xác nhận.',
  'rejection.readiness.reason-missing': 'Hệ thống chưa ghi nhận được hình và tiếng: cần ghi lý do xác nhận thủ công.',
  'rejection.readiness.all-passed': 'Các bước chuẩn bị đã đủ, không cần lý do.',

  'panels.session.open': 'Khai mạc',

  'readiness.title': 'Chuẩn bị trước phiên',
  'readiness.guidance':
    'Các mốc này là khuyến nghị, tham khảo quy định về tiếp công dân trực tuyến; hội nghị không bắt buộc theo.',
  'readiness.gate.notice': 'Thông báo cho các bên',
  'readiness.gate.connectionTest': 'Kiểm tra kết nối với mọi điểm cầu',
  'readiness.gate.allConnected': 'Các điểm cầu kết nối, nhìn và nghe được nhau',
  'readiness.connections.lacking': 'Chưa ghi nhận nhìn và nghe được điểm cầu trung tâm',
  'readiness.connection.note': 'Xác nhận thủ công',
  'readiness.connection.noteOf': 'Xác nhận thủ công, nhìn và nghe được: {{site}}',
  'readiness.connection.confirm': 'Xác nhận',
  'readiness.connection.reasonHint':
    'Được ghi vào biên bản cùng họ tên người xác nhận. Ví dụ: “Dự qua điện thoại, đã gọi hỏi và nghe rõ cả hai chiều.”',
  'readiness.lack.none': 'Đang kiểm tra, chờ vài giây.',
  'readiness.lack.nobodyThere': 'Chưa có ai của điểm cầu này trong phòng.',
  'readiness.lack.nobodyAtCentre': 'Điểm cầu trung tâm chưa có ai trong phòng.',
  'readiness.lack.noBranch': 'Chưa điểm cầu nào nhìn, nghe đủ hai chiều với trung tâm.',
  'readiness.lack.seesCentre': 'Chưa nhận được hình của trung tâm.',
  'readiness.lack.hearsCentre': 'Chưa nhận được tiếng của trung tâm.',
  'readiness.lack.seenByCentre': 'Trung tâm chưa nhận được hình của điểm cầu này.',
  'readiness.lack.heardByCentre': 'Trung tâm chưa nhận được tiếng của điểm cầu này.',
  'readiness.confirmConnected': 'Xác nhận thủ công mọi điểm cầu nhìn, nghe được nhau',
  'readiness.override.title': 'Khai mạc khi chưa đủ các bước chuẩn bị?',
  'readiness.opening.title': 'Khai mạc phiên này?',
  'readiness.opening.what': 'Giờ khai mạc được ghi vào biên bản.',
  'readiness.opening.law':
    'Buổi tiếp công dân chưa đủ điều kiện. Muốn khai mạc, phải nêu lý do; lý do và tên người quyết định được ghi vào biên bản.',
  'readiness.opening.guidance':
    'Đối với hội nghị, các bước này là khuyến nghị; có thể để trống lý do. Lý do nếu có được ghi vào biên bản.',
  'readiness.opening.passed': 'Đạt lúc {{passed}}',
  'readiness.opening.missing': 'Chưa đạt (hạn: {{due}})',
  'readiness.opening.late': 'Ghi nhận lúc {{passed}}, sau hạn {{due}}',
  'readiness.opening.lacking': 'Còn thiếu: {{sites}}',
  'readiness.opening.reason': 'Lý do khai mạc khi chưa đủ các bước',
  'readiness.opening.recording': 'Ghi âm, ghi hình',
  'readiness.opening.unrecorded':
    'Buổi này phải được ghi, nhưng hiện chưa ghi. Để máy chủ ghi, chủ tọa khai mạc trong phòng họp. Khai mạc từ đây thì phải ghi bằng thiết bị của cơ quan, máy chủ không lưu bản ghi; các nội dung dưới đây được ghi vào biên bản.',
  'readiness.equipment.device': 'Thiết bị ghi âm, ghi hình',
  'readiness.equipment.reason': 'Lý do không ghi trên máy chủ',
  'readiness.equipment.recorder': 'Họ tên người ghi',
} as const
