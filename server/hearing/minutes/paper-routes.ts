// /api/sessions/ID/NAME: the papers of a session as files.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Aggregate } from '../../../shared/kernel/aggregate.ts'
import { SessionId } from '../../../shared/kernel/ids.ts'
import { PaperKind } from '../../../shared/modules/approval/contract.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { AccessRequest } from '../../identity/citizens/access-log-actor.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { Extension, IssuedPapers } from '../../papers/issued/issued-papers.ts'
import type { PaperName, Papers, Printers } from '../../papers/session-papers.ts'
import { paperNames } from '../../papers/session-papers.ts'
import { contentDisposition, fileName } from '../../platform/http/file-names.ts'
import { exportByStaff } from '../../platform/http/route-audit.ts'
import type { Appointments } from '../../reception/appointments/appointments.ts'
import { issuedMinutes } from './issued-minutes.ts'
import { paperSource, withPartyPapers } from './paper-source.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly aggregate: Aggregate<SessionState>
  readonly papers: Papers
  readonly printIssued: Printers
  readonly issuedPapers: IssuedPapers
  readonly citizens: Citizens
  readonly appointments: Appointments
  /** Of its first page, PNG. */
  readonly pictureOfPaper: (pdf: Uint8Array) => Promise<Uint8Array>
  readonly now: () => number
}

interface Paper {
  readonly title: string
  readonly summary: string
  readonly type: string
  /** Of the minutes there is one for each document of the session. */
  readonly hasVersions?: true
  /** The words of citizens are in it. */
  readonly hasWords?: true
}

const office = 'application/vnd.openxmlformats-officedocument'
const papersByName: Readonly<Record<PaperName, Paper>> = {
  'attendance.xlsx': {
    title: 'Điểm danh',
    summary: 'Attendance as a workbook',
    type: `${office}.spreadsheetml.sheet`,
  },
  'attendance.csv': { title: 'Điểm danh', summary: 'Attendance as CSV', type: 'text/csv; charset=utf-8' },
  'reading.xlsx': {
    title: 'Quán triệt tài liệu',
    summary: 'Who has opened and who has studied which document, by site and person, as a workbook',
    type: `${office}.spreadsheetml.sheet`,
  },
  'minutes.docx': {
    title: 'Biên bản',
    summary: 'Minutes to be edited',
    type: `${office}.wordprocessingml.document`,
    hasVersions: true,
    hasWords: true,
  },
  'minutes.pdf': {
    title: 'Biên bản',
    summary: 'Minutes to be read and archived',
    type: 'application/pdf',
    hasVersions: true,
    hasWords: true,
  },
  'conclusions.docx': {
    title: 'Thông báo kết luận',
    summary: 'Notice of conclusions to be edited',
    type: `${office}.wordprocessingml.document`,
    hasVersions: true,
    hasWords: true,
  },
  'conclusions.pdf': {
    title: 'Thông báo kết luận',
    summary: 'Notice of conclusions to be read and archived',
    type: 'application/pdf',
    hasVersions: true,
    hasWords: true,
  },
  'journal.jsonl': {
    title: 'Nhật ký',
    summary: 'The journal as JSON lines, to be checked offline with npm run verify',
    type: 'application/jsonl; charset=utf-8',
    hasWords: true,
  },
}

const WhichVersion = z.object({
  version: z.coerce.number().int().positive().optional().describe('which document; left out: the newest'),
})

export const paperRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    async function filed(request: AccessRequest, sessionId: SessionId, name: PaperName, version?: number) {
      const issued = issuable(name)
      const plain = await paperSource(dependencies, sessionId, version)
      const source = issued ? await withPartyPapers(dependencies, plain, request) : plain
      const file =
        (issued && (await issuedMinutes(dependencies, source, ...issued))) ?? (await dependencies.papers[name](source))
      return { file, source }
    }

    for (const name of paperNames) {
      const { title, summary, type, hasVersions, hasWords } = papersByName[name]
      api.get(
        `/sessions/:sessionId/${name}`,
        {
          config: { access: 'staffOrRecordKeeper', words: hasWords ? title : null, audit: 'export' },
          schema: {
            tags: ['papers'],
            summary,
            description: 'For staff, and for the chair and the secretary by their own link.',
            params: z.object({ sessionId: SessionId }),
            querystring: hasVersions ? WhichVersion : z.object({ version: z.never().optional() }),
            response: {
              200: {
                description: 'the file',
                content: { [mediaTypeOf(type)]: { schema: z.custom<Uint8Array | string>() } },
              },
            },
          },
        },
        async (request, reply) => {
          const { sessionId } = request.params
          const { version } = request.query
          const { file, source } = await filed(request, sessionId, name, version)
          const extension = name.slice(name.indexOf('.'))
          return reply
            .type(type)
            .header('content-disposition', contentDisposition(fileName(title, source.state.session, extension)))
            .send(file)
        },
      )
    }

    for (const kind of PaperKind.options) {
      const name: PaperName = `${kind}.pdf`
      api.get(
        `/sessions/:sessionId/${kind}.png`,
        {
          config: { access: 'staffOrRecordKeeper', words: papersByName[name].title, audit: exportByStaff },
          schema: {
            tags: ['papers'],
            summary: 'The first page as it would be printed now, to be looked at before it is issued',
            description: 'For staff, and for the chair and the secretary by their own link.',
            params: z.object({ sessionId: SessionId }),
            response: {
              200: { description: 'the picture', content: { 'image/png': { schema: z.custom<Uint8Array>() } } },
            },
          },
        },
        async (request, reply) => {
          const { file } = await filed(request, request.params.sessionId, name)
          return reply.type('image/png').send(await dependencies.pictureOfPaper(Buffer.from(file)))
        },
      )
    }
  }

/** Of which kind, and as what, for those that are issued under a number. */
function issuable(name: PaperName): [PaperKind, Extension] | null {
  switch (name) {
    case 'minutes.pdf':
      return ['minutes', 'pdf']
    case 'minutes.docx':
      return ['minutes', 'docx']
    case 'conclusions.pdf':
      return ['conclusions', 'pdf']
    case 'conclusions.docx':
      return ['conclusions', 'docx']
    default:
      return null
  }
}

const mediaTypeOf = (type: string) => type.split(';')[0] ?? type
