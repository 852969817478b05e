// With twenty thousand open cases, of which every tenth is near or over its deadline: how long the list of deadlines
// takes, what storing the due days of one case adds to each commit, and how long a full recount takes after a change of
// the calendar.
import type { CaseFact } from '../../shared/law/case-facts.ts'
import { calendarDayOf, dayAfter } from '../../shared/law/working-days.ts'
import { HttpServer } from '../harness/http.ts'
import type { Bench, Measurement } from './bench.ts'

const openCases = 20_000
const units = 40
const atOnce = 250

export const deadlines: Bench = {
  about: 'the list of deadlines with 20,000 open cases',
  async run({ quick }): Promise<Measurement[]> {
    const server = await HttpServer.start()
    try {
      const { account, cookie } = await server.signIn('administrator')
      const { due } = server.cases
      const today = calendarDayOf(server.now())
      const factsOf = (index: number): CaseFact[] => {
        // Taken up at once, so that of most only the resolution is still to come.
        const on = dayAfter(today, index % 10 === 0 ? -28 - (index % 7) : -2)
        return [
          { kind: 'received', on },
          { kind: 'classified', on, subject: 'complaint' },
          { kind: 'accepted', on },
          { kind: 'citizenTold', on },
        ]
      }
      const keep = (index: number) => {
        const caseId = `case-${index}`
        const unit = `Đơn vị ${index % units}`
        const title = 'Khiếu nại quyết định thu hồi đất'
        const matter = { caseId, number: `KN-${index}/2026`, title, unit, facts: factsOf(index), isProtected: false }
        return due.keep(caseId, 1, matter)
      }
      for (let from = 0; from < openCases; from += atOnce)
        await Promise.all(Array.from({ length: atOnce }, (_, offset) => keep(from + offset)))
      await due.made()

      const timed = async (times: number, work: (round: number) => Promise<unknown>): Promise<number[]> => {
        const samples: number[] = []
        for (let round = 0; round < times; round++) {
          const startedAt = performance.now()
          await work(round)
          samples.push(performance.now() - startedAt)
        }
        return samples
      }
      const get = async (path: string) => {
        const { status, text } = await server.call('GET', path, { cookie })
        if (status !== 200) throw new Error(text)
      }
      const kept = await timed(quick ? 50 : 300, (round) => keep(round))
      const list = await timed(quick ? 5 : 30, () => get('/api/deadlines'))
      const ofUnit = await timed(quick ? 5 : 30, () => get('/api/deadlines?unit=%C4%90%C6%A1n%20v%E1%BB%8B%201'))
      const file = await timed(quick ? 1 : 3, () => get('/api/deadlines.xlsx'))
      const recount = await timed(quick ? 1 : 3, async (round) => {
        const year = { year: Number(today.slice(0, 4)), daysOff: [], workedDays: [] }
        await server.law.keepYear(year, round, account.accountId)
        await due.recount()
      })
      return [
        { name: 'the due days of one case kept', unit: 'ms', samples: kept },
        { name: 'the list of deadlines', unit: 'ms', samples: list },
        { name: 'the list of one unit', unit: 'ms', samples: ofUnit },
        { name: 'the workbook', unit: 'ms', samples: file },
        { name: 'all cases counted anew', unit: 'ms', samples: recount },
      ]
    } finally {
      await server.close()
    }
  },
}
