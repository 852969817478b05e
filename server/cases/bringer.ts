// What a case needs of whoever brought it, without knowing them: the contacts that prove them, and marks to find them again by.
import type { Citizen } from '../../shared/wire/citizens.ts'
import type { Citizens } from '../citizens/citizens.ts'
import type { Bringer } from './cases.ts'

/** The first who names a contact is asked for it. */
export const bringerOf = ({ markOf }: Pick<Citizens, 'markOf'>, people: readonly Citizen[]): Bringer => ({
  contacts: {
    phone: people.find(({ phone }) => phone !== null)?.phone ?? null,
    email: people.find(({ email }) => email !== null)?.email?.toLowerCase() ?? null,
  },
  marks: people.flatMap(({ phone, email, identity }) => [
    ...(phone === null ? [] : [markOf('phone', phone)]),
    ...(email === null ? [] : [markOf('email', email.toLowerCase())]),
    ...(identity === null ? [] : [markOf('paper', identity.number)]),
  ]),
})
