// Credentials for the agency’s own TURN servers, by draft-uberti-behave-turn-rest-00 and coturn’s use-auth-secret.
import { createHmac } from 'node:crypto'
import type { IceServer } from '../../../shared/wire/engine/media-requests.ts'

export interface TurnOptions {
  readonly urls: readonly string[]
  readonly secret: string
}

/**
 * Five minutes: a browser allocates within seconds of its welcome, and coturn lets an allocation live on after the
 * credential has run out. A page that allocates again later gets a fresh one with its ICE restart. Longer would only help
 * somebody who sends their own traffic through the relay (ASVS 5.0, 17.1).
 */
const VALID_SECONDS = 300

/** @param user named in the TURN server's log and quota; says nothing about the person. */
export function iceServers(turn: TurnOptions | null, user: string, now: number): IceServer[] {
  if (turn === null) return []
  const username = `${Math.floor(now / 1000) + VALID_SECONDS}:${user}`
  const credential = createHmac('sha1', turn.secret).update(username).digest('base64')
  return [{ urls: [...turn.urls], username, credential }]
}
