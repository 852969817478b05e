// The papers of a session, and what is owed or waived of them.
export const strings = {
  'join.paper.minutesDocx': 'Biên bản (Word)',
  'join.paper.minutesPdf': 'Biên bản (PDF)',
  'join.paper.conclusionsDocx': 'Thông báo kết luận (Word)',
  'join.paper.conclusionsPdf': 'Thông báo kết luận (PDF)',
  'join.paper.attendanceXlsx': 'Điểm danh (Excel)',
  'join.paper.attendanceCsv': 'Điểm danh (CSV)',
  'join.paper.readingXlsx': 'Quán triệt tài liệu (Excel)',
  'join.paper.journal': 'Nhật ký phiên',

  'minutes.waive': 'Không ban hành biên bản',
  'minutes.waive.title': 'Không ban hành biên bản của phiên này?',
  'minutes.waive.what':
    'Lý do, người quyết định và thời điểm được ghi vào nhật ký. Sau đó hồ sơ được niêm phong khi hết thời hạn. Nếu có người ký biên bản trước lúc niêm phong thì quyết định này hết hiệu lực.',

  'rejection.template.not-printed':
    'Mẫu riêng của cơ quan chưa in được. Số đã được giữ; xin thử lại, hoặc nhờ quản trị viên bỏ mẫu.',
  'rejection.supplement.not-sealed':
    'Phiên chưa niêm phong: hãy đính chính biên bản trong phòng họp bằng một bản mới thay thế.',
  'rejection.supplement.not-issued': 'Phiên này chưa ban hành biên bản nên không có gì để bổ sung, đính chính.',
  'rejection.supplement.already-written': 'Biên bản bổ sung, đính chính này đã được ban hành trước đó.',
  'rejection.supplement.unknown-recipient': 'Có nơi nhận không thuộc phiên này. Bỏ nơi nhận đó rồi ban hành lại.',
  'rejection.supplement.too-many': 'Phiên này đã có đủ số biên bản bổ sung, đính chính cho phép, không thể thêm nữa.',
} as const
