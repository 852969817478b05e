// The report of a year: every row of the register goes by once, for it and for the year before.

import { createOverviewFigures } from '../../server/overview/figures.ts'
import { createRegisterLists } from '../../server/register/register-lists.ts'
import { createReports } from '../../server/reports/reports.ts'
import { AccountId, RegisterRowId } from '../../shared/kernel/ids.ts'
import type { RegisterRow } from '../../shared/projections/register.ts'
import { startTestRedis } from '../harness/redis.ts'
import type { Bench, Measurement } from './bench.ts'

const accountId = AccountId.parse('officer')
const runs = 5

export const reports: Bench = {
  about:
    'the 29 numbers of receptions over a year of 50,000 visits, the rows behind one of them, the overview of that year',
  async run({ quick }): Promise<Measurement[]> {
    const count = quick ? 5000 : 50_000
    const testRedis = await startTestRedis()
    try {
      const redis = testRedis.redis()
      const lists = createRegisterLists(redis, async () => [])
      for (let number = 1; number <= count; number += 500)
        await Promise.all(Array.from({ length: 500 }, (_, n) => lists.keep(aRow(number + n))))
      const room = createReports({
        redis,
        register: { lists },
        cases: { lists: { list: async () => ({ rows: [], next: null }) }, due: { urgent: async () => [] } },
        now: Date.now,
      })
      const period = { from: '2026-01-01', to: '2026-12-31' }
      const definition = await room.definition('receptions', period)
      if (!definition) throw new Error('no definition is in force')
      const asked = { definition, period, unit: null }
      const nothing = { between: async () => [], firstDay: async () => null }
      const overview = createOverviewFigures({
        facts: {
          ...{ sessions: nothing, days: nothing, overdue: nothing, followUps: { read: async () => new Map() } },
          settled: async () => undefined,
          isCatchingUp: () => false,
          overdueNow: async () => new Map(),
        },
        register: { lists },
        sessionLists: { assignments: async () => [] },
        now: Date.now,
      })
      const [figures, rows, overviews]: [number[], number[], number[]] = [[], [], []]
      for (let run = 0; run < runs; run++) {
        const begun = performance.now()
        await room.figures(asked)
        figures.push(performance.now() - begun)
        const opened = performance.now()
        await room.rows(asked, 'c16', { after: 0, limit: 50 })
        rows.push(performance.now() - opened)
        const looked = performance.now()
        await overview.read(period, null)
        overviews.push(performance.now() - looked)
      }
      return [
        { name: `${count} rows: all figures`, unit: 'ms', samples: figures },
        { name: `${count} rows: first page behind a figure`, unit: 'ms', samples: rows },
        { name: `${count} rows: the overview`, unit: 'ms', samples: overviews },
      ]
    } finally {
      await testRedis.close()
    }
  },
}

function aRow(number: number): RegisterRow {
  const month = String(1 + (number % 12)).padStart(2, '0')
  return {
    rowId: RegisterRowId.parse(`row-${number}`),
    day: `2026-${month}-15`,
    year: 2026,
    number,
    ticketId: null,
    ticket: null,
    sessionId: null,
    caseId: null,
    citizenId: null,
    accountId,
    openedAt: 0,
    content: 'Đề nghị xem xét lại diện tích bị thu hồi và mức bồi thường khi làm đường liên xã.',
    kind: 'complaint',
    people: 1 + (number % 3),
    settledBy: null,
    isOwn: true,
    guidedTo: null,
    handledBy: { body: 'Phòng Kinh tế', paperNumber: '12/CĐ' },
    note: null,
    receptionKind: 'regular',
    receivedBy: number % 20 === 0 ? 'head' : 'officer',
    isGroup: number % 100 === 0,
    isRepeat: number % 4 === 0,
    isProtected: false,
    isVisitOver: true,
    written: [],
    revision: 1,
    closed: { at: 0, accountId },
    corrections: [],
  }
}
