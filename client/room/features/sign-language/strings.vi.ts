// Sign language: who interprets, and what they are told.
export const strings = {
  'rejection.signLanguage.unknown': 'Không tìm thấy người này trong phiên, hoặc người này đã bị mời ra.',
  'rejection.signLanguage.too-many': 'Tối đa {{maximum}} người phiên dịch ngôn ngữ ký hiệu.',
  'rejection.signLanguage.not-appointed': 'Người này không còn được phân công phiên dịch ngôn ngữ ký hiệu.',

  'hearing.signLanguage': 'Phiên dịch ngôn ngữ ký hiệu',
  'hearing.signSeen': 'Ông/bà đang phiên dịch ngôn ngữ ký hiệu. Mọi người luôn thấy hình của ông/bà.',
  'hearing.signUnseen': 'Mọi người chưa thấy ông/bà phiên dịch: camera đang tắt.',
  'hearing.signCamera': 'Bật camera',
  'hearing.signPartner': '{{name}} đang phiên dịch ngôn ngữ ký hiệu.',
  'hearing.signTakeOver': 'Tôi phiên dịch thay',

  'panels.signLanguage.title': 'Ngôn ngữ ký hiệu',
  'panels.signLanguage.hint':
    'Hình của người phiên dịch luôn hiện cỡ lớn trên mọi màn hình khi người đó có mặt trong phòng.',
  'panels.signLanguage.interpreters': 'Người phiên dịch ngôn ngữ ký hiệu',
  'panels.signLanguage.appoint': 'Chọn người phiên dịch ngôn ngữ ký hiệu',
  'panels.signLanguage.shown': 'đang hiện trên mọi màn hình',
  'panels.signLanguage.dismissName': 'Thôi phân công {{name}}',
} as const
