// Who signs a paper of the agency, and in which form: what stands above the name (NĐ 30/2020, Điều 13; Phụ lục I, Phần I, Mục II, khoản 7).
import { z } from 'zod'
import { line } from '../kernel/ids.ts'

interface FormRule {
  /** Set before the office or the body that is signed for; null: nothing is. */
  readonly abbreviation: string | null
  /** For whom it is signed; null: the signatory’s own office says it all. */
  readonly signedFor: 'body' | 'head' | null
  /** Whether a deputy may sign in place of who would sign in this form (Điều 13, khoản 2 và 4). */
  readonly mayBeDeputy: boolean
}

export const signingForms = {
  direct: { abbreviation: null, signedFor: null, mayBeDeputy: false },
  onBehalf: { abbreviation: 'TM.', signedFor: 'body', mayBeDeputy: true },
  inPlace: { abbreviation: 'KT.', signedFor: 'head', mayBeDeputy: false },
  byOrder: { abbreviation: 'TL.', signedFor: 'head', mayBeDeputy: true },
  acting: { abbreviation: 'Q.', signedFor: null, mayBeDeputy: false },
  byAuthorisation: { abbreviation: 'TUQ.', signedFor: 'head', mayBeDeputy: false },
} as const satisfies Record<string, FormRule>

export type SigningForm = keyof typeof signingForms
export const allSigningForms = Object.keys(signingForms) as [SigningForm, ...SigningForm[]]

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

/** The lines above the signature, in capitals: quyền hạn, chức vụ của người ký. */
export function signingLines({ form, signedFor, deputyOf, office }: Signing): string[] {
  const { abbreviation } = signingForms[form]
  return [
    ...(signedFor === null ? [] : [abbreviated(abbreviation, signedFor)]),
    ...(deputyOf === null ? [] : [abbreviated(signingForms.inPlace.abbreviation, deputyOf)]),
    form === 'acting' ? abbreviated(abbreviation, office) : capitals(office),
  ]
}

const capitals = (text: string) => text.trim().toLocaleUpperCase('vi')

/** Who has typed the abbreviation has it once. */
function abbreviated(abbreviation: string | null, text: string): string {
  const written = capitals(text)
  return abbreviation === null || written.startsWith(abbreviation) ? written : `${abbreviation} ${written}`
}
