// The calendar behind a field for a day. Fetched with it.
export const strings = {
  'fields.calendar.otherMonth': 'Chọn tháng khác',
  'fields.calendar.otherYear': 'Chọn năm khác',
  'fields.calendar.previousMonth': 'Tháng trước',
  'fields.calendar.nextMonth': 'Tháng sau',
  'fields.calendar.previousYear': 'Năm trước',
  'fields.calendar.nextYear': 'Năm sau',
  'fields.calendar.previousDecade': 'Mười năm trước',
  'fields.calendar.nextDecade': 'Mười năm sau',
} as const
