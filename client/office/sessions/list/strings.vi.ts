// The list of sessions.
export const strings = {
  'staff.sessions': 'Phiên họp',
  'staff.sessions.search': 'Tìm theo tên phiên',
  'staff.sessions.which': 'Loại phiên',
  'staff.sessions.meetings': 'Phiên họp',
  'staff.sessions.visits': 'Lượt tiếp công dân',
  'staff.sessions.noneFound': 'Không có phiên nào như vậy.',
  'staff.sessions.more': 'Xem thêm',
  'staff.empty.title': 'Chưa có phiên họp nào',
  'staff.empty.what':
    'Tạo phiên họp với thời gian, điểm cầu và thành phần tham dự. Hệ thống cấp cho mỗi người một đường dẫn riêng để gửi qua thư điện tử, Zalo hoặc tin nhắn.',
  'staff.siteCount': '{{count}} điểm cầu',
  'staff.participantCount': '{{count}} người tham gia',
  'staff.presentCount': '{{count}} người trong phòng',
} as const
