// Names of downloaded files: in Vietnamese for those who can, in ASCII for the rest (RFC 6266).
import type { SessionState } from '../../../shared/modules/index.ts'

const longestTitle = 80

/** "Biên bản - Hội nghị giao ban - 2026-11-24.docx": the day is that of the meeting, in Vietnam. */
export function fileName(paper: string, { title, scheduledAt }: SessionState['session'], extension: string): string {
  const day = new Date(scheduledAt).toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })
  return `${paper} - ${plainName(title)} - ${day}${extension}`
}

/** What stands in a name on every system, short enough for each. */
export function plainName(title: string): string {
  // What Windows does not allow in a name.
  const plain = title.replaceAll(/[<>:"/\\|?*\p{Cc}]+/gu, ' ').replaceAll(/\s+/g, ' ')
  return Array.from(plain).slice(0, longestTitle).join('').trim()
}

export function contentDisposition(name: string, how: 'attachment' | 'inline' = 'attachment'): string {
  return `${how}; filename="${withoutMarks(name)}"; filename*=UTF-8''${extendedValue(name)}`
}

function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replaceAll(/[^ !#$&'()+,\-.;=@\w[\]^`{}~]/g, '_')
}

/** RFC 8187, 3.2.1: what encodeURIComponent leaves, less what attr-char does not hold. */
const extendedValue = (text: string): string =>
  encodeURIComponent(text.normalize('NFC')).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
