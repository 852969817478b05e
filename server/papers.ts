// The papers of a session, from their projections: wires server/records into what the HTTP room hands out.
import type { Aggregate } from '../shared/kernel/aggregate.ts'
import type { DelegateId } from '../shared/kernel/ids.ts'
import { codeSubject } from '../shared/modules/ballot/contract.ts'
import type { SessionState } from '../shared/modules/index.ts'
import { attendance } from '../shared/projections/attendance.ts'
import { type Agency, type MinutesDocument, minutesDocument } from '../shared/projections/minutes-document.ts'
import { proposedRecipients } from '../shared/projections/recipients.ts'
import { isStateSecret } from '../shared/secrecy/levels.ts'
import type { MinutesText } from '../shared/wire/minutes-text.ts'
import type { TemplateKind } from '../shared/wire/paper-templates.ts'
import { journalLines } from './archive/journal-file.ts'
import type { HttpDependencies, PaperSource, Papers, Printers } from './http/create-http.ts'
import type { Printed, Verification } from './issued-papers/issued-papers.ts'
import { attendanceXlsx } from './records/attendance-xlsx.ts'
import { conclusionsPaper } from './records/conclusions-paper.ts'
import { attendanceCsv } from './records/csv.ts'
import { paperDocx } from './records/docx.ts'
import { erasureCertificatePaper } from './records/erasure-certificate.ts'
import { minutesPaper } from './records/minutes-paper.ts'
import { minutesText } from './records/minutes-text.ts'
import type { Paper } from './records/paper.ts'
import { paperPdf } from './records/pdf.ts'
import { personalCopyPaper } from './records/personal-copy.ts'
import { readingXlsx } from './records/reading-xlsx.ts'
import { receiptPaper } from './records/receipt-paper.ts'
import { refusalNoticePaper } from './records/refusal-notice-paper.ts'
import { petitionTable, registerPaper, registerTable } from './records/register-sheet.ts'
import { reportPaper, reportXlsx } from './records/report-paper.ts'
import { streamedWorkbook } from './records/streamed-workbook.ts'
import { withVerification } from './records/verification.ts'
import { votingCodesPaper } from './records/voting-codes.ts'
import type { FieldValues } from './templates/fields.ts'
import { conclusionsValues, minutesKind, minutesValues } from './templates/minutes-values.ts'
import type { Templates } from './templates/templates.ts'
import { receiptValues, refusalNoticeValues } from './templates/values.ts'

interface Printer {
  readonly papers: Papers
  readonly printVotingCodes: HttpDependencies['printVotingCodes']
  readonly minutesText: (source: PaperSource) => MinutesText
  readonly recipientsToPropose: HttpDependencies['recipientsToPropose']
  readonly printIssued: Printers
}

/** One that the agency may lay out itself. */
interface Printable {
  readonly kind: TemplateKind
  readonly paper: () => Paper
  readonly values: (where: Verification | null) => FieldValues
  readonly needed?: readonly string[]
}

/** A paper of a secret session is not printed without the mark of its level. */
const neededBy = ({ secrecy }: MinutesDocument): readonly string[] => (isStateSecret(secrecy) ? ['dau_do_mat'] : [])

export function createPrinter(
  aggregate: Aggregate<SessionState>,
  agency: Agency,
  codeFor: (subject: string) => string,
  templates: Pick<Templates, 'print' | 'docx'>,
): Printer {
  const documentOf = ({ journal, people, printedAt, partyPapers }: PaperSource) =>
    minutesDocument(aggregate, journal, people, agency, printedAt, partyPapers)
  const minutes = (source: PaperSource): Printable => {
    const document = documentOf(source)
    return {
      kind: minutesKind(document),
      paper: () => minutesPaper(document),
      values: (where) => minutesValues(document, where),
      needed: neededBy(document),
    }
  }
  const conclusions = (source: PaperSource): Printable => {
    const document = documentOf(source)
    return {
      kind: 'conclusions',
      paper: () => conclusionsPaper(document),
      values: (where) => conclusionsValues(document, where),
      needed: neededBy(document),
    }
  }
  const sheet = ({ journal, printedAt }: PaperSource) => attendance(aggregate, journal, printedAt)

  /** In the agency’s own layout where it has one, before and after its issue. */
  const docx = async ({ kind, paper, values, needed = [] }: Printable) =>
    (await templates.docx(kind, { values: () => values(null), qr: null, needed })) ?? paperDocx(paper())
  const pdf = async ({ kind, paper, values, needed = [] }: Printable) =>
    (await templates.print(kind, { values: () => values(null), qr: null, needed }))?.pdf ?? paperPdf(paper())
  const printed = async ({ kind, paper, values, needed = [] }: Printable, where: Verification) =>
    (await templates.print(kind, { values: () => values(where), qr: where.url, needed })) ?? standard(paper(), where)

  const papers: Papers = {
    'attendance.xlsx': async (source) => attendanceXlsx(sheet(source), source.people, source.state.session),
    'attendance.csv': async (source) => attendanceCsv(sheet(source), source.people),
    'reading.xlsx': async ({ state, people, printedAt }) => readingXlsx(state, people, printedAt),
    'minutes.docx': async (source) => docx(minutes(source)),
    'minutes.pdf': async (source) => pdf(minutes(source)),
    'conclusions.docx': async (source) => docx(conclusions(source)),
    'conclusions.pdf': async (source) => pdf(conclusions(source)),
    'journal.jsonl': async ({ state, storedJournal }) =>
      [...journalLines(state.session.sessionId, await storedJournal())].join(''),
  }
  const printVotingCodes: HttpDependencies['printVotingCodes'] = (
    { state: { session, ballot }, people, printedAt },
    site,
    printId,
  ) => {
    // As they were made, also when somebody has made others meanwhile: those of this sheet are dead then.
    const codesOf = (delegateId: DelegateId) => ({ ...ballot, codePrints: { [delegateId]: printId } })
    const codeOf = (delegateId: DelegateId) => codeFor(codeSubject(session.sessionId, delegateId, codesOf(delegateId)))
    const printing = ballot.printings.findIndex((one) => one.printId === printId) + 1
    const { organisation } = agency
    return paperPdf(votingCodesPaper({ title: session.title, organisation, site, people, codeOf, printing, printedAt }))
  }
  return {
    papers,
    printVotingCodes,
    minutesText: (source) => minutesText(documentOf(source)),
    recipientsToPropose: (source, paper) => proposedRecipients(paper, documentOf(source)),
    printIssued: {
      minutes: (source, where) => printed(minutes(source), where),
      conclusions: (source, where) => printed(conclusions(source), where),
      receipt: (source, where) =>
        printed(
          {
            kind: 'receipt',
            paper: () => receiptPaper(source, agency),
            values: () => receiptValues(source, agency, where),
          },
          where,
        ),
      refusalNotice: (source, where) =>
        printed(
          {
            kind: 'refusalNotice',
            paper: () => refusalNoticePaper(source, agency),
            values: () => refusalNoticeValues(source, agency, where),
          },
          where,
        ),
    },
  }
}

async function standard(paper: Paper, where: Verification): Promise<Printed> {
  const whole = await withVerification(paper, where)
  return { pdf: await paperPdf(whole), docx: await paperDocx(whole) }
}

/** The registers as files, in pieces as they are read. */
export const registerFiles = (agency: Agency): HttpDependencies['registerFiles'] => ({
  xlsx: (chunks, period, secrecy) => streamedWorkbook(registerTable(chunks, period, agency, secrecy)),
  petitionsXlsx: (chunks, period, secrecy) => streamedWorkbook(petitionTable(chunks, period, agency, secrecy)),
  pdf: (source) => paperPdf(registerPaper(source, agency)),
})

export const personalCopyPdf =
  (agency: Agency): HttpDependencies['personalCopyPdf'] =>
  (copy) =>
    paperPdf(personalCopyPaper(copy, agency))

export const erasureCertificatePdf =
  (agency: Agency): HttpDependencies['erasureCertificatePdf'] =>
  (source) =>
    paperPdf(erasureCertificatePaper(source, agency))

export const reportFiles = (agency: Agency): HttpDependencies['reportFiles'] => ({
  xlsx: (report) => reportXlsx(report, agency),
  docx: (report, printedAt) => paperDocx(reportPaper(report, agency, printedAt)),
  pdf: (report, printedAt) => paperPdf(reportPaper(report, agency, printedAt)),
})
