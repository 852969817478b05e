// Opens identity: accounts and logins, links, the people of sessions, citizens, officers and units; the audit log; and
// the levels of secrecy that this installation may handle.
import type { Base } from '../platform/base.ts'
import { createAccounts } from './accounts/accounts.ts'
import { createDeviceCookies } from './accounts/device-cookies.ts'
import { createLogins } from './accounts/login.ts'
import { createLoginAttempts } from './accounts/login-attempts.ts'
import { createPasswordLinks } from './accounts/password-links.ts'
import { createSetUpLink } from './accounts/set-up-link.ts'
import { createAuditLog } from './audit/audit-log.ts'
import { createCitizens } from './citizens/citizens-record.ts'
import { createNameSearches } from './citizens/name-searches.ts'
import { createWordReads } from './citizens/word-reads.ts'
import { createCodes } from './links/codes.ts'
import { createLinks } from './links/links.ts'
import { createOfficers } from './officers/officers.ts'
import { createPeopleRecord } from './people/people-record.ts'
import type { SecrecyGate } from './secrecy/gate.ts'
import { createUnits } from './units/units.ts'

interface Parts {
  readonly secrecyGate: SecrecyGate
}

export type Identity = ReturnType<typeof openIdentity>

export function openIdentity({ redis, secrets, publicUrl, now, log, lifetime }: Base, { secrecyGate }: Parts) {
  const { linkKey, peopleKey } = secrets
  const accounts = createAccounts(redis, now)
  const audit = createAuditLog(redis, now)
  const citizens = createCitizens(redis, peopleKey, now, log)
  // Beside the work: whoever is not known again yet is found by the next start.
  lifetime.recovers(
    () =>
      void citizens
        .fill()
        .catch((error: unknown) =>
          log.error({ err: error }, 'not everybody is known again; the next start goes on with it'),
        ),
  )
  return {
    secrecyGate,
    accounts,
    audit,
    citizens,
    setUpLink: createSetUpLink(accounts),
    passwordLinks: createPasswordLinks({ redis, accounts, publicUrl, now }),
    logins: createLogins({
      redis,
      accounts,
      attempts: createLoginAttempts(redis),
      devices: createDeviceCookies(linkKey),
      audit,
      now,
    }),
    links: createLinks({ key: linkKey, publicUrl, now }),
    codeFor: createCodes(linkKey),
    people: createPeopleRecord(redis, peopleKey),
    nameSearches: createNameSearches(redis, peopleKey, citizens.blindIndexOf, now),
    wordReads: createWordReads(redis, now),
    officers: createOfficers(redis, peopleKey),
    units: createUnits(redis, peopleKey),
  }
}
