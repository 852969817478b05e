// Measures the report of a year: every row of the register is processed once, for this year and for the one before. The
// workbook of all rows behind a figure is written while it is sent: its memory must equal that of a tenth of the rows.
import { randomBytes } from 'node:crypto'
import { createOverviewFigures } from '../../server/figures/overview/figures.ts'
import { createReports } from '../../server/figures/reports/reports.ts'
import { createCitizens } from '../../server/identity/citizens/citizens-record.ts'
import { registerFiles } from '../../server/papers/printers.ts'
import { createRegisterLists } from '../../server/reception/register/register-lists.ts'
import { shownRows } from '../../server/reception/register/register-views.ts'
import { AccountId, type CitizenId, RegisterRowId } from '../../shared/kernel/ids.ts'
import type { RegisterRow } from '../../shared/projections/register.ts'
import { agencyCalled } from '../harness/agency.ts'
import { startTestRedis } from '../harness/redis.ts'
import type { Bench, Measurement } from './bench.ts'
import { memoryWhileSent } from './memory-while-sent.ts'

const accountId = AccountId.parse('officer')
const runs = 5
/** They come again: no chunk has one of them twice. */
const peopleRegistered = 2000
/** Every visit is behind it. */
const everyVisit = 'c1'
const agency = {
  organisation: 'Ủy ban nhân dân xã Tân Lập',
  parentOrganisation: null,
  placeName: null,
  abbreviation: null,
}

export const reports: Bench = {
  about:
    'the 29 numbers of receptions over a year of 50,000 visits, the rows behind one of them, the overview of that year; time and memory of the workbook of all rows behind one, of 5,000 and of 50,000',
  async run({ quick }): Promise<Measurement[]> {
    const count = quick ? 5000 : 50_000
    const testRedis = await startTestRedis()
    try {
      const redis = testRedis.redis()
      const lists = createRegisterLists(redis, async () => [])
      const citizens = createCitizens(redis, randomBytes(32), Date.now)
      const people: CitizenId[] = []
      for (let n = 0; n < peopleRegistered; n++)
        people.push(
          await citizens.register({
            name: `Nguyễn Văn ${n}`,
            ...{ address: 'Thôn 3, xã Tân Lập', phone: null, email: null, identity: null },
          }),
        )
      const keepYear = async (year: number, rows: number) => {
        for (let number = 1; number <= rows; number += 500)
          await Promise.all(
            Array.from({ length: 500 }, (_, n) =>
              lists.keep(aRow(year, number + n, people[(number + n) % people.length] ?? null)),
            ),
          )
      }
      await keepYear(2025, count / 10)
      await keepYear(2026, count)
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
      const noCases = { lists: { rows: async () => [] } } as never
      const nobody = { readerOf: async () => ({ accountId, isOfIntakeGroup: false }) } as never
      const shown = { citizens, accounts: { list: async () => [] } as never, cases: noCases, intakeGroup: nobody }
      const workbook = (year: number) => {
        const of = { ...asked, period: { from: `${year}-01-01`, to: `${year}-12-31` } }
        async function* chunks() {
          for await (const behind of room.receptionsBehind(of, everyVisit) ?? [])
            yield await shownRows(shown, behind, { accountId, purpose: 'bench' })
        }
        return registerFiles(agencyCalled(agency)).xlsx(chunks(), { figure: 'Số lượt tiếp', ...of.period }, 'open')
      }
      // The first is not counted: code is compiled and fonts of the process are where they stay.
      await memoryWhileSent('warm', () => workbook(2025))
      const ofFew = await memoryWhileSent(`${count / 10} rows behind a figure`, () => workbook(2025))
      const ofMany = await memoryWhileSent(`${count} rows behind a figure`, () => workbook(2026))
      return [
        ...ofFew,
        ...ofMany,
        { name: `${count} rows: all figures`, unit: 'ms', samples: figures },
        { name: `${count} rows: first page behind a figure`, unit: 'ms', samples: rows },
        { name: `${count} rows: the overview`, unit: 'ms', samples: overviews },
      ]
    } finally {
      await testRedis.close()
    }
  },
}

function aRow(year: number, number: number, citizenId: CitizenId | null): RegisterRow {
  const month = String(1 + (number % 12)).padStart(2, '0')
  return {
    rowId: RegisterRowId.parse(`${year}-${number}`),
    day: `${year}-${month}-15`,
    year,
    number,
    ticketId: null,
    ticket: null,
    sessionId: null,
    caseId: null,
    citizenId,
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
    isUnsorted: false,
    isVisitOver: true,
    written: [],
    revision: 1,
    closed: { at: 0, accountId },
    corrections: [],
  }
}
