// /api/conclusions: the assignments of all sessions that are over, and what becomes of them.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { followUp } from '../../shared/cases/follow-up/contract.ts'
import type { Wish } from '../../shared/kernel/aggregate.ts'
import { type Assignment, assignmentsOf, isOverdue } from '../../shared/projections/conclusions.ts'
import { type Conclusion, ConclusionList } from '../../shared/wire/conclusions.ts'
import type { HttpDependencies } from './dependencies.ts'
import { notFound, rejected } from './errors.ts'
import { contentDisposition } from './file-names.ts'
import { accountOf } from './guard.ts'
import { wish } from './wish.ts'

const tags = ['conclusions']
const AtEntry = z.object({ entryId: z.uuid() })
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const acts = {
  progress: {
    summary: 'Say how far an assignment has come',
    contract: followUp.commands.noteProgress,
    name: 'noteProgress',
  },
  evidence: { summary: 'Name what shows it', contract: followUp.commands.addEvidence, name: 'addEvidence' },
  report: { summary: 'Report that it is done', contract: followUp.commands.report, name: 'report' },
  acceptance: { summary: 'Accept the report', contract: followUp.commands.accept, name: 'accept' },
  return: { summary: 'Return the report, with the reason', contract: followUp.commands.return, name: 'return' },
} as const

export const conclusionRoutes =
  (dependencies: HttpDependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { followUps, conclusionsXlsx, now } = dependencies

    api.get(
      '/conclusions',
      {
        config: { access: 'staff' },
        schema: { tags, summary: 'The assignments of all sessions that are over', response: { 200: ConclusionList } },
      },
      async () => ({ conclusions: await conclusionsOf(dependencies) }),
    )

    api.get(
      '/conclusions.xlsx',
      {
        config: { access: 'staff' },
        schema: {
          tags,
          summary: 'The same as a workbook',
          response: { 200: { description: 'the file', content: { [xlsx]: { schema: z.custom<Uint8Array>() } } } },
        },
      },
      async (_request, reply) => {
        const file = await conclusionsXlsx(await conclusionsOf(dependencies), now())
        return reply
          .type(xlsx)
          .header('content-disposition', contentDisposition(`Theo dõi kết luận - ${todayInVietnam(now())}.xlsx`))
          .send(file)
      },
    )

    for (const [path, { summary, contract, name }] of Object.entries(acts))
      api.post(
        `/conclusions/:entryId/${path}`,
        {
          config: { access: 'staff' },
          schema: { tags, summary, params: AtEntry, body: contract.data, response: { 204: z.undefined() } },
        },
        async (request, reply) => {
          const { entryId } = request.params
          const known = await assignments(dependencies)
          if (!known.some((assignment) => assignment.entryId === entryId)) throw notFound('assignment')
          const { accountId } = accountOf(request)
          const act: Wish = wish(followUp, name, request.body)
          const rejection = await followUps.dispatch(entryId, { kind: 'account', accountId }, act)
          if (rejection) throw rejected(rejection)
          return reply.code(204).send()
        },
      )
  }

const assignments = async ({ sessions }: Pick<HttpDependencies, 'sessions'>): Promise<Assignment[]> =>
  (await sessions.list()).flatMap(assignmentsOf)

/** What is due first stands first; what has no day, last. */
async function conclusionsOf(dependencies: HttpDependencies): Promise<Conclusion[]> {
  const { followUps, accounts, now } = dependencies
  const names = new Map((await accounts.list()).map(({ accountId, displayName }) => [accountId, displayName]))
  const today = todayInVietnam(now())
  const found = await Promise.all(
    (await assignments(dependencies)).map(async (assignment): Promise<Conclusion> => {
      const { status, steps } = await followUps.state(assignment.entryId)
      return {
        ...assignment,
        supportingUnits: [...assignment.supportingUnits],
        status,
        isOverdue: isOverdue(assignment.dueOn, status === 'accepted', today),
        steps: steps.map(({ byAccountId, ...step }) => ({
          ...step,
          by: byAccountId === null ? null : (names.get(byAccountId) ?? null),
        })),
      }
    }),
  )
  return found.sort(
    (one, other) => (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999') || other.heldAt - one.heldAt,
  )
}

const todayInVietnam = (at: number): string =>
  new Date(at).toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })
