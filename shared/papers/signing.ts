// The signatory of a paper and the form of signing: the lines above the name (NĐ 30/2020, Điều 13; Phụ lục I, Phần I,
// Mục II, khoản 7).
import { z } from 'zod'
import { line } from '../kernel/ids.ts'

interface FormRule {
  /** For whom it is signed; null: the signatory’s own office says it all. */
  readonly signedFor: 'body' | 'head' | null
  /** Whether a deputy may sign in place of who would sign in this form (Điều 13, khoản 2 và 4). */
  readonly mayBeDeputy: boolean
}

export const signingForms = {
  direct: { signedFor: null, mayBeDeputy: false },
  onBehalf: { signedFor: 'body', mayBeDeputy: true },
  inPlace: { signedFor: 'head', mayBeDeputy: false },
  byOrder: { signedFor: 'head', mayBeDeputy: true },
  acting: { signedFor: null, mayBeDeputy: false },
  byAuthorisation: { signedFor: 'head', mayBeDeputy: false },
} as const satisfies Record<string, FormRule>

export type SigningForm = keyof typeof signingForms
export const allSigningForms = Object.keys(signingForms) as [SigningForm, ...SigningForm[]]

/** As a letterhead writes each form. null: nothing is set before the office. */
export type SigningAbbreviations = Readonly<Record<SigningForm, string | null>>

const Office = line(200)

export const Signing = z
  .object({
    form: z
      .enum(allSigningForms)
      .describe('direct; TM. thay mặt; KT. ký thay; TL. thừa lệnh; Q. quyền; TUQ. thừa ủy quyền'),
    signedFor: Office.nullable().describe('TM.: the body; KT., TL., TUQ.: the office of the head; null otherwise'),
    deputyOf: Office.nullable().describe('of TM. and TL.: the office in whose place a deputy signs; null: no deputy'),
    office: Office.describe('of who signs'),
  })
  .refine(({ form, signedFor, deputyOf }) => {
    const { signedFor: whom, mayBeDeputy } = signingForms[form]
    return (whom !== null) === (signedFor !== null) && (mayBeDeputy || deputyOf === null)
  }, 'the form of signing says which offices it needs')
export type Signing = z.infer<typeof Signing>

/** The lines above the signature, in capitals: quyền hạn, chức vụ của người ký. The last is the office of who signs. */
export function signingLines(
  { form, signedFor, deputyOf, office }: Signing,
  { abbreviations }: { readonly abbreviations: SigningAbbreviations },
): string[] {
  return [
    ...(signedFor === null ? [] : [abbreviated(abbreviations[form], signedFor)]),
    ...(deputyOf === null ? [] : [abbreviated(abbreviations.inPlace, deputyOf)]),
    form === 'acting' ? abbreviated(abbreviations.acting, office) : capitals(office),
  ]
}

const capitals = (text: string) => text.trim().toLocaleUpperCase('vi')

/** Who has typed the abbreviation, as any letterhead writes it, has it once. */
function abbreviated(abbreviation: string | null, text: string): string {
  const written = capitals(text)
  if (abbreviation === null) return written
  const typed = new RegExp(`^${abbreviation.replaceAll(/[./]/g, '').split('').join('/?')}[. ] *`, 'u')
  return `${abbreviation} ${written.replace(typed, '')}`
}
