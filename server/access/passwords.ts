// Passwords as argon2id hashes in PHC form. Called by accounts.ts alone.
import { hash, verify } from '@node-rs/argon2'

/** OWASP Password Storage Cheat Sheet: Argon2id (the default) with 19 MiB, 2 passes, 1 lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** One form for what different keyboards send for the same letters: Vietnamese has both (NIST SP 800-63B-4, 3.1.1.2). */
const normalise = (password: string) => password.normalize('NFKC')

export const hashPassword = (password: string): Promise<string> => hash(normalise(password), cost)

let decoy: Promise<string> | undefined

/** Takes as long for `null`, an account that does not exist, as for a wrong password. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('no password at all')
  const matches = await verify(passwordHash ?? (await decoy), normalise(password))
  return matches && passwordHash !== null
}
