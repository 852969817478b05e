// Passwords as argon2id hashes in PHC format. Called by accounts.ts only.
import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import { createBounded } from '../../platform/bounded.ts'

/** OWASP Password Storage Cheat Sheet: Argon2id (the default) with 19 MiB, 2 passes, 1 lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Half of the cores, whoever knocks: hearings run on the others. So many as wait have their answer within a few seconds. */
const oneByOne = createBounded({
  atOnce: Math.max(1, Math.floor(availableParallelism() / 2)),
  waiting: 32,
  retryAfterMs: 3000,
})

/** One form for what different keyboards send for the same letters: Vietnamese has both (NIST SP 800-63B-4, 3.1.1.2). */
const normalise = (password: string) => password.normalize('NFKC')

/** Throws Busy. */
export const hashPassword = (password: string): Promise<string> => oneByOne(() => hash(normalise(password), cost))

let decoy: Promise<string> | undefined

/** Takes as long for `null`, an account that does not exist, as for a wrong password. Throws Busy. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  // Made once, whoever is waiting.
  decoy ??= hash('no password at all', cost)
  const against = passwordHash ?? (await decoy)
  const matches = await oneByOne(() => verify(against, normalise(password)))
  return matches && passwordHash !== null
}
