import { describe, expect, it } from 'vitest'
import { checklistOn, doubtAbout, personKinds } from './identity-papers.ts'

describe('the papers to be shown', () => {
  it.each(personKinds)('by a %s start with an identity paper and cite the decree', (kind) => {
    const { papers, source, mark } = checklistOn(kind, '2026-11-24')
    expect(papers[0]).toBe('identity')
    expect(papers).toHaveLength(new Set(papers).size)
    expect(source).toMatch(/^(khoản 1 Điều 12|Điều 13) Nghị định số 154\/2026\/NĐ-CP$/)
    expect(mark).toBe('verified')
  })

  it('by somebody who acts for another include proof of that right', () => {
    expect(checklistOn('authorised', '2026-11-24').papers).toEqual(['identity', 'authorisation'])
    expect(checklistOn('lawyer', '2020-01-01').papers).toEqual(['identity', 'lawyerCard', 'requestForLawyer'])
  })
})

describe('a twelve-digit identity number', () => {
  it.each([
    ['of a man from Đà Nẵng born in 1958', '048058001234', null],
    ['of a girl from Hà Nội born in 2009', '001309000123', null],
    ['with an unknown province', '003058001234', 'province'],
    ['with a future century', '048458001234', 'century'],
    ['with a future year of birth', '048230001234', 'birthYear'],
    ['with fewer digits', '04805800123', null],
  ])('%s: only implausible ones are reported', (_whose, number, doubt) => {
    expect(doubtAbout(number, 2026)).toBe(doubt)
  })
})
