// The contacts with which whoever brought a case proves their identity when they follow it.
import type { Citizen } from '../../../shared/wire/identity/citizens.ts'
import type { Contacts } from './follow-codes.ts'

/** The first who names a contact is asked for it. */
export const contactsOf = (people: readonly Citizen[]): Contacts => ({
  phone: people.find(({ phone }) => phone !== null)?.phone ?? null,
  email: people.find(({ email }) => email !== null)?.email?.toLowerCase() ?? null,
})
