// The session, its connection and its captions.
export const strings = {
  'captions.you': 'ông/bà',
  'captions.speech.behind': 'Máy chủ nhận dạng không kịp: phụ đề tự động đang thiếu một số câu.',
  'captions.speech.full':
    'Nhiều người cùng nói, máy chủ không nghe hết được: phụ đề tự động đang thiếu lời của một số người.',
  'captions.speech.stopped':
    'Phụ đề tự động đang dừng vì chương trình nhận dạng gặp sự cố; máy chủ đang khởi động lại. Phiên vẫn diễn ra bình thường. Cần phụ đề ngay thì giao người gõ.',
  'captions.speech.unreadable':
    'Chưa có phụ đề tự động: máy chủ không đọc được thư mục mô hình {{folder}}. Hãy báo người quản trị máy chủ.',
  'captions.speech.incomplete':
    'Chưa có phụ đề tự động: thư mục {{folder}} thiếu tệp {{missing}}. Hãy báo người quản trị máy chủ.',

  'sessionStatus.unscheduled': 'Chưa lên lịch',
  'sessionStatus.scheduled': 'Chưa khai mạc',
  'receptionStatus.awaited': 'Chờ cán bộ bắt đầu',
  'receptionStatus.scheduled': 'Chưa bắt đầu tiếp',
  'receptionStatus.closed': 'Đã kết thúc',
  'sessionStatus.open': 'Đang diễn ra',
  'sessionStatus.suspended': 'Đang tạm dừng',
  'sessionStatus.closed': 'Đã bế mạc',
  'sessionStatus.sealed': 'Đã niêm phong',
  'sessionStatus.cancelled': 'Đã hủy',

  'rejection.unconfirmed':
    'Chưa rõ yêu cầu đã tới máy chủ hay chưa vì mất kết nối. Hãy xem lại trên màn hình rồi thử lại nếu cần.',

  'connection.good': 'Đường truyền tốt',
  'connection.weak': 'Đường truyền yếu',
  'connection.poor': 'Đường truyền rất yếu',
  'connection.yours': 'Đường truyền của ông/bà',
  'connection.audioOnly': 'Chỉ nghe, không nhận hình',
  'connection.audioOnlyWhy': 'Khi mạng yếu, tiếng sẽ rõ hơn. Tài liệu và màn hình được chia sẻ vẫn hiện.',
  'connection.offerAudioOnly': 'Đường truyền của ông/bà rất yếu, tiếng có thể bị ngắt quãng. Nên tạm dừng nhận hình.',
  'connection.takeAudioOnly': 'Chỉ nghe',
  'connection.keepPictures': 'Để nguyên',
  'connection.isAudioOnly': 'Ông/bà đang chỉ nghe, không nhận hình của mọi người.',
  'connection.picturesAgain': 'Nhận lại hình',
  'connection.lost': 'Mất kết nối',
  'connection.networkDown': 'Thiết bị đang mất mạng. Hãy kiểm tra Wi-Fi hoặc 4G.',
  'connection.serverUnreachable': 'Không liên lạc được với máy chủ.',
  'connection.serverRestarting': 'Máy chủ đang khởi động lại.',
  'connection.tooFast':
    'Trang này gửi quá nhiều tin trong thời gian ngắn nên bị tạm ngắt; trang sẽ tự kết nối lại sau ít giây.',
  'connection.noAnswer': 'Máy chủ chưa trả lời.',
  'connection.comingBack': 'Trang đang tự kết nối lại ({{count}} giây).',
} as const
