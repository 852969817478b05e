// Handing documents in: what is taken, how large, and why one may be refused. For the server's intake and the pages' words.
import { z } from 'zod'
import { DelegateId, ItemId, Ms, SessionId } from '../../kernel/ids.ts'
import { DocumentFormat, documents, SessionDocument } from '../../modules/documents/contract.ts'
import { SecrecyLevel } from '../../secrecy/levels.ts'
import { Person } from '../engine/socket-events.ts'

export const maximumFileBytes = 50 * 1024 * 1024
/** Of a title: the name of the file without its ending. */
export const maximumTitleLength = 200

/** The endings of names, and the one format that each promises. */
export const formatsByExtension: Readonly<Record<string, DocumentFormat>> = {
  pdf: 'pdf',
  docx: 'docx',
  xlsx: 'xlsx',
  pptx: 'pptx',
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  webp: 'webp',
}

/** Why a file is not taken in; nothing of it is kept then. As codes of the REST API: `document.empty` and so on. */
export const documentFaults = [
  'no-file',
  'empty',
  'too-large',
  'no-room',
  'bad-name',
  'name-too-long',
  'unknown-type',
  'wrong-type',
  'unpacks-too-large',
  'too-demanding',
  'state-secret',
  'broken',
  'encrypted',
  'too-many-pages',
  'picture-too-large',
  'infected',
  'scan-failed',
  'marked',
  'cannot-be-marked',
] as const
export type DocumentFault = (typeof documentFaults)[number]

const yesOrNo = z.stringbool().default(false)

/** The query of an upload. */
export const NewDocument = z.object({
  itemId: ItemId.optional().describe('the item of the agenda it belongs to'),
  isMarked: yesOrNo.describe('shown with the name of the viewer and the time across it'),
  readBefore: yesOrNo.describe('to be read before the session'),
  needsAcknowledgement: yesOrNo.describe('each says that they have studied it'),
  secrecy: SecrecyLevel.optional().describe('at most that of the session; none: as the session'),
})

export const DocumentSettings = documents.commands.change.data
  .omit({ documentId: true })
  .meta({ id: 'DocumentSettings' })

export const ListedDocument = SessionDocument.extend({
  openedCount: z.int().describe('participants who have opened it'),
  acknowledgedCount: z.int().describe('participants and delegates who have studied it'),
}).meta({ id: 'Document' })
export type ListedDocument = z.infer<typeof ListedDocument>
export const DocumentList = z.object({ documents: z.array(ListedDocument) }).meta({ id: 'DocumentList' })

export const ToRead = z
  .object({
    sessionId: SessionId,
    documents: z.array(
      SessionDocument.pick({
        documentId: true,
        title: true,
        isMarked: true,
        needsAcknowledgement: true,
        secrecy: true,
      }).extend({
        itemTitle: z.string().nullable().describe('of the item of the agenda it belongs to'),
        file: z.object({ format: DocumentFormat, bytes: z.int() }),
        shown: z
          .object({ format: DocumentFormat, pages: z.int() })
          .nullable()
          .describe('null: only to be saved and opened elsewhere'),
        openedAt: Ms.nullable().describe('when one first opened it'),
        acknowledgedAt: Ms.nullable(),
        delegates: z
          .array(
            z.object({
              delegateId: DelegateId,
              person: Person.nullable().describe('null: erased'),
              acknowledgedAt: Ms.nullable(),
            }),
          )
          .describe('of the own site, for its operator'),
      }),
    ),
  })
  .meta({ id: 'ToRead' })
export type ToRead = z.infer<typeof ToRead>

export const Study = documents.commands.acknowledge.data.pick({ delegateIds: true }).meta({ id: 'Study' })
