// The papers of a session, from their projections: wires server/records into what the HTTP room hands out.
import type { Aggregate } from '../shared/kernel/aggregate.ts'
import { codeSubject } from '../shared/modules/ballot/contract.ts'
import type { SessionState } from '../shared/modules/index.ts'
import { attendance } from '../shared/projections/attendance.ts'
import { type Agency, minutesDocument } from '../shared/projections/minutes-document.ts'
import type { MinutesText } from '../shared/wire/minutes-text.ts'
import type { HttpDependencies, PaperSource, Papers } from './http/create-http.ts'
import type { Printed, Verification } from './issued-papers/issued-papers.ts'
import { archiveLines } from './journal/archive.ts'
import { attendanceXlsx } from './records/attendance-xlsx.ts'
import { conclusionsPaper } from './records/conclusions-paper.ts'
import { attendanceCsv } from './records/csv.ts'
import { paperDocx } from './records/docx.ts'
import { minutesPaper } from './records/minutes-paper.ts'
import { minutesText } from './records/minutes-text.ts'
import type { Paper } from './records/paper.ts'
import { paperPdf } from './records/pdf.ts'
import { readingXlsx } from './records/reading-xlsx.ts'
import { receiptPaper } from './records/receipt-paper.ts'
import { refusalNoticePaper } from './records/refusal-notice-paper.ts'
import { petitionTable, registerPaper, registerTable } from './records/register-sheet.ts'
import { streamedWorkbook } from './records/streamed-workbook.ts'
import { withVerification } from './records/verification.ts'
import { votingCodesPaper } from './records/voting-codes.ts'
import { receiptValues, refusalNoticeValues } from './templates/fields.ts'
import type { Templates } from './templates/templates.ts'

interface Printer {
  readonly papers: Papers
  readonly minutesText: (source: PaperSource) => MinutesText
  readonly printReceipt: HttpDependencies['printReceipt']
  readonly printRefusalNotice: HttpDependencies['printRefusalNotice']
}

export function createPrinter(
  aggregate: Aggregate<SessionState>,
  agency: Agency,
  codeFor: (subject: string) => string,
  templates: Pick<Templates, 'print'>,
): Printer {
  const minutes = ({ journal, people, printedAt, partyPapers }: PaperSource) =>
    minutesDocument(aggregate, journal, people, agency, printedAt, partyPapers)
  const sheet = ({ journal, printedAt }: PaperSource) => attendance(aggregate, journal, printedAt)
  const papers: Papers = {
    'attendance.xlsx': async (source) => attendanceXlsx(sheet(source), source.people, source.state.session.title),
    'attendance.csv': async (source) => attendanceCsv(sheet(source), source.people),
    'reading.xlsx': async ({ state, people, printedAt }) => readingXlsx(state, people, printedAt),
    'minutes.docx': async (source, where) => paperDocx(await checkable(minutesPaper(minutes(source)), where)),
    'minutes.pdf': async (source, where) => paperPdf(await checkable(minutesPaper(minutes(source)), where)),
    'conclusions.docx': async (source, where) => paperDocx(await checkable(conclusionsPaper(minutes(source)), where)),
    'conclusions.pdf': async (source, where) => paperPdf(await checkable(conclusionsPaper(minutes(source)), where)),
    'voting-codes.pdf': async ({ state: { session, sites, ballot }, people, printedAt }) =>
      paperPdf(
        votingCodesPaper({
          title: session.title,
          organisation: agency.organisation,
          sites: sites.sites,
          people,
          codeOf: (delegateId) => codeFor(codeSubject(session.sessionId, delegateId, ballot.codeIssues)),
          printedAt,
        }),
      ),
    'journal.jsonl': async ({ state, journal }) => [...archiveLines(state.session.sessionId, journal)].join(''),
  }
  return {
    papers,
    minutesText: (source) => minutesText(minutes(source)),
    printRefusalNotice: async (source, where) =>
      (await templates.print('refusalNotice', refusalNoticeValues(source, agency, where))) ??
      printed(refusalNoticePaper(source, agency), where),
    printReceipt: async (source, where) =>
      (await templates.print('receipt', receiptValues(source, agency, where))) ??
      printed(receiptPaper(source, agency), where),
  }
}

const checkable = async (paper: Paper, where: Verification | undefined) =>
  where ? withVerification(paper, where) : paper

async function printed(paper: Paper, where: Verification): Promise<Printed> {
  const whole = await withVerification(paper, where)
  return { pdf: await paperPdf(whole), docx: await paperDocx(whole) }
}

/** The registers as files, in pieces as they are read. */
export const registerFiles = (agency: Agency): HttpDependencies['registerFiles'] => ({
  xlsx: (chunks, period) => streamedWorkbook(registerTable(chunks, period, agency)),
  petitionsXlsx: (chunks, period) => streamedWorkbook(petitionTable(chunks, period, agency)),
  pdf: (source) => paperPdf(registerPaper(source, agency)),
})
