// The input of a seal: journal, prints, files and written supplements of a session.
import type { Manifest } from './manifest.ts'
import type { NotedFile } from './measure.ts'
import type { Supplement, Written } from './seal.ts'
import type { SealPrint } from './seal-prints.ts'

/** The data of a session whose journal is sealed. */
export interface SealSource {
  /** Epoch ms, of the commit that sealed the journal. */
  readonly sealedAt: number
  /** Up to that commit. */
  readonly journal: Manifest['journal'] & { readonly path: string; readonly lines: Iterable<string> }
  /** Printed for the seal, and kept with it. */
  readonly prints: readonly SealPrint[]
  readonly files: readonly NotedFile[]
  /** What people wrote after the sealing, in its order: its papers are among the files once they are printed. */
  readonly written: readonly WrittenSource[]
}

interface WrittenSource extends Written {
  readonly kind: Exclude<Supplement['kind'], 'recording'>
}
