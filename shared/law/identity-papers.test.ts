import { describe, expect, it } from 'vitest'
import { checklistOn, doubtAbout, personKinds } from './identity-papers.ts'

describe('the papers somebody shows', () => {
  it.each(personKinds)('of a %s begin with who they are, and stand in the decree', (kind) => {
    const { papers, source, mark } = checklistOn(kind, '2026-11-24')
    expect(papers[0]).toBe('identity')
    expect(papers).toHaveLength(new Set(papers).size)
    expect(source).toMatch(/^(khoản 1 Điều 12|Điều 13) Nghị định số 154\/2026\/NĐ-CP$/)
    expect(mark).toBe('verified')
  })

  it('of whoever speaks for another also show by what right', () => {
    expect(checklistOn('authorised', '2026-11-24').papers).toEqual(['identity', 'authorisation'])
    expect(checklistOn('lawyer', '2020-01-01').papers).toEqual(['identity', 'lawyerCard', 'requestForLawyer'])
  })
})

describe('twelve digits', () => {
  it.each([
    ['of a man of Đà Nẵng born in 1958', '048058001234', null],
    ['of a girl of Hà Nội born in 2009', '001309000123', null],
    ['of no province', '003058001234', 'province'],
    ['of a century to come', '048458001234', 'century'],
    ['of a year to come', '048230001234', 'birthYear'],
    ['that are not twelve', '04805800123', null],
  ])('%s are looked at again only when they look odd', (_whose, number, doubt) => {
    expect(doubtAbout(number, 2026)).toBe(doubt)
  })
})
