// A consultation beside the session.
export const strings = {
  'rejection.consultation.too-few': 'Hãy chọn ít nhất hai người.',
  'rejection.consultation.not-present': 'Có người không có mặt trong phòng. Hãy chọn lại.',
  'rejection.consultation.observer': 'Quan sát viên không tham gia hội ý.',
  'rejection.consultation.in-another': 'Có người đang hội ý. Hãy đợi họ trở lại phòng.',
  'rejection.consultation.too-many': 'Mỗi lần hội ý có nhiều nhất {{maximum}} người.',
  'rejection.consultation.over': 'Cuộc hội ý này đã kết thúc.',
  'rejection.consultation.not-in': 'Ông/bà không còn trong hội ý.',
  'rejection.consultation.identity-check':
    'Đang kiểm tra giấy tờ: chỉ cán bộ kiểm tra và công dân, cho đến khi có kết quả.',

  'hearing.consultation': 'Hội ý riêng',
  'hearing.consultationYours': 'Ông/bà đang hội ý riêng với {{names}}. Chỉ những người này nghe và thấy ông/bà.',
  'hearing.consultationOthers': 'Đang hội ý riêng: {{names}}. Xin chờ.',
  'hearing.consultationLeave': 'Trở lại phòng',

  'panels.consultation.title': 'Hội ý riêng',
  'panels.consultation.what':
    'Những người được chọn tách ra nói chuyện riêng: chỉ họ nghe và thấy nhau, những người khác chờ trong phòng. Biên bản chỉ ghi giờ bắt đầu và kết thúc.',
  'panels.consultation.notRunning': 'Chỉ hội ý được khi phiên đã khai mạc.',
  'panels.consultation.choose': 'Người tham gia hội ý',
  'panels.consultation.start': 'Bắt đầu hội ý ({{count}} người)',
  'panels.consultation.startNobody': 'Chọn ít nhất hai người',
  'panels.consultation.going': 'Đang hội ý từ {{time}}',
  'panels.consultation.end': 'Kết thúc hội ý',
  'panels.consultation.endOf': 'Kết thúc hội ý: {{names}}',
  'panels.consultation.add': 'Mời thêm một người',

  'hearing.identityYours': '{{name}} đang kiểm tra giấy tờ của ông/bà. Chỉ cán bộ này nghe và thấy ông/bà.',
  'hearing.identityHow': 'Xin đưa giấy tờ lại gần máy quay và giữ yên vài giây. Hình không được lưu.',
  'hearing.identityOfficer': 'Đang kiểm tra giấy tờ của {{name}}. Chỉ hai người nghe và thấy nhau.',
  'hearing.identityOthers': 'Đang kiểm tra giấy tờ của công dân. Xin chờ.',
} as const
