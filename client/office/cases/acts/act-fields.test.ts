import { describe, expect, it } from 'vitest'
import { handling } from '../../../../shared/cases/handling/contract.ts'
import { intake } from '../../../../shared/cases/intake/contract.ts'
import { outcome } from '../../../../shared/cases/outcome/contract.ts'
import { type Act, acts } from '../../../../shared/projections/case-acts.ts'
import { actForms, bodyOf, type Field, isFilled, type Values } from './act-fields.ts'

const commands: Readonly<Record<string, { data: { safeParse(data: unknown): { success: boolean } } }>> = {
  ...intake.commands,
  ...handling.commands,
  ...outcome.commands,
}
const filled: Values = {
  unit: 'Phòng Kinh tế',
  outcome: 'transfer',
  body: 'Sở Xây dựng',
  paperNumber: '45/QĐ',
  on: '2026-11-25',
  until: '2027-01-10',
  text: 'Đã đo lại.',
  ground: 'Phức tạp',
  result: 'right',
  way: 'Niêm yết',
  satisfaction: 'unknown',
  kind: 'proposal',
  signers: '3',
  circumstance: 'complex',
  subject: 'Đơn',
  content: 'Nội dung',
  sessionId: 'session',
  sentBy: 'Ban Tiếp công dân Trung ương',
  wantsResult: 'yes',
  secrecy: 'confidential',
  reason: '12/QĐ-UBND',
}
/** What the server adds. */
const added: Partial<Record<Act, object>> = {
  classify: { register: { year: 2026, kind: 'proposal', number: 1 } },
  bookDialogue: { on: '2026-12-01' },
}

describe('the form of a case action', () => {
  it.each(acts.filter((act) => actForms[act]))('%s has the fields that its command requires', (act) => {
    const fields = actForms[act]?.fields ?? []
    expect(fields.every((field) => isFilled(field, filled))).toBe(true)
    const data = { ...bodyOf(fields, filled), ...added[act] }
    expect(commands[act]?.data.safeParse(data), JSON.stringify(data)).toMatchObject({ success: true })
  })

  it('sends null for hidden and for empty optional fields', () => {
    const { fields = [] } = actForms.judge ?? {}
    expect(bodyOf(fields, { outcome: 'own', body: 'Sở Xây dựng', reason: ' ' })).toEqual({
      outcome: 'own',
      body: null,
      reason: null,
    })
    expect(fields.filter((field) => !isFilled(field, { outcome: 'guide' })).map(({ name }) => name)).toEqual(['body'])
  })

  it('is not whole while what was typed for a day is none, also where it may be left out', () => {
    const day: Field = { name: 'on', as: 'date' }
    const typed = ['2026-11-25', '31/11/2026', '']
    expect(typed.map((on) => isFilled(day, { on }))).toEqual([true, false, false])
    expect(typed.map((on) => isFilled({ ...day, isOptional: true }, { on }))).toEqual([true, false, true])
  })
})
