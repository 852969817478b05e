// Nơi nhận, as NĐ 30/2020 lays it out (Phụ lục I, Phần I, Mục II, khoản 9): to whom a paper goes, and the copy for the file.
import { fileCopyLine, recipientLine } from '../../shared/papers/recipients.ts'
import { type Line, line } from './paper.ts'

export const recipientLines = (names: readonly string[]): Line[] => [
  line('recipientsTitle', 'Nơi nhận:'),
  ...names.map((name) => line('recipient', recipientLine(name))),
  line('recipient', fileCopyLine),
]
