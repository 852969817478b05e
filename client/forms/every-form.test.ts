// Walks client/: whoever adds a field for words adds how they are kept, or a line here that says why they are not (ADR 0079).
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const client = join(import.meta.dirname, '..')

const why = {
  secret: 'a password or a code: never kept',
  search: 'looks for something, and sends nothing',
  atOnce: 'told the server while it is typed, or when the field is left',
  ofFile: 'goes with a file, which is chosen again',
  shown: 'shows something; nothing is typed',
  passer: 'a telephone number of who waits: not left on a machine that the next one uses',
} as const

const notKept: Readonly<Record<string, keyof typeof why>> = {
  'captions/CaptionBox.tsx': 'atOnce',
  'pages/petition/FollowPage.tsx': 'secret',
  'pages/reception/AppointmentPage.tsx': 'secret',
  'pages/staff/AccountFields.tsx': 'secret',
  'pages/staff/AgencyCertificate.tsx': 'secret',
  'pages/staff/NameSearch.tsx': 'search',
  'pages/staff/OwnPasswordDialog.tsx': 'secret',
  'pages/staff/PasswordLinkDialog.tsx': 'shown',
  'pages/staff/PasswordPage.tsx': 'secret',
  'pages/staff/SessionListPage.tsx': 'search',
  'pages/staff/SetUpPage.tsx': 'secret',
  'pages/staff/SignInPage.tsx': 'secret',
  'pages/staff/cases/CasesPage.tsx': 'search',
  'pages/staff/player/MinutesBeside.tsx': 'search',
  'pages/staff/reception/WaitingList.tsx': 'search',
  'pages/staff/register/PeriodChoice.tsx': 'search',
  'pages/staff/register/RegisterPage.tsx': 'search',
  'pages/staff/reports/PeriodFields.tsx': 'search',
  'pages/verify/VerifyPage.tsx': 'secret',
  'pages/wait/CallMe.tsx': 'passer',
  'panels/ballot/SiteBooth.tsx': 'secret',
  'panels/floor/GrantTimeChoice.tsx': 'atOnce',
  'panels/minutes/TranscriptLines.tsx': 'search',
  'panels/people/PeoplePanel.tsx': 'search',
  'panels/rollcall/SiteRollcall.tsx': 'atOnce',
  'panels/statement/Writing.tsx': 'atOnce',
  'scan/ScanDialog.tsx': 'ofFile',
  'statement/SignByCode.tsx': 'secret',
}

const typedInto = /<(TextInput|Textarea|NumberInput|Autocomplete|PasswordInput|PinInput|TagsInput)\b/
/** Words held in a way that a reload loses. */
const heldInVain =
  /useState(<(string|number \| string|Record<string, string>)>)?\((''|"")?\)|useState<number \| string>\(/
/** One field that stands open beside a button: its words are seen without being told of. */
const alwaysInSight = [
  'panels/chat/Composer.tsx',
  'panels/minutes/Comments.tsx',
  'panels/session/AnnouncementControl.tsx',
]

const keepers = [
  'forms/use-kept.ts',
  'forms/use-kept-form.ts',
  'pages/staff/cases/use-kept-step.ts',
  'panels/minutes/kept-drafts.ts',
]

const files = new Map(
  globSync('**/*.{ts,tsx}', { cwd: client })
    .sort()
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => [file, readFileSync(join(client, file), 'utf8')]),
)
const importsOf = (file: string, text: string) =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, to]) => join(dirname(file), to ?? ''))
const imports = new Map([...files].map(([file, text]) => [file, new Set(importsOf(file, text))]))
const importersOf = (file: string) => [...imports].filter(([, of]) => of.has(file)).map(([from]) => from)

const keeps = (file: string) => keepers.some((keeper) => imports.get(file)?.has(keeper))

/** A file with fields alone has their words from those that show it: each of them keeps them. */
function isKept(file: string, above: readonly string[] = []): boolean {
  if (file in notKept || keeps(file)) return true
  const importers = importersOf(file).filter((one) => !above.includes(one))
  return importers.length > 0 && importers.every((one) => isKept(one, [...above, file]))
}

const withFields = [...files].filter(([, text]) => typedInto.test(text)).map(([file]) => file)

describe('each form of the client', () => {
  it('keeps what is typed into it', () => {
    expect(withFields.length).toBeGreaterThan(60)
    expect(withFields.filter((file) => !isKept(file))).toEqual([])
  })

  it('holds no words beside what it keeps', () => {
    const inVain = withFields.filter((file) => !(file in notKept) && heldInVain.test(files.get(file) ?? ''))
    expect(inVain).toEqual([])
  })

  it('ends its draft when it was sent, and says where one is there', () => {
    const begun = [...files].filter(([file, text]) => keeps(file) && /= useKept(Form|Step)?\b/.test(text))
    const lacks = (pattern: RegExp) => begun.filter(([, text]) => !pattern.test(text)).map(([file]) => file)
    // A frame that is given the draft ends it, or is given what ends it.
    expect(
      lacks(/\bkept\.(sent|end|saved|empty|sentBy|savedBy|emptiedBy)\b|\buseSending\(kept\b|<StepFrame\b/),
    ).toEqual([])
    expect(lacks(/ kept=\{kept\}/)).toEqual(alwaysInSight)
  })

  it('ends its draft when the answer comes, also when it was closed before: React Query calls no callback of `mutate` then', () => {
    const callback = /\bonSuccess(: |\([^)]*\) \{\s*|: \([^)]*\) => \{?\s*)(kept|named)\b/
    const late = [...files].filter(([, text]) => callback.test(text))
    expect(late.map(([file]) => file)).toEqual([])
  })

  it('keeps no password, and is made in one place', () => {
    const secret = withFields.filter((file) => /<(PasswordInput|PinInput)\b/.test(files.get(file) ?? ''))
    expect(secret.filter(keeps)).toEqual([])
    const made = [...files].filter(([, text]) => /import \{[^}]*\buseForm\b[^}]*\} from '@mantine\/form'/.test(text))
    expect(
      made.map(([file]) => file).filter((file) => file !== 'forms/use-kept-form.ts' && notKept[file] !== 'secret'),
    ).toEqual([])
  })

  it('that is not kept has such fields still', () => {
    expect(
      Object.keys(notKept).filter((file) => !withFields.includes(file) && !/useForm/.test(files.get(file) ?? '')),
    ).toEqual([])
  })
})
