// Papers that the agency may lay out itself: each with its model and the values of its template, as of the day of its issue.

import type { AgencyInForce } from '../../shared/agency/agency-at.ts'
import type { Aggregate } from '../../shared/kernel/aggregate.ts'
import type { PaperKind } from '../../shared/modules/approval/contract.ts'
import type { SessionState } from '../../shared/modules/index.ts'
import { letterheadOf } from '../../shared/papers/letterheads.ts'
import { type Agency, type MinutesDocument, minutesDocument } from '../../shared/projections/minutes-document.ts'
import { isStateSecret } from '../../shared/secrecy/levels.ts'
import type { TemplateKind } from '../../shared/wire/papers/paper-templates.ts'
import type { InstalledAgency } from './agency/agency.ts'
import type { Verification } from './issued/issued-papers.ts'
import { conclusionsPaper } from './kinds/conclusions-paper.ts'
import { minutesPaper } from './kinds/minutes-paper.ts'
import { type ReceiptSource, receiptPaper } from './kinds/receipt-paper.ts'
import { type RefusalNoticeSource, refusalNoticePaper } from './kinds/refusal-notice-paper.ts'
import { type SupplementSource, supplementPaper } from './kinds/supplement-paper.ts'
import type { Paper } from './model/paper.ts'
import type { PaperSource } from './session-papers.ts'
import type { FieldValues } from './templates/fields.ts'
import { conclusionsValues, minutesKind, minutesValues } from './templates/minutes-values.ts'
import { supplementValues } from './templates/supplement-values.ts'
import { receiptValues, refusalNoticeValues } from './templates/values.ts'

/** One that the agency may lay out itself. */
export interface Printable {
  readonly kind: TemplateKind
  readonly paper: () => Paper
  readonly values: (where: Verification | null) => FieldValues
  readonly needed?: readonly string[]
}

/** A paper of a secret session is not printed without the mark of its level. */
const neededBy = ({ secrecy }: Pick<MinutesDocument, 'secrecy'>): readonly string[] =>
  isStateSecret(secrecy) ? ['dau_do_mat'] : []

export interface Printables {
  documentOf(source: PaperSource, kind: PaperKind): Promise<MinutesDocument>
  minutes(source: PaperSource): Promise<Printable>
  conclusions(source: PaperSource): Promise<Printable>
  receipt(source: ReceiptSource): Promise<Printable>
  refusalNotice(source: RefusalNoticeSource): Promise<Printable>
  supplement(source: SupplementSource): Promise<Printable>
}

export function createPrintables(
  aggregate: Aggregate<SessionState>,
  agency: Pick<InstalledAgency, 'inForce'>,
): Printables {
  async function documentOf(source: PaperSource, kind: PaperKind): Promise<MinutesDocument> {
    const { journal, people, printedAt, partyPapers } = source
    const inForce = await agency.inForce()
    const document = minutesDocument(aggregate, journal, people, inForce.now, printedAt, partyPapers)
    return asIssued(document, kind, inForce)
  }
  const minutes = async (source: PaperSource): Promise<Printable> => {
    const document = await documentOf(source, 'minutes')
    return {
      kind: minutesKind(document),
      paper: () => minutesPaper(document),
      values: (where) => minutesValues(document, where),
      needed: neededBy(document),
    }
  }
  const conclusions = async (source: PaperSource): Promise<Printable> => {
    const document = await documentOf(source, 'conclusions')
    return {
      kind: 'conclusions',
      paper: () => conclusionsPaper(document),
      values: (where) => conclusionsValues(document, where),
      needed: neededBy(document),
    }
  }
  const receipt = async (source: ReceiptSource): Promise<Printable> => {
    const issuer = (await agency.inForce()).at(source.receipt.issuedAt)
    return {
      kind: 'receipt',
      paper: () => receiptPaper(source, issuer),
      values: (where) => receiptValues(source, issuer, where),
    }
  }
  const refusalNotice = async (source: RefusalNoticeSource): Promise<Printable> => {
    const issuer = (await agency.inForce()).at(source.notice.issuedAt)
    return {
      kind: 'refusalNotice',
      paper: () => refusalNoticePaper(source, issuer),
      values: (where) => refusalNoticeValues(source, issuer, where),
    }
  }
  const supplement = async (source: SupplementSource): Promise<Printable> => {
    const { now, at } = await agency.inForce()
    const issuer = source.issue ? at(source.issue.at) : now
    const then = at(source.minutes.at)
    return {
      kind: 'supplement',
      paper: () => supplementPaper(source, issuer, then),
      values: (where) => supplementValues(source, issuer, then, where),
      needed: neededBy(source),
    }
  }
  return { documentOf, minutes, conclusions, receipt, refusalNotice, supplement }
}

/** Of what is issued, and of what it corrects: the agency as it was called on that day. */
function asIssued(document: MinutesDocument, kind: PaperKind, inForce: AgencyInForce): MinutesDocument {
  const { record } = document
  const { corrects } = record
  const issue = record.issues[kind]
  return {
    ...document,
    agency: issue ? inForce.at(issue.at) : inForce.now,
    record: {
      ...record,
      corrects: corrects && { ...corrects, ...symbolOf(inForce.at(corrects.at)) },
    },
  }
}

/** What its number was written with. */
const symbolOf = ({ abbreviation, letterhead }: Agency) => ({ abbreviation, letterhead: letterheadOf(letterhead).kind })
