// The documents of a session: added by the server, read by each participant, presented page by page to all,
// acknowledged as studied (quán triệt). Their bytes are stored outside the journal, by hash.
import { z } from 'zod'
import {
  ActorReference,
  anyoneInvited,
  orAccount,
  presentRoles,
  seenActor,
  staffPresent,
  systemOnly,
  type Viewer,
} from '../../kernel/actor.ts'
import { DelegateId, DocumentId, ItemId, line, Ms, ParticipantId, type Role } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'
import { SecrecyLevel } from '../../secrecy/levels.ts'
import { type Participant, standingOf } from '../admission/contract.ts'
import type { floor } from '../floor/contract.ts'

export const DocumentFormat = z.enum(['pdf', 'docx', 'xlsx', 'pptx', 'png', 'jpeg', 'webp'])
export type DocumentFormat = z.infer<typeof DocumentFormat>

export const StoredFile = z.object({
  format: DocumentFormat,
  bytes: z.int().positive(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('of the bytes, hex; the name under which they are kept'),
})

export const maximumPages = 5000
const Page = z.int().min(1).max(maximumPages)

const Settings = z.object({
  title: line(200),
  itemId: ItemId.nullable().describe('the item of the agenda it belongs to'),
  isMarked: z.boolean().describe('shown with the name of the viewer and the time across it; not offered for saving'),
  readBefore: z.boolean().describe('to be read before the session'),
  needsAcknowledgement: z.boolean().describe('quán triệt: each says that they have studied it'),
  secrecy: SecrecyLevel.default('open'),
})

const One = z.object({ documentId: DocumentId })

export const SessionDocument = One.extend({
  ...Settings.shape,
  file: StoredFile.describe('as it was handed in'),
  shown: StoredFile.extend({ pages: Page })
    .nullable()
    .describe('what is shown page by page: a PDF or a picture; null: only to be saved and opened elsewhere'),
  scan: z.enum(['clean', 'notScanned']).describe('notScanned: this server has no virus scanner'),
  addedBy: ActorReference,
})
export type SessionDocument = z.infer<typeof SessionDocument>

const Reading = z.object({
  openedAt: z.record(ParticipantId, Ms).describe('when each first opened it'),
  acknowledgedAt: z.record(ParticipantId, Ms),
  delegates: z
    .record(DelegateId, z.object({ at: Ms, byParticipantId: ParticipantId }))
    .describe('of whom the operator of their site said that they have studied it'),
})
export type Reading = z.infer<typeof Reading>

const Presentation = One.extend({
  page: Page,
  presenterId: ParticipantId.nullable().describe('whose page and pointer it is; null: they left, staff turn the pages'),
})

/** Staff and the one it is about: who has read what is not for the others. Who waits sees nothing of the documents yet. */
const staffAndSubject = (data: { participantId: ParticipantId }) => ({
  to: 'staff' as const,
  inside: [data.participantId],
})

const State = z.object({
  documents: z.array(SessionDocument),
  presentation: Presentation.nullable(),
  holderMayPresent: z.boolean(),
  readings: z.record(DocumentId, Reading),
})
type State = z.infer<typeof State>
const nothing: State = { documents: [], presentation: null, holderMayPresent: false, readings: {} }

export const maximumDocuments = 100

export const documents = defineModule('documents', {
  commands: {
    add: command('The server has taken a document in for somebody.', systemOnly, SessionDocument, [
      'session.over',
      'secrecy.no-documents',
      'secrecy.above-session',
      'documents.exists',
      'documents.too-many',
      'documents.unknown-item',
      'documents.mark-needs-pages',
    ]),
    change: command(
      'Changes the title and the settings of a document.',
      orAccount(staffPresent),
      // Named each time: a level is not lowered by leaving it out.
      One.extend({ ...Settings.shape, secrecy: SecrecyLevel }),
      [
        'session.over',
        'secrecy.above-session',
        'documents.unknown',
        'documents.unknown-item',
        'documents.mark-needs-pages',
      ],
    ),
    remove: command('Takes a document away: nobody can open it any more.', orAccount(staffPresent), One, [
      'session.over',
      'documents.unknown',
    ]),
    letHolderPresent: command(
      'Whether the one who has the floor may present.',
      staffPresent,
      z.object({ isLet: z.boolean() }),
      ['session.over'],
    ),
    present: command(
      'Shows a document to all, at one page. Whoever presents another one takes over.',
      presentRoles('chair', 'secretary', 'siteOperator', 'citizen'),
      One.extend({ page: Page }),
      ['session.over', 'documents.unknown', 'documents.not-presenter', 'documents.no-pages', 'documents.no-such-page'],
    ),
    turnPage: command(
      'Turns to a page of the document presented. Staff who turn it become the presenter.',
      presentRoles('chair', 'secretary', 'siteOperator', 'citizen'),
      One.extend({ page: Page }),
      ['documents.not-presented', 'documents.not-presenter', 'documents.no-such-page'],
    ),
    endPresentation: command(
      'Ends the presentation.',
      presentRoles('chair', 'secretary', 'siteOperator', 'citizen'),
      z.object({}),
      ['documents.not-presented', 'documents.not-presenter'],
    ),
    open: command(
      'Somebody opens a document for themselves; one that is to be read before also before they come in.',
      anyoneInvited,
      One,
      ['session.over', 'documents.unknown'],
    ),
    acknowledge: command(
      'Somebody has studied a document; the operator of a site says it for delegates of that site too.',
      anyoneInvited,
      One.extend({ delegateIds: z.array(DelegateId).max(500) }),
      ['session.over', 'documents.unknown', 'documents.no-acknowledgement', 'documents.other-site'],
    ),
  },
  events: {
    added: event('present', SessionDocument),
    changed: event('present', One.extend(Settings.shape)),
    removed: event('present', One),
    holderLet: event('present', z.object({ isLet: z.boolean() })),
    presented: event('present', One.extend({ page: Page, presenterId: ParticipantId })),
    pageTurned: event('present', One.extend({ page: Page, presenterId: ParticipantId })),
    presentationEnded: event('present', One),
    opened: event(staffAndSubject, One.extend({ participantId: ParticipantId })),
    acknowledged: event(
      staffAndSubject,
      One.extend({ participantId: ParticipantId, delegateIds: z.array(DelegateId) }),
    ),
  },
  state: State,
  initial: nothing,
  view(state, viewer) {
    if (viewer.standing !== 'present') return nothing
    const documents = state.documents.map((one) => ({ ...one, addedBy: seenActor(one.addedBy) }))
    if (isStaff(viewer.role)) return { ...state, documents }
    return { ...state, documents, readings: Object.fromEntries(ownReadings(state.readings, viewer)) }
  },
})

/** What somebody sees of who has read what: themselves, and the delegates they spoke for. */
function* ownReadings(readings: State['readings'], { participantId }: Viewer): Iterable<[string, Reading]> {
  const own = <T>(record: Record<string, T>, isOwn: (key: string, value: T) => boolean): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([key, value]) => isOwn(key, value)))
  for (const [documentId, { openedAt, acknowledgedAt, delegates }] of Object.entries(readings)) {
    const reading = {
      openedAt: own(openedAt, (key) => key === participantId),
      acknowledgedAt: own(acknowledgedAt, (key) => key === participantId),
      delegates: own(delegates, (_key, { byParticipantId }) => byParticipantId === participantId),
    }
    // A reading begins with the first event that this viewer sees.
    if (Object.keys(reading.openedAt).length > 0 || Object.keys(reading.acknowledgedAt).length > 0)
      yield [documentId, reading]
  }
}

const isStaff = (role: Role): boolean => role === 'chair' || role === 'secretary'

export const documentOf = (
  list: readonly SessionDocument[],
  documentId: DocumentId | null | undefined,
): SessionDocument | undefined => list.find((document) => document.documentId === documentId)

/** From whom it is expected that they read: everybody invited but observers. */
export const isReader = ({ status, role }: Pick<Participant, 'status' | 'role'>): boolean =>
  role !== 'observer' && status !== 'refused' && status !== 'removed' && status !== 'withdrawn'

/** Inside, everything; before they come in, what is to be read before. */
export const mayRead = ({ readBefore }: Pick<SessionDocument, 'readBefore'>, participant: Participant): boolean =>
  standingOf(participant) === 'present' || (readBefore && isReader(participant))

type Holder = z.infer<typeof floor.state>['holder']

/** Staff always; who has the floor when staff let them. */
export const mayPresent = (
  { holderMayPresent }: Pick<State, 'holderMayPresent'>,
  holder: Holder,
  { participantId, role }: { participantId: ParticipantId; role: Role },
): boolean => isStaff(role) || (holderMayPresent && role !== 'observer' && holder?.participantId === participantId)
