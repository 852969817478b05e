// The certificate of an erasure: what was erased, when, and by whose decision. JSON, signed by the installation like an
// archive; it contains ids and hashes but no names. Pure except for the signature.
import { z } from 'zod'
import { AccountId } from '../../../shared/kernel/ids.ts'
import { Erasable, Erased, ErasureGround, type ErasureList } from '../../../shared/retention/contract.ts'

const Item = Erasable.extend({
  /** Ids alone; certificates of earlier releases have none. */
  related: Erasable.shape.related.default([]),
  outcome: z.enum(['erased', 'stopped', 'held']),
  endedAt: z.iso.datetime().nullable(),
  what: z.array(Erased),
})
/** rewritten: nothing of it stands in the files of Redis any more; owed: the administrator has to see to that. */
export const FileState = z.enum(['rewritten', 'owed'])
export type FileState = z.infer<typeof FileState>

export const ErasureCertificate = z.object({
  format: z.literal('diemcau-erasure'),
  version: z.literal(1),
  number: z.int().positive(),
  year: z.int(),
  organisation: z.string(),
  listId: z.string(),
  ground: ErasureGround,
  reason: z.string(),
  proposedAt: z.iso.datetime(),
  proposedBy: AccountId,
  decidedAt: z.iso.datetime(),
  decidedBy: AccountId,
  items: z.array(Item),
  /** null: nothing was erased, or the certificate is of an earlier release. */
  databaseFiles: FileState.nullable().default(null),
})
export type ErasureCertificate = z.infer<typeof ErasureCertificate>

const iso = (at: number) => new Date(at).toISOString()

/** Of a list of which every item has ended: the same bytes however often it is made. */
export function certificateText(
  list: ErasureList,
  {
    number,
    year,
    organisation,
    databaseFiles,
  }: Pick<ErasureCertificate, 'number' | 'year' | 'organisation' | 'databaseFiles'>,
): string {
  const { listId, ground, reason, proposedAt, proposedBy, decidedAt, decidedBy } = list
  if (decidedAt === null || decidedBy === null) throw new Error(`list ${listId} is not decided`)
  const certificate: ErasureCertificate = {
    format: 'diemcau-erasure',
    version: 1,
    number,
    year,
    organisation,
    listId,
    ground,
    reason,
    proposedAt: iso(proposedAt),
    proposedBy,
    decidedAt: iso(decidedAt),
    decidedBy,
    items: list.items.map(({ class: name, subject, related, state, endedAt, what }) => {
      if (state === 'waiting' || state === 'begun') throw new Error(`list ${listId} is not finished`)
      return { class: name, subject, related, outcome: state, endedAt: endedAt === null ? null : iso(endedAt), what }
    }),
    databaseFiles,
  }
  return `${JSON.stringify(certificate, null, 2)}\n`
}
