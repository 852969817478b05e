// Every answer that is not what was asked for: { error: { code, message, field?, incident? } }, in words that say what to do.
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import type { Rejection } from '../../../shared/kernel/rejection.ts'
import type { ErrorReply } from '../../../shared/wire/rest.ts'
import type { SecrecyRefusal } from '../../../shared/wire/secrecy.ts'
import { caseRejectionTexts } from '../../casework/cases/case-rejections.ts'
import { personalRequestRejectionTexts } from '../../custody/personal-data/personal-request-rejections.ts'
import { retentionRejectionTexts } from '../../custody/retention/retention-rejections.ts'
import { AgencyMissing } from '../../papers/agency/agency.ts'
import { TemplateError } from '../../papers/templates/template-error.ts'
import { Busy } from '../bounded.ts'
import { BrokenJournal } from '../broken-journal.ts'
import { reportFault, Unavailable } from '../errors.ts'
import { PlaceFault } from '../store/place.ts'
import { NoNetworkWall } from '../walls.ts'

/** An answer that a route gives by throwing. Its message is shown. */
export class HttpError extends Error {
  override name = 'HttpError'
  readonly statusCode: number
  readonly code: string
  readonly field: string | undefined
  readonly retryAfterMs: number | undefined

  constructor(statusCode: number, code: string, message: string, more: { field?: string; retryAfterMs?: number } = {}) {
    super(message)
    this.statusCode = statusCode
    this.code = code
    this.field = more.field
    this.retryAfterMs = more.retryAfterMs
  }
}

export const notFound = (what: string) => new HttpError(404, 'not-found', `There is no such ${what}.`)

const unavailableText = 'The server cannot reach its database now. Nothing was changed; try again in a moment.'
const brokenJournalText =
  'What is kept of this was changed past the server: it is closed, so that nothing false is shown or written. Tell the administrator of the server, who finds on /health which journal it is and restores it from a backup.'
const filesNotReadText =
  'This server reads no files that are handed in, since it cannot shut the programs in that read them. Nothing was changed; tell whoever runs the server, who finds on /health what is missing.'
const storeAwayText =
  'Stored files cannot be reached now. Nothing was changed and nothing is lost; try again in a few minutes, and tell whoever runs the server.'
const templateTexts: Readonly<Record<TemplateError['fault'], string>> = {
  broken: 'The fields of the template cannot be read: check their braces. The field says which.',
  damaged: 'The file cannot be read as a Word file. Open it in Word, save it anew, hand it in again.',
  'too-demanding':
    'The file needs far more memory or time to be filled in than a template does. Make it simpler, or take it away.',
  'missing-fields': 'Fields that this paper must have are missing: see which.',
  'unknown-fields': 'The template has fields that this paper does not know: see which.',
  'not-docx': 'A template is a Word file (.docx).',
  'one-file': 'Send one file.',
  'no-converter': 'This server has no LibreOffice, without which the PDF of a template cannot be made.',
  'not-printed':
    'The template of the agency cannot be printed now. The number is kept; try again, or take the template away.',
}
const agencyMissingText =
  'Papers are issued in the name of the agency, and nobody has said what it is called yet. An administrator enters it at /staff/agency; then issue again. Nothing was changed.'
const unavailableForMs = 2000

/** The rejections that a command from REST can meet. */
const rejectionTexts: Readonly<Record<string, readonly [statusCode: number, text: string]>> = {
  ...caseRejectionTexts,
  ...retentionRejectionTexts,
  ...personalRequestRejectionTexts,
  invalid: [400, 'A value of the command is not valid.'],
  forbidden: [403, 'Staff may not do this through this interface.'],
  conflict: [409, 'The session was changed by others at the same time. Load it again and repeat what is still wanted.'],
  unavailable: [503, unavailableText],
  'journal-broken': [409, brokenJournalText],
  'session.not-scheduled': [409, 'Only a session that has not been opened can be opened, changed or cancelled.'],
  'visit.no-note-taker': [409, 'A reception is opened when the secretary, who takes the notes, is in the room.'],
  'submission.not-reception': [409, 'Papers are sent at receptions and dialogues alone.'],
  'submission.not-citizen': [403, 'Only a citizen sends papers in this way.'],
  'submission.not-present': [403, 'Papers are sent from the room: wait until you are let in.'],
  'submission.same': [409, 'The agency has this very file from you already.'],
  'submission.too-many': [409, 'You have sent as many papers as one reception can hold.'],
  'submission.too-large': [413, 'The papers you have sent are together larger than one reception can hold.'],
  'submission.unknown': [404, 'There is no such paper of yours.'],
  'submission.listed': [409, 'The officer has put this paper on the list of papers handed in: it stays.'],
  'protection.not-protected': [409, 'This session is no visit of somebody who denounces.'],
  'protection.no-waiver': [
    409,
    'Who denounces is protected: branch sites and observers take part only once their written agreement is on file.',
  ],
  'protection.nothing-waived': [409, 'No written agreement is noted: there is nothing to take back.'],
  'protection.not-reception': [409, 'Only a reception can be protected as that of a denouncer.'],
  'protection.no-reader': [
    409,
    'Nobody is known who may read it then. Book the visit by an account, or call it from the queue.',
  ],
  'protection.outsiders-inside': [
    409,
    'Somebody of a branch site, or who looks on, is still there: send them out first, as the secretary or the chair in the room.',
  ],
  'protection.interpreter-unknown': [
    409,
    'Staff do not know yet who the interpreter is: look at their papers, or end the interpretation.',
  ],
  'protection.captioner-unknown': [
    409,
    'Staff do not know yet who the captioner is: look at their papers, or let somebody else write the captions.',
  ],
  'protection.not-signed-yet': [409, 'The paper is dated after today. Check the day.'],
  'accessList.no-part': [
    403,
    'Links, voting codes and the waiver of the minutes are for whoever booked the session and the accounts named for it.',
  ],
  'accessList.too-many': [409, 'So many accounts may open it already: take one back first.'],
  'accessList.not-named': [404, 'This account is not named for the session.'],
  'protection.too-many-readers': [409, 'So many accounts may read it already.'],
  'queue.secrecy-online': [
    409,
    'A denunciation is received online only from somebody who does not ask for secrecy. Come to a desk, or send it by post.',
  ],
  'receipt.nothing': [409, 'Nothing was handed in since the last receipt.'],
  'receipt.not-officer': [403, 'Only the chair or the secretary, while in the room, issues a receipt.'],
  'receipt.unconfirmed': [409, 'The receipt names the identity paper of the citizen: confirm who they are first.'],
  'dialogue.no-chair': [409, 'The minutes of a dialogue need a chair who was there.'],
  'dialogue.no-note-taker': [409, 'The minutes of a dialogue need a note-taker who was there.'],
  'dialogue.no-complainant': [409, 'Enter who complains, in the panel of the dialogue.'],
  'dialogue.attendance-open': [409, 'Say of each party whether they were there, or why not.'],
  'dialogue.nothing-written': [409, 'Write the purpose of the dialogue first.'],
  'dialogue.not-read-back': [409, 'Read the minutes back to the parties before they are signed.'],
  'dialogue.not-reception': [409, 'A dialogue is a session of the kind reception.'],
  'dialogue.ended': [409, 'The session is sealed or cancelled: its dialogue does not change.'],
  'dialogue.signed': [409, 'The minutes are signed: nothing of the dialogue changes.'],
  'withdrawal.unknown-paper': [404, 'This session has issued no such paper.'],
  'withdrawal.stands-no-more': [409, 'This paper was withdrawn before.'],
  'withdrawal.by-itself': [409, 'A paper is not replaced by itself: give the number of the new one.'],
  'supplement.not-sealed': [
    409,
    'The session is not sealed yet: its minutes are corrected by a new document. Begin the correction in the room of the session.',
  ],
  'supplement.not-issued': [409, 'No minutes were issued for this session: there is nothing to add to or to correct.'],
  'supplement.already-written': [409, 'This supplement was written before.'],
  'supplement.too-many': [409, 'This session has as many supplements as there may be.'],
  'notice.sealed': [409, 'The session is sealed: no notice can be issued from it any more.'],
  'notice.unknown-refusal': [404, 'There is no such refusal in this session.'],
  'notice.not-owed': [409, 'On this ground no notice in writing is owed.'],
  'notice.already-issued': [409, 'The notice of this refusal was issued before.'],
  'identity.not-going-on': [409, 'The papers of this person are not being looked at: begin the check first.'],
  'identity.not-officer': [403, 'Only the chair or the secretary, while in the room, confirms who somebody is.'],
  'identity.papers-missing': [409, 'A paper that this kind of person must show is missing: confirm later.'],
  'statement.not-yours': [403, 'A statement is signed by whose words it holds.'],
  'statement.other-version': [409, 'The statement was settled or changed meanwhile: read it again.'],
  'session.not-open': [409, 'Only a session that is open or suspended can be closed.'],
  'session.not-closed': [409, 'Only a closed session can be sealed: close it first.'],
  'secrecy.reception': [
    409,
    'A reception must be recorded, a secret of the state must not be: a reception cannot have the level Mật or higher. Book a conference.',
  ],
  'secrecy.no-documents': [
    409,
    'A session of the level Mật or higher takes no documents in: hand them out on paper and collect them afterwards.',
  ],
  'devices.unconfirmed': [
    409,
    'A session of the level Mật or higher opens once the device checklist is confirmed of every room, in the room itself.',
  ],
  'devices.going-on': [
    409,
    'A session of the level Mật or higher is going on: suspend it, add the site, confirm its devices, then resume.',
  ],
  'secrecy.above-session': [
    409,
    'A document cannot have a higher level of secrecy than its session: whoever is in the session may open it.',
  ],
  'secrecy.named-only': [
    409,
    'To a session of the level Mật or higher only chair, secretary and site operators are invited, each by name.',
  ],
  'session.over': [409, 'The session is over: its sites, participants and links can no longer be changed.'],
  'sites.second-centre': [409, 'A session has one centre site: make the others branch sites.'],
  'documents.unknown': [404, 'There is no such document in this session.'],
  'documents.unknown-item': [409, 'There is no such item on the agenda.'],
  'documents.no-acknowledgement': [409, 'This document does not ask for an acknowledgement of study.'],
  'documents.other-site': [409, 'The operator of a site speaks for the delegates of that site alone.'],
  'documents.too-many': [409, 'The session has as many documents as it can hold: take away those not needed.'],
  'documents.mark-needs-pages': [409, 'A document that is not shown page by page cannot be marked: use a PDF file.'],
  'approval.sealed': [409, 'The session is sealed: nothing can be signed or issued any more.'],
  'approval.minutes-owed': [
    409,
    'The minutes are neither issued nor waived, and a sealed session takes no signature any more: issue them, or waive them with the reason.',
  ],
  'approval.already-waived': [409, 'The minutes are waived already.'],
  'approval.not-closed': [409, 'The minutes can be signed once the session is closed.'],
  'approval.not-signatory': [403, 'Only the secretary and the chair sign.'],
  'approval.already-signed': [409, 'The minutes have this signature already.'],
  'approval.secretary-first': [409, 'The secretary signs first, then the chair.'],
  'approval.other-text': [409, 'The text has changed since it was read: read it again, then sign.'],
  'approval.not-signed': [409, 'A paper is issued once secretary and chair have signed the minutes.'],
  'approval.no-signatory': [
    409,
    'A notice of conclusions is issued with who signs it: the form, the office, the name.',
  ],
  'approval.unneeded-signatory': [409, 'Minutes are signed by the secretary and the chair: they take no signatory.'],
  'approval.unknown-recipient': [404, 'A recipient is nobody of this session.'],
  'followUp.accepted': [409, 'The assignment is done and accepted: nothing more is written of it.'],
  'followUp.reported': [409, 'It is reported done already: it waits for the word of the chair’s office.'],
  'followUp.not-reported': [409, 'Only a report that it is done is accepted or returned.'],
  'followUp.too-many': [409, 'There are too many entries about this assignment.'],
  'followUp.too-many-files': [409, 'There are too many files with this assignment.'],
  'followUp.no-evidence': [400, 'Evidence is a file, or the place where it is kept.'],
  'followUp.reminded': [409, 'The unit has been reminded meanwhile: look at the list again.'],
  'appointments.other-day': [409, 'This day has another date.'],
  'appointments.sitting-exists': [409, 'This sitting has been planned already.'],
  'appointments.too-many-sittings': [409, 'There are as many sittings on this day as it can hold.'],
  'appointments.slots-overlap': [400, 'Two appointments of this sitting overlap, or the last one ends after midnight.'],
  'appointments.officer-busy': [409, 'This officer receives elsewhere at that time.'],
  'appointments.own-substitute': [400, 'Somebody else has to step in: choose another substitute.'],
  'appointments.unknown-sitting': [404, 'There is no such sitting on this day.'],
  'appointments.sitting-cancelled': [409, 'This sitting has been called off.'],
  'appointments.slot-taken': [409, 'More citizens have booked one of these hours than the change leaves places for.'],
  'appointments.way-taken': [409, 'A citizen has booked a site, or a way in, that the change takes away.'],
  'appointments.not-begun': [409, 'The sitting has not begun yet.'],
  'appointments.unknown-slot': [409, 'There is no appointment at this hour.'],
  'appointments.slot-full': [409, 'Somebody else was faster: this hour is taken. Choose another.'],
  'appointments.too-late': [409, 'This hour is over. Choose another.'],
  'appointments.way-closed': [409, 'This sitting cannot be attended in this way. Choose a site.'],
  'appointments.secrecy-at-site': [409, 'Whoever asks for secrecy is received at a site alone.'],
  'appointments.exists': [409, 'This appointment has been booked already.'],
  'appointments.no-authorisation': [409, 'Whoever speaks for another brings the authorisation in writing.'],
  'appointments.group-too-small': [409, 'So few people are no group: one of them books, or each for themselves.'],
  'appointments.too-many-representatives': [409, 'A group of this size is represented by fewer people.'],
  'appointments.no-group-paper': [409, 'The group names its representatives in writing, signed by all.'],
  'appointments.unknown': [404, 'There is no such appointment on this day.'],
  'appointments.not-open': [409, 'This appointment has been given back or called off.'],
  'appointments.reminded': [409, 'The citizen has been reminded already.'],
  'intakeGroup.too-many': [409, 'The intake group has as many accounts as it can hold: take one out first.'],
  'intakeGroup.not-named': [404, 'This account is not in the intake group.'],
  'desks.for-intake-group': [
    403,
    'A desk for denunciations is opened by somebody of the intake group alone. An administrator names it, at /staff/accounts.',
  ],
  'queue.for-intake-group': [
    403,
    'Who denounces is called, named and written to by the intake group and by their own desk alone.',
  ],
  'register.for-intake-group': [
    403,
    'A row of who denounces, or may, is written by whoever received them, and by the intake group.',
  ],
  'register.not-begun': [409, 'The visit has not begun.'],
  'register.has-row': [409, 'This visit stands in the register already.'],
  'register.number-taken': [409, 'This number of the year is given.'],
  'register.full': [409, 'The register of this day has as many rows as it can hold.'],
  'register.unknown': [404, 'There is no such row in the register of this day.'],
  'register.has-case': [409, 'Another case was made of this matter.'],
  'register.changed': [409, 'Somebody else has written this row meanwhile: look at it again.'],
  'register.closed': [409, 'The row is closed: correct it, with the reason.'],
  'register.open': [409, 'The row is open: write into it, there is nothing to correct.'],
  'register.incomplete': [409, 'The row is not complete.'],
  'register.visit-going-on': [409, 'The citizen is at the desk: close the row when the visit is over.'],
  'register.too-many-corrections': [409, 'This row has as many corrections as it can hold.'],
  'readiness.gates-missing': [
    409,
    'The reception is not ready: of its gates not all are passed in time. See its readiness; or open it with a reason, which is written down with your name.',
  ],
  'readiness.unknown-site': [404, 'There is no such site in this session.'],
  'admission.unknown': [404, 'There is no such participant in this session.'],
  'selftest.too-many': [409, 'This participant has made as many tests as a session keeps.'],
  'admission.unknown-site': [409, 'The participant needs a site of this session: a site operator always has one.'],
  'admission.second-chair': [409, 'A session has one chair: give the others another role.'],
  'admission.too-many': [409, 'The session has as many participants as it can hold.'],
}

export function rejected(rejection: Rejection, field?: string): HttpError {
  const { code, params } = rejection
  const [statusCode, text] = rejectionTexts[code] ?? [409, `The session refuses this: ${code}.`]
  const more = { ...(field !== undefined && { field }), ...(statusCode === 503 && { retryAfterMs: unavailableForMs }) }
  if (code === 'register.incomplete')
    return new HttpError(409, code, `Still to be written: column ${params.columns}.`, more)
  if (code === 'internal') return new CommandFault(String(params.incident ?? ''))
  return new HttpError(statusCode, code, field === undefined ? text : `${field}: ${text}`, more)
}

const secrecyTexts: Readonly<Record<SecrecyRefusal, string>> = {
  'secrecy.internet':
    'This installation is reached from the Internet: nothing of the level Mật or higher is handled here.',
  'secrecy.agency-network':
    'This installation is on a network of agencies: nothing of the level Mật or higher is handled here, only on a closed local network.',
  'secrecy.route-found':
    'This server has found a way to the Internet: nothing of the level Mật or higher is handled until it is cut. Tell the operator.',
  'secrecy.route-unknown':
    'This server has not yet made sure that it has no way to the Internet. Try again in a minute.',
}

/** Names the law. */
export const secrecyRefused = (refusal: SecrecyRefusal, source: string, field: string): HttpError =>
  new HttpError(409, refusal, `${secrecyTexts[refusal]} ${source}.`, { field })

export const notNamed = (source: string): HttpError =>
  new HttpError(
    403,
    'secrecy.not-named',
    'This session holds secrets of the state: it is for those named for it alone. Whoever needs it for their task asks the person who ' +
      `booked it, or an administrator, to be named. ${source}.`,
  )

export const accessSuspended = (): HttpError =>
  new HttpError(
    403,
    'account.suspended',
    'The password of this account was reset: what is protected stays shut until somebody else who reads such matters has confirmed ' +
      'that it is the same person. Your page of notices says who can.',
  )

/** `bookedBy`: the name of whom to ask, null when that account is gone. */
export const noPart = (bookedBy: string | null): HttpError =>
  new HttpError(
    403,
    'accessList.no-part',
    'Links, voting codes and the waiver of the minutes of this session are for whoever booked it and the accounts named for it. Ask ' +
      `${bookedBy === null ? 'an administrator' : `${bookedBy}, who booked it, or an administrator,`} to name you, with the reason.`,
  )

export const noPublicPages = (source: string): HttpError =>
  new HttpError(
    403,
    'secrecy.no-public-pages',
    `This server stands on a closed network: it has no pages for the public. Come to the agency, or call it. ${source}.`,
  )

/** The session's actor has logged it under this number already. */
class CommandFault extends HttpError {
  readonly incident: string

  constructor(incident: string) {
    super(500, 'internal', '')
    this.incident = incident
  }
}

/** Fastify’s error handler. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof CommandFault) return sendInternal(reply, error.incident)
  if (error instanceof HttpError) {
    if (error.retryAfterMs !== undefined) retryAfter(reply, error.retryAfterMs)
    const { code, message, field } = error
    return sendError(reply, error.statusCode, { code, message, ...(field !== undefined && { field }) })
  }
  if (error instanceof TemplateError) {
    const { fault, names } = error
    const code = `template.${fault}`
    return sendError(reply, fault === 'not-printed' ? 503 : 422, {
      code,
      message: templateTexts[fault],
      ...(names.length > 0 && { field: names.join(', ') }),
    })
  }
  if (error instanceof AgencyMissing)
    return sendError(reply, error.statusCode, { code: error.code, message: agencyMissingText })
  if (error instanceof PlaceFault) {
    request.log.warn({ err: error }, 'the place of stored files cannot be used')
    return sendError(retryAfter(reply, unavailableForMs), 503, { code: 'store-away', message: storeAwayText })
  }
  if (error instanceof NoNetworkWall) {
    request.log.error({ err: error }, 'a file of a stranger is not read')
    return sendError(reply, 503, { code: 'files-not-read', message: filesNotReadText })
  }
  // The log has it already.
  if (error instanceof BrokenJournal)
    return sendError(reply, 409, { code: 'journal-broken', message: brokenJournalText })
  if (error instanceof Unavailable) {
    request.log.warn({ err: error, cause: error.cause }, 'unavailable')
    return sendError(retryAfter(reply, unavailableForMs), 503, { code: 'unavailable', message: unavailableText })
  }
  if (error instanceof Busy) {
    const message = 'Too many ask for the same at this moment. Nothing was changed; try again in a while.'
    return sendError(retryAfter(reply, error.retryAfterMs), 503, { code: 'busy', message })
  }
  if (hasZodFastifySchemaValidationErrors(error)) return sendError(reply, 400, invalid(error))
  const known = error instanceof Error && clientErrors[(error as FastifyError).statusCode ?? 500]
  if (known) return sendError(reply, known.statusCode, { code: known.code, message: known.message })
  return sendInternal(reply, reportFault(request.log, error, { route: request.routeOptions.url }))
}

/** What Fastify itself refuses. Its own texts speak of its inside. */
const clientErrors: Readonly<Record<number, HttpError>> = {
  400: new HttpError(400, 'invalid', 'The request cannot be read: its body must be JSON, and not empty.'),
  413: new HttpError(413, 'too-large', 'The request is too large.'),
  414: new HttpError(414, 'too-large', 'The address of the request is too long.'),
  415: new HttpError(415, 'unsupported', 'Send the body as application/json.'),
  416: new HttpError(416, 'no-such-range', 'The file has no such part.'),
}

function invalid({ validation }: { validation: { instancePath: string; message?: string }[] }): ErrorReply['error'] {
  const [first] = validation
  const field = first?.instancePath.split('/').filter(Boolean).join('.') || 'the body'
  return { code: 'invalid', message: `${field}: ${first?.message ?? 'not valid'}`, field }
}

function sendInternal(reply: FastifyReply, incident: string): FastifyReply {
  const message = `Something went wrong in the server. Tell its operator this number: ${incident}.`
  return sendError(reply, 500, { code: 'internal', message, incident })
}

const retryAfter = (reply: FastifyReply, milliseconds: number): FastifyReply =>
  reply.header('retry-after', Math.max(1, Math.ceil(milliseconds / 1000)))

function sendError(reply: FastifyReply, statusCode: number, error: ErrorReply['error']): FastifyReply {
  const body: ErrorReply = { error }
  // Not through the route's own schema: a route that answers 4xx otherwise must not swallow an error.
  return reply.code(statusCode).type('application/json; charset=utf-8').send(JSON.stringify(body))
}
