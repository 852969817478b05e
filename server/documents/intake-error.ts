import type { DocumentFault } from '../../shared/wire/documents.ts'

/** Why a file is not taken in. Thrown by every step of the intake; nothing of the file is kept then. */
export class IntakeError extends Error {
  override name = 'IntakeError'
  readonly fault: DocumentFault

  constructor(fault: DocumentFault, options?: ErrorOptions) {
    super(fault, options)
    this.fault = fault
  }
}
