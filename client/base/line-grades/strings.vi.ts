// The self-test and the line in figures.
export const strings = {
  'selftest.at': 'Đã kiểm tra thiết bị lúc {{time}}: {{verdict}}',
  'selftest.none': 'Chưa kiểm tra thiết bị',
  'selftest.code': 'Mã kết quả {{code}}',
  'selftest.details': 'Chi tiết',
  'selftest.slowComputer': 'Máy quá tải khi đo',
  'selftest.noSignal': 'Không nối được WebSocket',
  'selftest.noMedia': 'Hình và tiếng bị chặn',
  'selftest.notTested': 'Chưa đo đường truyền',
  'line.up': 'Tải lên {{rate}} Mbit/s',
  'line.down': 'Tải xuống ít nhất {{rate}} Mbit/s',
  'line.loss': 'Mất gói {{up}} % lên, {{down}} % xuống',
  'line.roundTrip': 'Khứ hồi {{ms}} ms',
  'line.jitter': 'Dao động {{ms}} ms',
  'line.route.udp': 'Đường UDP',
  'line.route.tcp': 'Đường TCP',
  'line.route.relay': 'Qua máy chuyển tiếp',

  'grade.good': 'Tốt',
  'grade.usable': 'Dùng được',
  'grade.bad': 'Chưa đạt',
  'grade.skipped': 'Không thử',

  'rejection.selftest.too-many':
    'Đã kiểm tra {{maximum}} lần trong phiên này. Nếu vẫn gặp khó khăn, xin liên hệ cơ quan tổ chức.',

  'check.part.camera': 'Camera',
  'check.part.microphone': 'Micro',
  'check.part.speaker': 'Loa',
  'check.part.browser': 'Máy và trình duyệt',
  'check.part.line': 'Đường truyền',
} as const
