// How the fields of templates are declared: see fields.ts.
import type { TemplateField } from '../../../shared/wire/papers/paper-templates.ts'

/** `!` after the name: a template must have it. */
export const text = (name: string, what: string, example: string): TemplateField => ({
  name: name.replace('!', ''),
  what,
  example,
  isRequired: name.endsWith('!'),
  each: null,
})

/** Each of `parts`: its name, what stands there, an example. */
export const list = (name: string, what: string, ...parts: [name: string, what: string, example: string][]) => ({
  ...text(name, what, ''),
  each: parts.map(([part, meaning, example]) => ({ name: part, what: meaning, example })),
})

/** A list of paragraphs. */
export const paragraphs = (name: string, what: string, example: string): TemplateField =>
  list(name, what, ['doan', 'Một đoạn', example])

/** Who signs for the agency; `!`: a template must name them. */
export const signatoryFields = (mark: '!' | ''): TemplateField[] => [
  text(
    `chuc_vu_nguoi_ky${mark}`,
    'Quyền hạn, chức vụ người ký: TM., KT., TL., Q., TUQ. và chức vụ, có thể nhiều dòng',
    'TRƯỞNG BAN',
  ),
  text(`nguoi_ky${mark}`, 'Họ và tên người ký', 'Lê Văn C'),
]
