// A rejection is a regular negative answer to a command: a value with a stable code. Its text comes from the i18n
// catalogues.
import { z } from 'zod'

export const Rejection = z.object({
  code: z.string().describe('stable; the words come from the i18n catalogue under rejection.<code>'),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
})
export type Rejection<Code extends string = string> = { code: Code; params: Record<string, string | number> }

/** What the core itself may answer to any command, besides the codes in that command's contract. */
export const coreRejections = [
  'unknown-command',
  'invalid',
  'forbidden',
  'command-id-reused',
  'conflict',
  'rate-limited',
  'unavailable',
  'box-unreadable',
  'journal-broken',
  'internal',
] as const

export function reject<const Code extends string>(
  code: Code,
  params: Rejection['params'] = {},
): { rejection: Rejection<Code> } {
  return { rejection: { code, params } }
}

/** With which status, and in which words, REST answers a rejection. */
export type RejectionReplies = Readonly<Record<string, readonly [statusCode: number, text: string]>>
