/** What a session leaves behind, as the server names the files, and the words for each. */
export const papers = [
  { file: 'minutes.docx', words: 'join.paper.minutesDocx' },
  { file: 'minutes.pdf', words: 'join.paper.minutesPdf' },
  { file: 'conclusions.docx', words: 'join.paper.conclusionsDocx' },
  { file: 'conclusions.pdf', words: 'join.paper.conclusionsPdf' },
  { file: 'attendance.xlsx', words: 'join.paper.attendanceXlsx' },
  { file: 'attendance.csv', words: 'join.paper.attendanceCsv' },
  { file: 'reading.xlsx', words: 'join.paper.readingXlsx' },
  { file: 'journal.jsonl', words: 'join.paper.journal' },
] as const
