// The sheet that lists the sites and people of a session: one person a row. The server offers it as a template, the form
// reads it back. Its words are Vietnamese in every language of the screens: it goes from office to office.
import type { Role } from '../../kernel/ids.ts'

export const sheetColumns = {
  site: 'Điểm cầu',
  name: 'Họ và tên',
  title: 'Chức vụ, đơn vị',
  role: 'Vai trò',
  email: 'Thư điện tử',
} as const
export type SheetColumn = keyof typeof sheetColumns

/** A delegate sits at a site and is called in the roll; everybody else gets a link. */
export type SheetRole = 'delegate' | Role

export const sheetRoles: Readonly<Record<SheetRole, string>> = {
  delegate: 'Đại biểu',
  chair: 'Chủ tọa',
  secretary: 'Thư ký',
  siteOperator: 'Phụ trách điểm cầu',
  citizen: 'Công dân',
  observer: 'Quan sát viên',
}
