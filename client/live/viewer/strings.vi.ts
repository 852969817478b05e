// Documents page by page.
export const strings = {
  'viewer.controls': 'Lật trang và phóng to',
  'viewer.previous': 'Trang trước',
  'viewer.next': 'Trang sau',
  'viewer.page': 'Trang',
  'viewer.pageOf': 'Trang {{page}} của “{{title}}”',
  'viewer.smaller': 'Thu nhỏ',
  'viewer.larger': 'Phóng to',
  'viewer.fitPage': 'Vừa cả trang',
  'viewer.fitWidth': 'Vừa chiều ngang',
  'viewer.loading': 'Đang mở “{{title}}”…',
  'viewer.failed': 'Chưa mở được “{{title}}”. Hãy kiểm tra mạng rồi thử lại.',
  'viewer.retry': 'Thử lại',
  'viewer.unavailable': 'Chưa tải được phần xem tài liệu. Hãy kiểm tra mạng rồi tải lại trang.',
  'viewer.reload': 'Tải lại trang',
} as const
