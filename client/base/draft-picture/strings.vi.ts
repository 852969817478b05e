// A paper as it would be issued now.
export const strings = {
  'draftPicture.coming': 'Đang vẽ trang đầu của văn bản',
  'draftPicture.failed': 'Chưa xem trước được văn bản',
  'draftPicture.again': 'Vẽ lại',
  'draftPicture.large': 'Xem trang này ở cỡ lớn',
  'draftPicture.incomplete': 'Hình văn bản hiện ra ở đây khi đã điền đủ.',
} as const
