// The papers of a session, computed from its projections: each kind with its model, its template and its printer.

import type { Aggregate } from '../../shared/kernel/aggregate.ts'
import type { DelegateId } from '../../shared/kernel/ids.ts'
import type { PaperKind } from '../../shared/modules/approval/contract.ts'
import { codeSubject } from '../../shared/modules/ballot/contract.ts'
import type { SessionState } from '../../shared/modules/index.ts'
import type { Site } from '../../shared/modules/sites/contract.ts'
import { attendance } from '../../shared/projections/attendance.ts'
import type { NamedRecipient } from '../../shared/projections/issued-paper.ts'
import type { Agency } from '../../shared/projections/minutes-document.ts'
import { issuedRecipients, proposedRecipients } from '../../shared/projections/recipients.ts'
import type { PersonalCopy } from '../../shared/wire/custody/personal-data.ts'
import type { MinutesText } from '../../shared/wire/hearing/minutes-text.ts'
import { journalLines } from '../engine/journal/journal-file.ts'
import type { InstalledAgency } from './agency/agency.ts'
import type { Printed, Verification } from './issued/issued-papers.ts'
import { attendanceXlsx } from './kinds/attendance-xlsx.ts'
import { attendanceCsv } from './kinds/csv.ts'
import type { CertificateSource } from './kinds/erasure-certificate.ts'
import { erasureCertificatePaper } from './kinds/erasure-certificate.ts'
import { minutesOnScreen } from './kinds/minutes-on-screen.ts'
import { personalCopyPaper } from './kinds/personal-copy.ts'
import { readingXlsx } from './kinds/reading-xlsx.ts'
import type { RegisterFiles } from './kinds/register-sheet.ts'
import { petitionTable, registerPaper, registerTable } from './kinds/register-sheet.ts'
import type { ReportFiles } from './kinds/report-paper.ts'
import { reportPaper, reportXlsx } from './kinds/report-paper.ts'
import { samplePaper } from './kinds/sample-paper.ts'
import type { SupplementSource } from './kinds/supplement-paper.ts'
import { votingCodesPaper } from './kinds/voting-codes.ts'
import { paperDocx } from './model/docx.ts'
import type { Paper } from './model/paper.ts'
import { paperPicture } from './model/paper-picture.ts'
import { paperPdf } from './model/pdf.ts'
import { streamedWorkbook } from './model/streamed-workbook.ts'
import { withVerification } from './model/verification.ts'
import { createPrintables, type Printable } from './printables.ts'
import type { DraftPrinters, PaperSource, Papers, Printers } from './session-papers.ts'
import type { Templates } from './templates/templates.ts'

export interface Printer {
  readonly papers: Papers
  readonly printVotingCodes: (source: PaperSource, site: Site, printId: string) => Promise<Uint8Array>
  readonly minutesText: (source: PaperSource) => Promise<MinutesText>
  readonly recipientsToPropose: (source: PaperSource, paper: PaperKind) => Promise<NamedRecipient[]>
  readonly printDraft: DraftPrinters
  readonly recipientsOfMinutes: (source: PaperSource) => Promise<readonly NamedRecipient[]>
  readonly printIssued: Printers
  readonly supplementDraft: (source: SupplementSource) => Promise<Uint8Array>
}

export function createPrinter(
  aggregate: Aggregate<SessionState>,
  agency: Pick<InstalledAgency, 'inForce'>,
  codeFor: (subject: string) => string,
  templates: Pick<Templates, 'print' | 'docx'>,
): Printer {
  const { documentOf, minutes, conclusions, receipt, refusalNotice, supplement } = createPrintables(aggregate, agency)
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
    'minutes.docx': async (source) => docx(await minutes(source)),
    'minutes.pdf': async (source) => pdf(await minutes(source)),
    'conclusions.docx': async (source) => docx(await conclusions(source)),
    'conclusions.pdf': async (source) => pdf(await conclusions(source)),
    'journal.jsonl': async ({ state, storedJournal }) =>
      [...journalLines(state.session.sessionId, await storedJournal())].join(''),
  }
  const printVotingCodes: (source: PaperSource, site: Site, printId: string) => Promise<Uint8Array> = async (
    { state: { session, ballot }, people, printedAt },
    site,
    printId,
  ) => {
    // As they were made, also when somebody has made others meanwhile: those of this sheet are dead then.
    const codesOf = (delegateId: DelegateId) => ({ ...ballot, codePrints: { [delegateId]: printId } })
    const codeOf = (delegateId: DelegateId) => codeFor(codeSubject(session.sessionId, delegateId, codesOf(delegateId)))
    const printing = ballot.printings.findIndex((one) => one.printId === printId) + 1
    const { organisation } = (await agency.inForce()).now
    return paperPdf(votingCodesPaper({ title: session.title, organisation, site, people, codeOf, printing, printedAt }))
  }
  return {
    papers,
    printVotingCodes,
    minutesText: async (source) => minutesOnScreen(await documentOf(source, 'minutes')),
    recipientsToPropose: async (source, paper) => proposedRecipients(paper, await documentOf(source, paper)),
    recipientsOfMinutes: async (source) => issuedRecipients('minutes', await documentOf(source, 'minutes')),
    supplementDraft: async (source) => pdf(await supplement(source)),
    printDraft: {
      receipt: async (source) => pdf(await receipt(source)),
      refusalNotice: async (source) => pdf(await refusalNotice(source)),
    },
    printIssued: {
      minutes: async (source, where) => printed(await minutes(source), where),
      conclusions: async (source, where) => printed(await conclusions(source), where),
      receipt: async (source, where) => printed(await receipt(source), where),
      refusalNotice: async (source, where) => printed(await refusalNotice(source), where),
      supplement: async (source, where) => printed(await supplement(source), where),
    },
  }
}

async function standard(paper: Paper, where: Verification): Promise<Printed> {
  const whole = await withVerification(paper, where)
  return { pdf: await paperPdf(whole), docx: await paperDocx(whole) }
}

type AnAgency = Pick<InstalledAgency, 'inForce'>
const now = async (agency: AnAgency) => (await agency.inForce()).now

/** The registers as files, in pieces as they are read. */
export const registerFiles = (agency: AnAgency): RegisterFiles => ({
  xlsx: async (chunks, period, secrecy) => streamedWorkbook(registerTable(chunks, period, await now(agency), secrecy)),
  petitionsXlsx: async (chunks, period, secrecy) =>
    streamedWorkbook(petitionTable(chunks, period, await now(agency), secrecy)),
  pdf: async (source) => paperPdf(registerPaper(source, await now(agency))),
})

export const personalCopyPdf =
  (agency: AnAgency): ((copy: PersonalCopy) => Promise<Uint8Array>) =>
  async (copy) =>
    paperPdf(personalCopyPaper(copy, await now(agency)))

export const erasureCertificatePdf =
  (agency: AnAgency): ((source: CertificateSource) => Promise<Uint8Array>) =>
  async (source) =>
    paperPdf(erasureCertificatePaper(source, (await agency.inForce()).at(source.at)))

export const reportFiles = (agency: AnAgency): ReportFiles => ({
  xlsx: async (report) => reportXlsx(report, await now(agency)),
  docx: async (report, printedAt) => paperDocx(reportPaper(report, await now(agency), printedAt)),
  pdf: async (report, printedAt) => paperPdf(reportPaper(report, await now(agency), printedAt)),
})

export const sampleOfPapers =
  (clock: () => number): ((agency: Agency) => Promise<Uint8Array>) =>
  async (agency) =>
    paperPicture(await paperPdf(samplePaper(agency, clock())))
