// /api/sessions/ID/NAME: the papers of a session as files.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { SessionId } from '../../shared/kernel/ids.ts'
import { type HttpDependencies, type PaperName, paperNames } from './dependencies.ts'
import { notFound } from './errors.ts'
import { contentDisposition, fileName } from './file-names.ts'

interface Paper {
  readonly title: string
  readonly summary: string
  readonly type: string
}

const office = 'application/vnd.openxmlformats-officedocument'
const papersByName: Readonly<Record<PaperName, Paper>> = {
  'attendance.xlsx': {
    title: 'Điểm danh',
    summary: 'Attendance as a workbook',
    type: `${office}.spreadsheetml.sheet`,
  },
  'attendance.csv': { title: 'Điểm danh', summary: 'Attendance as CSV', type: 'text/csv; charset=utf-8' },
  'minutes.docx': {
    title: 'Biên bản',
    summary: 'Minutes to be edited',
    type: `${office}.wordprocessingml.document`,
  },
  'minutes.pdf': { title: 'Biên bản', summary: 'Minutes to be read and archived', type: 'application/pdf' },
  'journal.jsonl': {
    title: 'Nhật ký',
    summary: 'The journal as JSON lines, to be checked offline with npm run verify',
    type: 'application/jsonl; charset=utf-8',
  },
  'voting-codes.pdf': {
    title: 'Mã biểu quyết',
    summary: 'The voting codes of the delegates, to be handed out',
    type: 'application/pdf',
  },
}

export const paperRoutes =
  ({ sessions, papers, now }: HttpDependencies): FastifyPluginAsyncZod =>
  async (api) => {
    for (const name of paperNames) {
      const { title, summary, type } = papersByName[name]
      api.get(
        `/sessions/:sessionId/${name}`,
        {
          config: { access: 'staffOrRecordKeeper' },
          schema: {
            tags: ['papers'],
            summary,
            description: 'For staff, and for the chair and the secretary by their own link.',
            params: z.object({ sessionId: SessionId }),
            response: {
              200: {
                description: 'the file',
                content: { [mediaTypeOf(type)]: { schema: z.custom<Uint8Array | string>() } },
              },
            },
          },
        },
        async ({ params: { sessionId } }, reply) => {
          const [state, journal, people] = await Promise.all([
            sessions.state(sessionId),
            sessions.journal(sessionId),
            sessions.people(sessionId),
          ])
          if (!state) throw notFound('session')
          const file = await papers[name]({ state, journal, people, printedAt: now() })
          const extension = name.slice(name.indexOf('.'))
          return reply
            .type(type)
            .header('content-disposition', contentDisposition(fileName(title, state.session, extension)))
            .send(file)
        },
      )
    }
  }

const mediaTypeOf = (type: string) => type.split(';')[0] ?? type
