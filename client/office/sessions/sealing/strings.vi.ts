// Sessions that are not sealed yet.
export const strings = {
  'sealing.title': 'Chờ biên bản, chờ niêm phong',
  'sealing.owed': 'Chờ biên bản',
  'sealing.owed.hint':
    'Các phiên đã bế mạc mà biên bản chưa ban hành. Phiên chưa niêm phong chừng nào biên bản chưa ban hành hoặc chưa có quyết định không ban hành.',
  'sealing.owed.none': 'Không có phiên nào chờ biên bản.',
  'sealing.chooseAll': 'Chọn tất cả',
  'sealing.choose': 'Chọn “{{title}}”',
  'sealing.dueOn': 'Hạn ban hành biên bản: {{time}}',
  'sealing.late': 'Quá hạn',
  'sealing.waiveChosen': 'Không ban hành biên bản của {{count}} phiên đã chọn',
  'sealing.waive.many': 'Không ban hành biên bản của {{count}} phiên?',
  'sealing.settled': 'Chờ niêm phong',
  'sealing.sealsAt': 'Tự niêm phong: {{time}}',
} as const
