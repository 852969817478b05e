// A document read by oneself and acknowledged.
export const strings = {
  'reading.title': 'Tài liệu cần đọc trước',
  'reading.goThere': 'Đọc trước tài liệu ({{count}})',
  'reading.remaining': 'Còn {{count}} tài liệu ông/bà chưa xem hoặc chưa xác nhận.',
  'reading.done': 'Ông/bà đã xem đủ tài liệu.',
  'reading.openedAt': 'Đã mở lúc {{time}}',
  'reading.failed': 'Chưa tải được danh sách tài liệu cần đọc trước',
  'reading.unsaid': 'Chưa ghi nhận được. Hãy kiểm tra mạng rồi bấm lại.',
} as const
