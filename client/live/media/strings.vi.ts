// Why the server takes no picture or sound.
export const strings = {
  'rejection.media.not-allowed': 'Ông/bà hiện không được phép gửi âm thanh, hình ảnh.',
  'rejection.media.invalid': 'Trình duyệt gửi thông số âm thanh, hình ảnh không hợp lệ. Hãy tải lại trang.',
  'rejection.media.unknown': 'Kết nối âm thanh, hình ảnh đã thay đổi. Hệ thống đang kết nối lại.',
  'rejection.media.unavailable': 'Âm thanh, hình ảnh tạm thời gián đoạn. Hệ thống đang tự khôi phục.',
} as const
