import type { CertificateFault } from '../../../shared/wire/papers/agency-certificate.ts'

/** Why a certificate that is handed in is not taken. Nothing was changed. */
export class CertificateError extends Error {
  override name = 'CertificateError'
  readonly fault: CertificateFault

  constructor(fault: CertificateFault, options?: ErrorOptions) {
    super(fault, options)
    this.fault = fault
  }
}
