// The papers of a session without their printers: names, input, and the interface that prints them.

import type { Commit } from '../../shared/kernel/commit.ts'
import type { PaperKind } from '../../shared/modules/approval/contract.ts'
import type { SessionState } from '../../shared/modules/index.ts'
import type { PartyPapers } from '../../shared/projections/dialogue-record.ts'
import type { People } from '../../shared/wire/engine/socket-events.ts'
import { type PaperName, paperApi } from '../../shared/wire/hearing/paper-api.ts'
import type { Printed, Verification } from './issued/issued-papers.ts'
import type { ReceiptSource } from './kinds/receipt-paper.ts'
import type { RefusalNoticeSource } from './kinds/refusal-notice-paper.ts'
import type { SupplementSource } from './kinds/supplement-paper.ts'

export const paperNames = Object.keys(paperApi) as PaperName[]

/** What a paper is printed from. */
export interface PaperSource {
  readonly state: SessionState
  readonly journal: readonly Commit[]
  /** As it is written and chained: of who denounces, sealed. */
  readonly storedJournal: () => Promise<readonly Commit[]>
  readonly people: People
  /** Epoch ms; ends what is still going on. */
  readonly printedAt: number
  /** Of the parties of a dialogue, where its minutes are printed; what is signed names none. */
  readonly partyPapers: PartyPapers
}

export type Papers = Readonly<Record<PaperName, (source: PaperSource) => Promise<Uint8Array | string>>>

/** An issued paper says where it can be checked. */
type Print<Source> = (source: Source, where: Verification) => Promise<Printed>
export interface Printers extends Readonly<Record<PaperKind, Print<PaperSource>>> {
  readonly receipt: Print<ReceiptSource>
  readonly refusalNotice: Print<RefusalNoticeSource>
  readonly supplement: Print<SupplementSource>
}

/** As it would be issued now, without number and code: to be looked at. Minutes and notices of conclusions are among the papers of a session. */
export interface DraftPrinters {
  readonly receipt: (source: ReceiptSource) => Promise<Uint8Array>
  readonly refusalNotice: (source: RefusalNoticeSource) => Promise<Uint8Array>
}
