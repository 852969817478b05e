// Participants' links: PUBLIC_URL/join#TOKEN, where the token is signed and names session, participant and link. The
// fragment reaches no log. Whether a link is still the current one is decided by the state of the session (see
// doorAnswer).

import { errors, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { LinkId, ParticipantId, SessionId } from '../../../shared/kernel/ids.ts'
import type { Caller } from '../../platform/caller.ts'

export type LinkVerdict = { kind: 'valid'; caller: Caller } | { kind: 'expired' } | { kind: 'invalid' }

export interface Links {
  /** `expiresAt` in epoch milliseconds. */
  sign(caller: Caller, expiresAt: number): Promise<string>
  /** The address to hand to the participant. */
  address(caller: Caller, expiresAt: number): Promise<string>
  verify(token: string): Promise<LinkVerdict>
}

const audience = 'diemcau:link'
/** RFC 8725, 3.1: the one algorithm this server signs with; never what the token's own header wishes. */
const algorithm = 'HS256'

const Claims = z.object({ sid: SessionId, sub: ParticipantId, jti: LinkId })

export function createLinks({
  key,
  publicUrl,
  now,
}: {
  key: Uint8Array
  publicUrl: () => string
  now: () => number
}): Links {
  const sign: Links['sign'] = ({ sessionId, participantId, linkId }, expiresAt) =>
    new SignJWT({ sid: sessionId })
      .setProtectedHeader({ alg: algorithm })
      .setSubject(participantId)
      .setJti(linkId)
      .setAudience(audience)
      .setExpirationTime(Math.floor(expiresAt / 1000))
      .sign(key)

  return {
    sign,

    address: async (caller, expiresAt) => `${publicUrl()}/join#${await sign(caller, expiresAt)}`,

    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: [algorithm],
          audience,
          requiredClaims: ['exp'],
          currentDate: new Date(now()),
        })
        const claims = Claims.safeParse(payload)
        if (!claims.success) return { kind: 'invalid' }
        const { sid, sub, jti } = claims.data
        return { kind: 'valid', caller: { sessionId: sid, participantId: sub, linkId: jti } }
      } catch (error) {
        // Thrown only for a token whose signature is good.
        if (error instanceof errors.JWTExpired) return { kind: 'expired' }
        if (error instanceof errors.JOSEError) return { kind: 'invalid' }
        throw error
      }
    },
  }
}

const day = 24 * 60 * 60 * 1000

/** A link outlives its session by a month, in which chair and secretary fetch the papers with it. Epoch milliseconds. */
export function linkExpiresAt(session: { scheduledAt: number; plannedMinutes: number }, now: number): number {
  return Math.max(session.scheduledAt + session.plannedMinutes * 60_000, now) + 30 * day
}
