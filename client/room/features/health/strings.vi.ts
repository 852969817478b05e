// The technician’s board, and what staff do for a page.
export const strings = {
  'rejection.assist.not-present': 'Người này không có mặt trong phòng nên chưa yêu cầu được.',
  'rejection.assist.unknown-alarm': 'Việc này đã xong rồi.',

  'panels.health.title': 'Kỹ thuật',
  'panels.health.tasks': 'Việc cần xử lý',
  'panels.health.noTasks': 'Không có sự cố nào.',
  'panels.health.sites': 'Các điểm cầu',
  'panels.health.loading': 'Đang chờ số liệu…',
  'panels.health.task': '{{who}}: {{what}} lúc {{time}}',
  'panels.health.ended': 'Đã trở lại bình thường lúc {{time}}',
  'panels.health.handled': 'Đã xử lý',
  'panels.health.message': 'Nhắn tin',
  'panels.health.messageTo': 'Nhắn tin: {{who}}',
  'panels.health.restart': 'Khởi động lại hình, tiếng',
  'panels.health.restartOf': 'Khởi động lại hình, tiếng: {{who}}',
  'panels.health.restartAsked': 'Đã yêu cầu khởi động lại hình và tiếng: {{who}}. Xin chờ vài giây.',

  'hearing.restartAsked':
    'Cán bộ của phiên vừa yêu cầu khởi động lại hình và tiếng của ông/bà. Máy đang tự làm, xin chờ vài giây.',
  'hearing.messageFrom': 'Tin nhắn từ {{name}}',
} as const
