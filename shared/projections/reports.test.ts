import { describe, expect, it } from 'vitest'
import { AccountId, RegisterRowId, TicketId } from '../kernel/ids.ts'
import type { ReportDefinition } from '../reports/definition.ts'
import { suppliedReports } from '../reports/index.ts'
import type { CaseRow } from './cases.ts'
import type { RegisterRow } from './register.ts'
import {
  createTally,
  failedChecks,
  ofCase,
  ofRegister,
  periodBefore,
  piecesOf,
  type ReportRow,
  rowsBehind,
} from './reports.ts'

function supplied(name: string): ReportDefinition {
  const found = suppliedReports.find((one) => one.name === name)
  if (!found) throw new Error(`there is no report ${name}`)
  return found
}
const receptions = supplied('receptions')
const petitions = supplied('petitions')

interface Told extends Partial<Omit<RegisterRow, 'rowId' | 'ticketId'>> {
  readonly ticket?: string
}

const aRow = (id: string, { ticket, ...told }: Told = {}): ReportRow =>
  ofRegister({
    rowId: RegisterRowId.parse(id),
    day: '2026-11-24',
    year: 2026,
    number: 1,
    ticketId: ticket ? TicketId.parse(ticket) : null,
    ticket: null,
    sessionId: null,
    caseId: null,
    citizenId: null,
    accountId: AccountId.parse('lan'),
    openedAt: 0,
    content: 'Đất đai',
    kind: 'complaint',
    people: 1,
    settledBy: null,
    isOwn: true,
    guidedTo: null,
    handledBy: null,
    note: null,
    receptionKind: 'regular',
    receivedBy: 'officer',
    isGroup: false,
    isRepeat: false,
    isProtected: false,
    isUnsorted: false,
    isVisitOver: true,
    written: [],
    revision: 0,
    closed: { at: 0, accountId: AccountId.parse('lan') },
    corrections: [],
    ...told,
  })

function counted(definition: ReportDefinition, rows: readonly ReportRow[]) {
  const tally = createTally(definition)
  for (const row of rows) tally.add(row)
  const figures = tally.figures()
  return {
    failed: failedChecks(definition, figures),
    ids: (key: string) => figures.find((one) => one.key === key)?.ids,
    /** Those that are not 0, by the number of the form. */
    values: Object.fromEntries(figures.flatMap(({ key, value }) => (value === 0 ? [] : [[key, value]]))),
  }
}

/** Worked by hand: five visits, six matters. */
const aMonth = [
  aRow('an', { ticket: 'A1' }),
  // One visit of two people about two matters.
  aRow('binh-land', { ticket: 'A2', people: 2 }),
  aRow('binh-road', { ticket: 'A2', people: 2, isRepeat: true, kind: 'reflection' }),
  // The head receives on two days, once a group of seven.
  aRow('chi', { day: '2026-11-10', receivedBy: 'head', receptionKind: 'leader', isRepeat: true }),
  aRow('dung', { day: '2026-11-17', receivedBy: 'head', receptionKind: 'leader', people: 7, isGroup: true }),
  aRow('em', { day: '2026-11-17', receivedBy: 'deputy', receptionKind: 'leader' }),
]

describe('the 29 figures of receptions', () => {
  it('equal hand-computed values, and pass their checks', () => {
    const { values, failed } = counted(receptions, aMonth)
    expect(values).toEqual({
      ...{ c1: 5, c2: 12, c3: 6 },
      ...{ c4: 2, c5: 3, c6: 2, c7: 1 },
      ...{ c12: 2, c13: 2, c14: 8, c15: 1, c16: 1, c17: 1, c18: 7, c19: 1 },
      ...{ c21: 1, c22: 1, c23: 1, c24: 1 },
    })
    expect(failed).toEqual([])
    expect(receptions.columns.map(({ number }) => Number(number))).toEqual(Array.from({ length: 29 }, (_, n) => n + 1))
  })

  it('name a failed check when a row does not say whether the matter came again', () => {
    const { values, failed, ids } = counted(receptions, [...aMonth, aRow('giang', { isRepeat: null, people: null })])
    expect(failed).toEqual([
      {
        left: 'c3',
        is: 'equal',
        right: ['c6', 'c7', 'c15', 'c16', 'c24', 'c25'],
        leftValue: 7,
        rightValue: 6,
      },
    ])
    expect(values).toMatchObject({ c1: 6, c2: 13, turnUnsaid: 1, peopleUnsaid: 1 })
    expect(ids('turnUnsaid')).toEqual(['giang'])
  })

  it('each lead to their rows', () => {
    const { ids } = counted(receptions, aMonth)
    expect(ids('c5')).toEqual(['an', 'binh-land', 'binh-road'])
    const isBehind = rowsBehind(receptions, 'c18')
    expect(aMonth.filter((row) => isBehind?.(row)).map(({ id }) => id)).toEqual(['dung'])
    expect(rowsBehind(receptions, 'c30')).toBeNull()
  })
})

describe('the summary of petitions', () => {
  const aCase = (caseId: string, told: Partial<CaseRow>, competence: CaseRow['petition']['competence'] = null) =>
    ofCase(
      {
        ...{ caseId, seq: 1, number: caseId, status: 'toClassify', kind: 'complaint', subject: '', signers: 1 },
        ...{ receivedOn: '2026-11-20', unit: null, officerId: null, isProtected: false, secrecy: 'open', changedAt: 0 },
        petition: {
          ...{ way: 'post', reception: null, competence, petitionerIds: [], readers: null },
          columns: { people: 1, isOwn: false, guidedTo: null, handledBy: null, result: null },
        },
        ...told,
      },
      caseId === 'late',
    )

  it('counts a split petition by its parts, and sums those sent elsewhere', () => {
    const { values, failed, ids } = counted(petitions, [
      aCase('whole', { status: 'split', kind: 'mixed' }),
      aCase('part', { kind: 'denunciation', status: 'closed' }, 'transfer'),
      aCase('other', { kind: 'reflection', status: 'closed' }, 'guide'),
      aCase('late', { status: 'inHand' }, 'own'),
    ])
    expect(values).toEqual({
      ...{ c1: 3, c2: 1, c3: 1, c5: 1, c7: 1, c8: 2, c9: 1, c10: 1 },
      ...{ c13: 2, c14: 1, c15: 1 },
    })
    expect(failed).toEqual([])
    expect(ids('c8')).toEqual(['other', 'part'])
  })
})

describe('the previous period', () => {
  it.each([
    ['2026-11-01', '2026-11-30', '2026-10-01', '2026-10-31'],
    ['2026-01-01', '2026-03-31', '2025-10-01', '2025-12-31'],
    ['2026-01-01', '2026-12-31', '2025-01-01', '2025-12-31'],
    ['2024-03-01', '2024-03-31', '2024-02-01', '2024-02-29'],
    ['2026-11-10', '2026-11-16', '2026-11-03', '2026-11-09'],
    ['2026-11-24', '2026-11-24', '2026-11-23', '2026-11-23'],
  ])('of %s to %s is %s to %s', (from, to, before, until) => {
    expect(periodBefore({ from, to })).toEqual({ from: before, to: until })
  })
})

it('a period is read in whole years and months where possible, otherwise in days', () => {
  expect(piecesOf({ from: '2024-12-30', to: '2026-02-02' })).toEqual([
    ...['2024-12-30', '2024-12-31', '2025', '2026-01', '2026-02-01', '2026-02-02'],
  ])
})
