// The data of an appointment that must stay erasable or secret and are therefore not in the journal: its code, what the
// citizen wrote, the contact that identifies them, and the state of the last letter. Encrypted; found by a blind index
// of code and contact together, so that a wrong code and a wrong contact give the same answer: not found.
import { createHmac, hkdfSync, randomInt } from 'node:crypto'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { AppointmentId, CitizenId, Ms } from '../../../shared/kernel/ids.ts'
import { AppointmentLetter } from '../../../shared/wire/reception/appointments.ts'
import { settle } from '../../mail/settle.ts'
import { decrypt, encrypt } from '../../platform/encryption.ts'
import { reachingRedis } from '../../platform/errors.ts'

const KeptAppointment = z.object({
  appointmentId: AppointmentId,
  date: z.iso.date(),
  citizenId: CitizenId,
  code: z.string(),
  contactMarks: z.array(z.string()),
  hasEmail: z.boolean(),
  subject: z.string(),
})
export type KeptAppointment = z.infer<typeof KeptAppointment>

/** `sequence` is that of the entry in the citizen’s calendar: each letter takes the place of the one before. */
const KeptLetter = AppointmentLetter.extend({
  sequence: z.int().nonnegative(),
  attempts: z.int().nonnegative(),
  at: Ms,
})
export type KeptLetter = z.infer<typeof KeptLetter>

/** Each method throws Unavailable when Redis cannot be reached. */
export interface AppointmentRecord {
  newCode(): string
  /** The same for the same code; nobody can tell the code by it. */
  codeHash(code: string): string
  /** What its code led to before, it leads to no more. */
  keep(appointment: KeptAppointment): Promise<void>
  of(appointmentId: AppointmentId): Promise<KeptAppointment | null>
  find(code: string, contactMark: string): Promise<KeptAppointment | null>
  forget(appointment: KeptAppointment): Promise<void>
  /** Which appointment a request has booked, for as long as it may come again. */
  keepProof(proof: string, appointmentId: AppointmentId): Promise<void>
  withProof(proof: string): Promise<KeptAppointment | null>
  letter(appointmentId: AppointmentId): Promise<KeptLetter | null>
  keepLetter(appointmentId: AppointmentId, letter: KeptLetter): Promise<void>
  /** What became of a letter; nothing is written when a newer one has taken its place meanwhile. */
  settleLetter(appointmentId: AppointmentId, letter: KeptLetter): Promise<void>
}

/** No 0, O, 1, I: over the telephone and in print they are taken for each other. Thirty-two signs, so that none is favoured. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const codeLength = 8

const keyOf = (id: string) => `{appointment:${id}}`
const proofKey = (proof: string) => `appointments:proof:${proof}`
const proofKeptMs = 60 * 60_000
const placeOf = (id: string) => `appointment ${id}`

export function createAppointmentRecord(redis: Redis, secret: Uint8Array): AppointmentRecord {
  const codeKey = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), 'diemcau appointment codes', 32))
  const codeHash = (text: string) => createHmac('sha256', codeKey).update(text).digest('base64url')
  const pointerOf = (code: string, contactMark: string) => `appointments:code:${codeHash(`${code} ${contactMark}`)}`

  async function of(appointmentId: string): Promise<KeptAppointment | null> {
    const encrypted = await reachingRedis(() => redis.hget(keyOf(appointmentId), 'appointment'))
    if (encrypted === null) return null
    return KeptAppointment.parse(JSON.parse(decrypt(secret, encrypted, placeOf(appointmentId)).toString()))
  }

  return {
    newCode: () => Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join(''),
    codeHash,
    of,
    async keep(appointment) {
      const { appointmentId, code, contactMarks } = appointment
      const encrypted = encrypt(secret, Buffer.from(JSON.stringify(appointment)), placeOf(appointmentId))
      await reachingRedis(() => redis.hset(keyOf(appointmentId), 'appointment', encrypted))
      for (const mark of contactMarks) await reachingRedis(() => redis.set(pointerOf(code, mark), appointmentId))
    },
    async find(code, contactMark) {
      const appointmentId = await reachingRedis(() => redis.get(pointerOf(code, contactMark)))
      return appointmentId === null ? null : of(appointmentId)
    },
    async forget({ appointmentId, code, contactMarks }) {
      await reachingRedis(() => redis.del(keyOf(appointmentId)))
      for (const mark of contactMarks) await reachingRedis(() => redis.del(pointerOf(code, mark)))
    },
    keepProof: async (proof, appointmentId) =>
      void (await reachingRedis(() => redis.set(proofKey(proof), appointmentId, 'PX', proofKeptMs))),
    async withProof(proof) {
      const appointmentId = await reachingRedis(() => redis.get(proofKey(proof)))
      return appointmentId === null ? null : of(appointmentId)
    },
    async letter(appointmentId) {
      const kept = await reachingRedis(() => redis.hget(keyOf(appointmentId), 'letter'))
      return kept === null ? null : KeptLetter.parse(JSON.parse(kept))
    },
    keepLetter: async (appointmentId, letter) =>
      void (await reachingRedis(() => redis.hset(keyOf(appointmentId), 'letter', JSON.stringify(letter)))),
    settleLetter: (appointmentId, letter) => settle(redis, keyOf(appointmentId), 'letter', letter),
  }
}
