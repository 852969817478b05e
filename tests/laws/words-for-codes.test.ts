// Every code that a module rejects with or a route answers has words in both languages, and no words are kept for a code that nothing
// answers. The codes of the server are read from its source: `new HttpError(409, 'CODE', …)`, `rejected({ code: 'CODE', … })`.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { strings as en } from '../../client/strings.en.ts'
import { strings as firstLoad } from '../../client/strings.vi.ts'
import type { PasswordFault } from '../../server/identity/accounts/password-rules.ts'
import type { TemplateError } from '../../server/papers/templates/template-error.ts'
import type { linkFault } from '../../server/platform/http/route-access.ts'
import type { AnyModule, CommandContract } from '../../shared/kernel/module.ts'
import { coreRejections } from '../../shared/kernel/rejection.ts'
import { calendarFaults } from '../../shared/law/calendar-year.ts'
import type { PersonalRequestDetail } from '../../shared/wire/custody/personal-data.ts'
import { mediaRejections } from '../../shared/wire/engine/media-requests.ts'
import { rejectionReplies } from '../../shared/wire/engine/rejections.ts'
import { assistRejections } from '../../shared/wire/hearing/health.ts'
import { SecrecyRefusal } from '../../shared/wire/identity/secrecy.ts'
import { CertificateFault } from '../../shared/wire/papers/agency-certificate.ts'
import { documentFaults } from '../../shared/wire/papers/documents.ts'
import type { Access, Route } from '../../shared/wire/route.ts'

const root = join(import.meta.dirname, '../..')
const textOf = (file: string) => readFileSync(join(root, file), 'utf8')
const sourcesOf = (folder: 'client' | 'server' | 'shared') =>
  globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root })
    .filter((file) => !/\.(test|fixture)\.tsx?$|strings\.(vi|en)\.ts$/.test(file))
    .map((file) => ({ file, text: textOf(file) }))

const server = sourcesOf('server')
const client = sourcesOf('client')

/** Exactly one key for each fault: a new one does not compile until it has a line here. */
const namesOf = <Fault extends string>(all: Readonly<Record<Fault, true>>) => Object.keys(all)

/** The codes of the files that put them together, or get them as an argument. */
const computed: Readonly<Record<string, readonly string[]>> = {
  'server/identity/accounts/password-faults.ts': namesOf<PasswordFault>({
    'password-common': true,
    'password-own-name': true,
    'password-repeated': true,
  }),
  'server/identity/secrecy/secrecy-errors.ts': SecrecyRefusal.options,
  'server/platform/http/route-access.ts': namesOf<Parameters<typeof linkFault>[0]>({
    'link-invalid': true,
    'link-expired': true,
    'link-revoked': true,
  }),
  'server/casework/deadlines/law-routes.ts': calendarFaults.map((fault) => `law.day-${fault}`),
  'server/custody/personal-data/propose-erasure.ts': namesOf<PersonalRequestDetail['obstacles'][number]['why']>({
    hold: true,
    open: true,
    kept: true,
  }).map((why) => `personal-data.${why}`),
  'server/hearing/films/film-rights.ts': ['film.not-viewer', 'film.no-download'],
  'server/papers/templates/template-error.ts': namesOf<TemplateError['fault']>({
    broken: true,
    damaged: true,
    'missing-fields': true,
    'unknown-fields': true,
    'too-demanding': true,
    'not-docx': true,
    'one-file': true,
    'no-converter': true,
    'not-printed': true,
  }).map((fault) => `template.${fault}`),
  'server/papers/signature/agency-certificate-routes.ts': CertificateFault.options.map(
    (fault) => `certificate.${fault}`,
  ),
  'server/papers/documents/document-faults.ts': documentFaults.map((fault) => `document.${fault}`),
  // Its HttpError with a code that is not literal answers a rejection.
  'server/platform/http/errors.ts': [],
}

/** What a page answers to without a text of the catalogue: it reads again, asks for the name, shows a page of its own. */
const answeredByThePage = [
  'receipt.first',
  'reception.rules-changed',
  'reception.unnamed',
  'verification.unknown',
  'secrecy.no-public-pages',
]
/** Requests that no page makes: a body that is neither JSON nor the form asked for, a part that a file does not have. */
const neverOfAPage = ['unsupported', 'no-such-range']
/** The core's word to whoever commands too fast; at the pages of staff to whoever guesses passwords. The second names who can help. */
const withWordsTwice = ['rate-limited', 'accessList.no-part']

const literalError = /(?:new HttpError|super)\(\s*\d{3},\s*'([^']+)'/g
const literalRejection = /rejected\(\{\s*code: '([^']+)'/g
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found)

/** The codes of one file of the server, less those of a module that it hands on. */
const thrownIn = ({ file, text }: (typeof server)[number]): readonly string[] => [
  ...all(text, literalError),
  ...all(text, literalRejection),
  ...(file === 'server/platform/http/errors.ts' ? all(text, /\{ code: '([^']+)'/g) : []),
  ...(computed[file] ?? []),
]

const isModule = (value: unknown): value is AnyModule =>
  typeof value === 'object' && value !== null && 'commands' in value && 'events' in value && 'name' in value

const contracts = sourcesOf('shared').filter(({ text }) => /= defineModule\(/.test(text))
const modules = (
  await Promise.all(contracts.map(({ file }) => import(join(root, file)) as Promise<Record<string, unknown>>))
).flatMap((exported) => Object.values(exported).filter(isModule))
const codesOfModules = modules.flatMap(({ commands }) =>
  Object.values(commands as Record<string, CommandContract>).flatMap(({ rejections }) => rejections),
)
/** What all modules of a case have in common, see `composeCase`. */
const codesOfCases = ['case.closed', 'case.for-readers']

const codes: ReadonlySet<string> = new Set([
  ...codesOfModules,
  ...codesOfCases,
  ...coreRejections,
  ...mediaRejections,
  ...assistRejections,
  ...server.flatMap(thrownIn),
])
/** The page's own: `unreachable`, `unconfirmed`. */
const codesOfPages = client.flatMap(({ text }) => all(text, /(?:new ApiError|reject)\('([^']+)'/g))

/** `rejection.`, `staff.problem.`, …: where pages look for the words of a code. */
const prefixes = [
  ...new Set([
    'rejection.',
    ...client.flatMap(({ text }) => all(text, /wordsFor\(t, `([\w.]+\.)\$\{(?:\w+\.)?code\}`/g)),
  ]),
].filter((prefix) => !prefix.startsWith('definitions.'))

const vi: Record<string, string> = {}
for (const file of globSync('client/**/strings.vi.ts', { cwd: root }))
  Object.assign(vi, ((await import(join(root, file))) as { strings: object }).strings)
const catalogues: Record<string, Record<string, string>> = { vi, en }

const wordsOf = (code: string, words: Record<string, string> = vi) =>
  prefixes.filter((prefix) => words[`${prefix}${code}`] ?? words[`${prefix}${code}_other`])

describe('the codes of the server', () => {
  it('are all read from its source', () => {
    const unread = server.flatMap(({ file, text }) => {
      const thrown = all(text, /(new HttpError\()/g).length
      const own = /extends HttpError/.test(text) ? all(text, /(super\()/g).length : 0
      const isUnread = thrown + own > all(text, literalError).length
      return isUnread === file in computed ? [] : [file]
    })
    expect(modules.length).toBe(contracts.length)
    expect(codes.size).toBeGreaterThan(500)
    expect(unread).toEqual([])
  })

  it('of modules are answered by REST only if a module has them', () => {
    const known = [...codesOfModules, ...codesOfCases]
    expect(Object.keys(rejectionReplies).filter((code) => !known.includes(code))).toEqual([])
  })
})

describe.each(Object.entries(catalogues))('the %s catalogue', (_language, words) => {
  it('has words for every code', () => {
    const shown = [...codes, ...codesOfPages].filter((code) => ![...answeredByThePage, ...neverOfAPage].includes(code))
    expect(shown.filter((code) => wordsOf(code, words).length === 0)).toEqual([])
  })

  it('has no words for a code that nothing answers', () => {
    const known = [...codes, ...codesOfPages]
    const unused = Object.keys(words).filter((key) => {
      const prefix = prefixes.find((one) => key.startsWith(one))
      if (prefix === undefined || known.includes(key.slice(prefix.length).replace(/_(?:one|other)$/, ''))) return false
      return !client.some(({ text }) => text.includes(`'${key}'`))
    })
    expect(unused).toEqual([])
  })
})

/** Whether somebody without an account calls a route of this file. null: it serves none itself. */
async function servesOutsiders({ file, text }: (typeof server)[number]): Promise<boolean | null> {
  const accesses: Access[] = []
  for (const [, api = '', name = ''] of text.matchAll(/serve\(\s*api,\s*(\w+)\.(\w+)/g)) {
    const path = new RegExp(`import \\{[^}]*\\b${api}\\b[^}]*\\} from '([^']+)'`).exec(text)?.[1]
    // A contract that is handed in, once for accounts and once for links.
    if (path === undefined) return true
    const contract = (await import(join(root, file, '..', path))) as Record<string, Record<string, Route>>
    accesses.push(contract[api]?.[name]?.access ?? 'link')
  }
  return accesses.length === 0 ? null : accesses.some((access) => !ofAccounts.includes(access))
}
/** `anyone`: to sign in, to read what the pages start with. */
const ofAccounts: readonly Access[] = ['staff', 'administrator', 'anyone']

/** They serve no route themselves, and turn accounts alone away. */
const thrownAtAccounts = [
  'server/http/guard.ts',
  'server/http/identify.ts',
  'server/http/security.ts',
  'server/identity/accounts/password-faults.ts',
  'server/identity/secrecy/secrecy-errors.ts',
  'server/hearing/films/film-rights.ts',
  'server/figures/reports/asked-report.ts',
  'server/casework/cases/case-replies.ts',
  'server/casework/cases/case-views.ts',
  'server/casework/cases/enter-case.ts',
  'server/papers/documents/evidence-form.ts',
  'server/custody/personal-data/propose-erasure.ts',
  // Templates are handed in by accounts; what whoever prints by a link meets is `not-printed`, whose words are there.
  'server/papers/templates/template-error.ts',
]
/** A file serves others too, but these are answers of its routes for accounts; the waiting page asks for its ticket again (`queue.ended`). */
const codesForAccounts = ['verification.stands-no-more', 'units.too-many', 'archive.not-sealed', 'queue.ended']

describe('the words of a code', () => {
  it('come with the first page, or with the public page, where somebody without an account meets it', async () => {
    const lacking: string[] = []
    for (const source of server) {
      const outsiders = (await servesOutsiders(source)) ?? !thrownAtAccounts.includes(source.file)
      const missing = thrownIn(source).filter(
        (code) =>
          ![...answeredByThePage, ...neverOfAPage, ...codesForAccounts].includes(code) &&
          !(`rejection.${code}` in firstLoad) &&
          wordsOf(code).every((prefix) => ['rejection.', 'staff.problem.'].includes(prefix)),
      )
      if (outsiders) lacking.push(...missing.map((code) => `${source.file}: ${code}`))
    }
    expect(lacking).toEqual([])
  })

  it('stand in one place, if a module rejects with it', () => {
    const twice = [...codesOfModules, ...coreRejections].filter((code) =>
      ['rejection.', 'staff.problem.'].every((prefix) => wordsOf(code).includes(prefix)),
    )
    expect([...new Set(twice)].sort()).toEqual(withWordsTwice.toSorted())
  })

  it('are not written where a page answers by itself, which it does', () => {
    const all = client.map(({ text }) => text).join()
    expect(answeredByThePage.filter((code) => wordsOf(code).length > 0 || !all.includes(`'${code}'`))).toEqual([])
    expect(neverOfAPage.filter((code) => !codes.has(code))).toEqual([])
  })
})
