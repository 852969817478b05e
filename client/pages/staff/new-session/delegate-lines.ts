// A list of delegates as people have it in a document or a sheet, one a line: “Họ tên; chức vụ”. Pure.
import type { Person } from '../../../../shared/wire/socket-events.ts'

/** “1.”, “2)”, “-”, “•” before a name are the numbering of the document it came from. */
const NUMBERING = /^\s*(\d{1,3}\s*[.)\-/]|[-–•*+])\s*/
/** A sheet pastes a tab between its cells. */
const SEPARATOR = /[;\t,]/

export interface DelegateLine extends Person {
  /** From 1, as the person who typed it counts. */
  readonly line: number
}

export function delegateLines(text: string): DelegateLine[] {
  return text.split('\n').flatMap((raw, index) => {
    const [name = '', ...rest] = raw.replace(NUMBERING, '').split(SEPARATOR)
    const title = rest
      .map((part) => part.trim())
      .filter(Boolean)
      .join(', ')
    return name.trim() === '' && title === '' ? [] : [{ line: index + 1, name: name.trim(), title: title || null }]
  })
}
