// Measures the export of the register: a year of fifty thousand rows as a workbook compared with five thousand, from
// Redis through the record of citizens to the bytes of the file, which are discarded. Peak memory must be the same for
// both: the heap is what the export retains, the resident set what the process took from the system. The rows come from
// the lists, without journals; accesses are recorded as usual.
import { randomBytes } from 'node:crypto'
import { askedName } from '../../server/identity/citizens/blind-indexes.ts'
import { createCitizens } from '../../server/identity/citizens/citizens-record.ts'
import { registerTable } from '../../server/papers/kinds/register-sheet.ts'
import { streamedWorkbook } from '../../server/papers/model/streamed-workbook.ts'
import { rowsCalled } from '../../server/reception/register/open-rows.ts'
import { createRegisterLists } from '../../server/reception/register/register-lists.ts'
import { levelOfReceptions, shownRows } from '../../server/reception/register/register-views.ts'
import { AccountId, RegisterRowId } from '../../shared/kernel/ids.ts'
import type { RegisterRow } from '../../shared/projections/register.ts'
import { startTestRedis } from '../harness/redis.ts'
import type { Bench, Measurement } from './bench.ts'
import { memoryWhileSent } from './memory-while-sent.ts'

const agency = {
  organisation: 'Ủy ban nhân dân xã Tân Lập',
  parentOrganisation: null,
  placeName: null,
  abbreviation: null,
}
const officer = AccountId.parse('officer')
/** They come again: no chunk has one of them twice. */
const peopleRegistered = 2000

export const register: Bench = {
  about: 'the register of a year as a workbook: time and memory of 5,000 and of 50,000 rows',
  async run({ quick }): Promise<Measurement[]> {
    const years = quick ? { 500: '2025', 5000: '2026' } : { 5000: '2025', 50000: '2026' }
    const testRedis = await startTestRedis()
    try {
      const redis = testRedis.redis()
      const citizens = createCitizens(redis, randomBytes(32), Date.now)
      const noCases = { lists: { rows: async () => [] } } as never
      const lists = createRegisterLists(redis, (rows, name) => rowsCalled({ cases: noCases, citizens }, rows, name))
      const people = await Promise.all(
        Array.from({ length: peopleRegistered }, (_, n) =>
          citizens.register({
            name: `Nguyễn Văn ${n}`,
            address: 'Thôn 3, xã Tân Lập',
            phone: null,
            email: null,
            identity: { kind: 'citizenCard', number: String(n).padStart(12, '0'), issuedOn: null, issuedBy: null },
          }),
        ),
      )
      const measurements: Measurement[] = []
      for (const [count, year] of Object.entries(years)) {
        for (let number = 1; number <= Number(count); number += 500)
          await Promise.all(Array.from({ length: 500 }, async (_, n) => lists.keep(await aRow(number + n))))
        const dependencies = {
          citizens,
          accounts: { list: async () => [] } as never,
          cases: noCases,
          intakeGroup: { readerOf: async (accountId: AccountId) => ({ accountId, isOfIntakeGroup: false }) } as never,
        }
        async function* chunks() {
          for await (const rows of lists.each({ period: year, state: 'all' }))
            yield await shownRows(dependencies, rows, { accountId: officer, purpose: 'bench' })
        }
        const levelAskedAt = performance.now()
        await levelOfReceptions(dependencies, lists.each({ period: year, state: 'all' }))
        const level = performance.now() - levelAskedAt
        const exported = await memoryWhileSent(`${count} rows`, () =>
          streamedWorkbook(registerTable(chunks(), year, agency, 'open')),
        )
        const askedAt = performance.now()
        const page = { isBackwards: true, limit: 50 }
        await lists.list({ period: year, state: 'all', text: 'khong co trong so' }, page)
        const searched = performance.now() - askedAt
        const name = askedName(citizens.blindIndexOf, 'Trần Thị Không Có') ?? undefined
        const nameAskedAt = performance.now()
        await lists.list({ period: year, state: 'all', name }, page)
        const called = performance.now() - nameAskedAt
        measurements.push(
          { name: `${count} rows: the level of the file, before it begins`, unit: 'ms', samples: [level] },
          { name: `${count} rows: a name that nobody has`, unit: 'ms', samples: [called] },
          { name: `${count} rows: search that finds nothing`, unit: 'ms', samples: [searched] },
          ...exported,
        )

        async function aRow(number: number): Promise<RegisterRow> {
          const citizenId = people[number % people.length]
          if (!citizenId) throw new Error('nobody is registered')
          const month = String(1 + (number % 12)).padStart(2, '0')
          return {
            rowId: RegisterRowId.parse(`${year}-${number}`),
            day: `${year}-${month}-15`,
            year: Number(year),
            number,
            ticketId: null,
            ticket: null,
            sessionId: null,
            caseId: null,
            citizenId,
            accountId: officer,
            openedAt: 0,
            content: 'Đề nghị xem xét lại diện tích bị thu hồi và mức bồi thường khi làm đường liên xã.',
            kind: 'complaint',
            people: 1,
            settledBy: null,
            isOwn: true,
            guidedTo: null,
            handledBy: { body: 'Phòng Kinh tế', paperNumber: '12/CĐ' },
            note: null,
            receptionKind: 'regular',
            receivedBy: 'officer',
            isGroup: false,
            isRepeat: false,
            isProtected: false,
            isUnsorted: false,
            isVisitOver: true,
            written: [],
            revision: 1,
            closed: { at: 0, accountId: officer },
            corrections: [],
          }
        }
      }
      return measurements
    } finally {
      await testRedis.close()
    }
  },
}
