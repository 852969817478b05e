// The calendar behind a field for a day. Fetched with it.
export const strings = {
  'fields.calendar.otherMonth': '{{shown}}. Chọn tháng khác',
  'fields.calendar.otherYear': '{{shown}}. Chọn năm khác',
  'fields.calendar.previousMonth': 'Tháng trước',
  'fields.calendar.nextMonth': 'Tháng sau',
  'fields.calendar.previousYear': 'Năm trước',
  'fields.calendar.nextYear': 'Năm sau',
  'fields.calendar.previousDecade': 'Mười năm trước',
  'fields.calendar.nextDecade': 'Mười năm sau',
} as const
