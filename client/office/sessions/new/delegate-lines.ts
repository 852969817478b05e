// A list of delegates as people have it in a document or a sheet, one a line: “Họ tên; chức vụ; e-mail”. Pure.
import type { Person } from '../../../../shared/wire/engine/socket-events.ts'

/** “1.”, “2)”, “-”, “•” before a name are the numbering of the document it came from; a sheet has it in a cell. */
const NUMBERING = /^\s*(\d{1,3}\s*[.)\-/]|\d{1,4}\s*\t|[-–•*+])\s*/
/** A sheet pastes a tab between its cells. The first kind that is in a line parts it, so that a title may hold commas. */
const SEPARATORS = ['\t', ';', ',']

export interface DelegateLine extends Person {
  readonly email: string | null
  /** From 1, as the person who typed it counts. */
  readonly line: number
}

export function delegateLines(text: string): DelegateLine[] {
  return text.split('\n').flatMap((raw, index) => {
    const content = raw.replace(NUMBERING, '').trimEnd()
    const separator = SEPARATORS.find((one) => content.includes(one)) ?? '\n'
    const [name = '', ...rest] = content.split(separator).map((part) => part.trim().replace(/[;,]$/, ''))
    const isAddress = (part: string) => part.includes('@')
    const email = rest.find(isAddress) ?? null
    const title = rest.filter((part) => part !== '' && !isAddress(part)).join(', ')
    const isBlank = name === '' && title === '' && email === null
    return isBlank ? [] : [{ line: index + 1, name, title: title || null, email }]
  })
}

/** One line that delegateLines() reads as this person. */
export const delegateLine = ({ name, title, email }: Omit<DelegateLine, 'line'>): string =>
  [name, title, email]
    .filter(Boolean)
    .map((part) => part?.replaceAll(/[;\t]/g, ','))
    .join('; ')
