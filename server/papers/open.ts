// Opens the papers: stored files, the agency that issues papers, and how they are printed, numbered, signed and found.
import type { GivenAgency } from '../../shared/agency/agency-at.ts'
import { agencyModules } from '../../shared/agency/index.ts'
import { compose } from '../../shared/kernel/aggregate.ts'
import type { Engine } from '../engine/open.ts'
import type { OpenAggregates } from '../engine/open-aggregates.ts'
import type { Base } from '../platform/base.ts'
import { createAgency, type InstalledAgency } from './agency/agency.ts'
import { createEmblem } from './agency/emblem.ts'
import { createFirstPapers } from './agency/first-papers.ts'
import { type Converter, noConverter } from './documents/converter.ts'
import { createDocuments } from './documents/intake.ts'
import type { Scanner } from './documents/scanner.ts'
import { createSignatures } from './documents/signatures.ts'
import { openDocumentStore } from './documents/store.ts'
import { createWatermarks } from './documents/watermarks.ts'
import { createIssuedPapers } from './issued/issued-papers.ts'
import { createLastSignatory } from './issued/last-signatory.ts'
import { paperPicture } from './model/paper-picture.ts'
import { printWatermark } from './model/watermark.ts'
import { createNumbers } from './numbering/numbers.ts'
import { createPrinter, type Printer, sampleOfPapers } from './printers.ts'
import type { AgencyCertificate } from './signature/agency-certificate.ts'
import { createTemplates, type Templates } from './templates/templates.ts'

interface Parts {
  readonly engine: Pick<Engine, 'aggregate' | 'aggregatesOf'>
  readonly codeFor: (subject: string) => string
  readonly givenAgency: GivenAgency
  readonly agencyCertificate: AgencyCertificate
  readonly scanner: Scanner
  readonly converter: Converter
  readonly freeBytes: () => Promise<number>
  /** Instead of the real ones. */
  readonly replaced?: {
    readonly printer?: Printer
    readonly pictureOfPaper?: typeof paperPicture
    readonly canConvert?: boolean
    readonly templates?: Pick<Templates, 'own'>
  }
}

export type Papers = Awaited<ReturnType<typeof openPapers>>

export const openAgency = (
  { freeze }: Pick<Base, 'freeze'>,
  aggregatesOf: OpenAggregates,
  given: GivenAgency,
): InstalledAgency => createAgency(aggregatesOf('agency', compose(agencyModules, { freeze })), given)

export async function openPapers(base: Base, parts: Parts) {
  const { redis, secrets, dataDir, files, publicUrl, now, newId, log } = base
  const { engine, converter, replaced = {} } = parts
  const store = await openDocumentStore(dataDir, newId, files)
  const documents = createDocuments({ store, scanner: parts.scanner, converter, freeBytes: parts.freeBytes })
  const canConvert = replaced.canConvert ?? converter !== noConverter
  const templates = createTemplates({ redis, documents, store, converter, canConvert, now })
  const agency = openAgency(base, engine.aggregatesOf, parts.givenAgency)
  const printer = replaced.printer ?? createPrinter(engine.aggregate, agency, parts.codeFor, templates)
  return {
    ...printer,
    store,
    documents,
    templates,
    agency,
    agencyCertificate: parts.agencyCertificate,
    issuedPapers: createIssuedPapers({
      redis,
      store,
      secret: secrets.peopleKey,
      certificate: parts.agencyCertificate,
      publicUrl,
    }),
    numbers: createNumbers(redis, agency.demand),
    lastSignatory: createLastSignatory(redis, secrets.peopleKey),
    watermarks: createWatermarks({ store, print: printWatermark, log }),
    signatures: createSignatures(store),
    emblem: createEmblem({ agency, documents, store }),
    firstPapers: createFirstPapers(redis, agency, replaced.templates ?? templates),
    pictureOfPaper: replaced.pictureOfPaper ?? paperPicture,
    sampleOfPapers: sampleOfPapers(now),
  }
}
