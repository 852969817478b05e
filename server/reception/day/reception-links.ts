// Links of a reception day, signed like those of sessions but not valid for a session: PUBLIC_URL/wait#TOKEN names a
// ticket, PUBLIC_URL/kiosk#TOKEN a kiosk. What a ticket still gives access to depends on the state of its day.

import { errors, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { TicketId } from '../../../shared/kernel/ids.ts'
import { startOf } from '../../../shared/law/working-days.ts'
import type { TicketReference } from '../../platform/http/route-access.ts'

export interface ReceptionLinks {
  ticketAddress(ticket: TicketReference): Promise<string>
  /** null: forged, or of a day long over. */
  verifyTicket(token: string): Promise<TicketReference | null>
  kioskAddress(kioskId: string): Promise<string>
  verifyKiosk(token: string): Promise<string | null>
}

const algorithm = 'HS256'
const ticketAudience = 'diemcau:ticket'
const kioskAudience = 'diemcau:kiosk'
const TicketClaims = z.object({ day: z.iso.date(), sub: TicketId })
const KioskClaims = z.object({ sub: z.string().max(64) })

/** Whoever was received late in the evening may still read that it is over. */
const ticketLastsMs = 2 * 24 * 60 * 60 * 1000

export function createReceptionLinks({
  key,
  publicUrl,
  now,
}: {
  key: Uint8Array
  publicUrl: () => string
  now: () => number
}): ReceptionLinks {
  async function read<T>(token: string, audience: string, claims: z.ZodType<T>): Promise<T | null> {
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: [algorithm],
        audience,
        currentDate: new Date(now()),
      })
      return claims.safeParse(payload).data ?? null
    } catch (error) {
      if (error instanceof errors.JOSEError) return null
      throw error
    }
  }

  return {
    async ticketAddress({ day, ticketId }) {
      const token = await new SignJWT({ day })
        .setProtectedHeader({ alg: algorithm })
        .setSubject(ticketId)
        .setAudience(ticketAudience)
        .setExpirationTime(Math.floor((startOf(day) + ticketLastsMs) / 1000))
        .sign(key)
      return `${publicUrl()}/wait#${token}`
    },
    async verifyTicket(token) {
      const claims = await read(token, ticketAudience, TicketClaims)
      return claims && { day: claims.day, ticketId: claims.sub }
    },
    async kioskAddress(kioskId) {
      // Without an end of its own: an officer takes it back by taking the machine off the list.
      const token = await new SignJWT()
        .setProtectedHeader({ alg: algorithm })
        .setSubject(kioskId)
        .setAudience(kioskAudience)
        .sign(key)
      return `${publicUrl()}/kiosk#${token}`
    },
    verifyKiosk: async (token) => (await read(token, kioskAudience, KioskClaims))?.sub ?? null,
  }
}
