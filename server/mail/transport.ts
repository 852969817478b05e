// Sends by SMTP to the mail server of the agency. After a refusal it says what staff can do about it, and whether to
// try again.
import type { Redis } from 'ioredis'
import { createTransport } from 'nodemailer'
import type { MailFault } from '../../shared/wire/hearing/mail.ts'
import type { Address } from './calendar.ts'

export class DeliveryError extends Error {
  override name = 'DeliveryError'
  readonly fault: MailFault
  /** A second attempt may succeed. */
  readonly isTemporary: boolean

  constructor(fault: MailFault, isTemporary: boolean) {
    super(fault.code)
    this.fault = fault
    this.isTemporary = isTemporary
  }
}

export interface Letter {
  readonly from: Address
  readonly to: Address
  /** Told as well; one of these that cannot be reached keeps the letter from nobody. */
  readonly cc?: readonly Address[]
  readonly subject: string
  /** The same however often this one message is tried: mail servers then see a repetition for what it is. */
  readonly messageId: string
  readonly text: string
  readonly html: string
  readonly icalEvent?: { readonly method: 'REQUEST' | 'CANCEL'; readonly filename: string; readonly content: string }
  readonly attachments?: readonly { readonly filename: string; readonly content: Buffer; readonly cid: string }[]
}

export interface Transport {
  /** @throws DeliveryError */
  send(letter: Letter): Promise<void>
}

/** What the agency sends by. */
export interface Sending {
  readonly transport: Transport
  readonly from: Address
  /** For queues alone: it waits without end while Redis is away. */
  readonly connection: Redis
  readonly retries?: { readonly attempts: number; readonly firstPauseMs: number }
}

const longestDetail = 300
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

export function createSmtpTransport(url: string): Transport {
  const smtp = createTransport({ url, ...patience, disableFileAccess: true, disableUrlAccess: true })
  return {
    async send({ attachments = [], cc = [], ...letter }) {
      const { address } = letter.to
      try {
        const sent = await smtp.sendMail({ ...letter, cc: [...cc], attachments: [...attachments] })
        // The letter went to those told as well, and not to whom it is for.
        const refusal = sent.rejectedErrors?.find(({ recipient }) => recipient === address)
        if (refusal) throw refusal
      } catch (error) {
        throw deliveryError(error, address)
      }
    },
  }
}

/** What SMTP answers with 4xx may pass by itself, 5xx will not (RFC 5321, 4.2.1). */
function deliveryError(error: unknown, address: string): DeliveryError {
  const { code, responseCode, response, message } = detailsOf(error)
  // Mail servers repeat the address in their answer: it stays in the people record alone.
  const detail = (response ?? message).replaceAll(address, '…').replaceAll(/\s+/g, ' ').slice(0, longestDetail)
  const isPermanent = responseCode !== undefined && responseCode >= 500
  if (code === 'EAUTH') return new DeliveryError({ code: 'login-refused', detail }, true)
  if (code === 'EENVELOPE') return new DeliveryError({ code: 'address-refused', detail }, !isPermanent)
  if (responseCode !== undefined) return new DeliveryError({ code: 'refused', detail }, !isPermanent)
  const isNetwork = ['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS', 'ECONNREFUSED'].includes(code ?? '')
  return new DeliveryError({ code: isNetwork ? 'unreachable' : 'other', detail }, true)
}

interface SmtpDetails {
  readonly code: string | undefined
  readonly responseCode: number | undefined
  readonly response: string | undefined
  readonly message: string
}

function detailsOf(error: unknown): SmtpDetails {
  const fields: Record<string, unknown> = typeof error === 'object' && error !== null ? { ...error } : {}
  return {
    code: typeof fields.code === 'string' ? fields.code : undefined,
    responseCode: typeof fields.responseCode === 'number' ? fields.responseCode : undefined,
    response: typeof fields.response === 'string' ? fields.response : undefined,
    message: error instanceof Error ? error.message : String(error),
  }
}
