// Reports what the time stamp of a seal proves and what it does not (ADR 0069).
import type { X509Certificate } from 'node:crypto'
import { readTimeStamp, type TimeStamp } from '../../platform/time-stamps/token.ts'
import type { Seal } from './seal.ts'

interface StampedSeal {
  /** As the authority answered; null: it is not in the archive. */
  readonly reply: Buffer | null
  readonly text: Buffer
  /** Of the seal, or of a supplement; null: it cannot be read. */
  readonly seal: Pick<Seal, 'madeAt'> | null
  /** In the archive. */
  readonly names: { readonly text: string; readonly stamp: string }
}

interface StampVerdict {
  readonly stamp: Pick<TimeStamp, 'at' | 'by'> | null
  readonly faults: readonly string[]
  readonly remarks: readonly string[]
}

/** Clocks differ by that much. */
const aheadMs = 60_000
/** An authority that is asked every five minutes has answered by then, unless it was away. */
const lateMs = 60 * 60_000

/** `authorities`: who must have certified the one that stamped; null: whoever did. */
export async function sealStampVerdict(
  { reply, text, seal, names }: StampedSeal,
  authorities: readonly X509Certificate[] | null,
): Promise<StampVerdict> {
  const none = (...faults: string[]) => ({ stamp: null, faults, remarks: [] })
  if (!reply) return authorities ? none(`${names.stamp} is missing: no authority has stamped this seal.`) : none()
  try {
    const stamp = await readTimeStamp(reply, text, { nonce: null, authorities: null })
    const isCertified =
      authorities === null ||
      (await readTimeStamp(reply, text, { nonce: null, authorities }).then(
        () => true,
        () => false,
      ))
    const faults = isCertified
      ? []
      : [`${names.stamp} is signed by “${stamp.by}”, which none of the certificates you gave has certified.`]
    return { stamp, faults, remarks: seal ? hourRemarks(seal, stamp) : [] }
  } catch {
    return none(`${names.stamp} is no time stamp of this ${names.text}: one of the two is altered.`)
  }
}

function hourRemarks({ madeAt }: Pick<Seal, 'madeAt'>, { at }: Pick<TimeStamp, 'at'>): string[] {
  const lateByMs = at - Date.parse(madeAt)
  const stampedAt = new Date(at).toISOString()
  if (lateByMs < -aheadMs)
    return [
      `The clock of the server was ahead: it says the seal was made at ${madeAt}, but it was there at ${stampedAt}.`,
    ]
  if (lateByMs > lateMs)
    return [
      `The seal was stamped at ${stampedAt}, long after it says it was made: for the time between, its hash as it was noted elsewhere is the only proof.`,
    ]
  return []
}
