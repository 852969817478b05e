import type { DocumentFault } from '../../../shared/wire/papers/documents.ts'

/** One of several files that were handed in together; positions count from 0. */
export interface NamedFile {
  readonly position: number
  readonly name: string
}

/** Why a file is not taken in. Thrown by every step of the intake; nothing of the file is kept then. */
export class IntakeError extends Error {
  override name = 'IntakeError'
  readonly fault: DocumentFault
  /** null: there is but one. */
  readonly file: NamedFile | null

  constructor(fault: DocumentFault, { file = null, ...options }: ErrorOptions & { file?: NamedFile | null } = {}) {
    super(fault, options)
    this.fault = fault
    this.file = file
  }
}
