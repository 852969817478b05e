// The files chosen to go along with words, and what is wrong with one. Pure.
import { maximumFilesAtOnce } from '../../shared/conclusions/follow-up/contract.ts'

export interface ChosenFile {
  readonly key: string
  readonly file: File
  /** In words; null: nothing is known to be wrong with it. */
  readonly problem: string | null
}

export const isSendable = (files: readonly ChosenFile[]): boolean =>
  files.length <= maximumFilesAtOnce && files.every(({ problem }) => problem === null)

/** The position of the file that the server refuses: it names the field `files.2`. */
export function refusedAt(field: string | undefined): number | null {
  const position = /^files\.(\d+)$/.exec(field ?? '')?.[1]
  return position === undefined ? null : Number(position)
}
