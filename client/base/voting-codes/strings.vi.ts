// Sheets of voting codes.
export const strings = {
  'votingCodes.hint':
    'Mỗi điểm cầu một tờ: in xong cho vào bì, niêm phong, mở tại điểm cầu. Mỗi tờ chỉ in một lần; in lại là cấp mã mới.',
  'votingCodes.print': 'In phiếu mã: {{site}}',
  'votingCodes.again': 'Cấp mã biểu quyết mới',
  'votingCodes.again.what': 'Mã đã in sẽ hết hiệu lực. Lý do được ghi vào nhật ký, mọi người trong phòng họp đều thấy.',
  'votingCodes.again.submit': 'Cấp mã mới và in',
  'panels.ballot.codeLost': 'Đại biểu mất mã hoặc lộ mã',
  'panels.ballot.codeRenew': 'Cấp mã mới',
} as const
