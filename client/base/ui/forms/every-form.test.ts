// Walks client/: whoever adds a field for words adds how they are kept, or a line here that says why they are not (ADR 0079).
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const client = join(import.meta.dirname, '../../..')

const why = {
  secret: 'a password or a code: never kept',
  search: 'looks for something, and sends nothing',
  atOnce: 'told the server while it is typed, or when the field is left',
  ofFile: 'goes with a file, which is chosen again',
  shown: 'shows something; nothing is typed',
  passer: 'a telephone number of who waits: not left on a machine that the next one uses',
  offered: 'chosen among what is offered at the moment; nothing is typed',
} as const

const notKept: Readonly<Record<string, keyof typeof why>> = {
  'room/features/captions/CaptionBox.tsx': 'atOnce',
  'public/petition/FollowPage.tsx': 'secret',
  'public/booking/AppointmentPage.tsx': 'secret',
  'office/accounts/AccountFields.tsx': 'secret',
  'office/papers/AgencyCertificate.tsx': 'secret',
  'office/ui/NameSearch.tsx': 'search',
  'office/sign-in/OwnPasswordDialog.tsx': 'secret',
  'office/accounts/PasswordLinkDialog.tsx': 'shown',
  'office/sign-in/PasswordPage.tsx': 'secret',
  'office/sessions/list/SessionListPage.tsx': 'search',
  'office/sign-in/SetUpPage.tsx': 'secret',
  'office/sign-in/SignInPage.tsx': 'secret',
  'office/cases/CasesPage.tsx': 'search',
  'office/sessions/film/MinutesBeside.tsx': 'search',
  'office/reception/day/WaitingList.tsx': 'search',
  'office/register/PeriodChoice.tsx': 'search',
  'office/register/RegisterPage.tsx': 'search',
  'office/reports/PeriodFields.tsx': 'search',
  'public/verify/VerifyPage.tsx': 'secret',
  'public/booking/MoveForm.tsx': 'offered',
  'waiting/wait/CallMe.tsx': 'passer',
  'room/features/ballot/SiteBooth.tsx': 'secret',
  'room/features/floor/GrantTimeChoice.tsx': 'atOnce',
  'room/features/minutes/course/TranscriptLines.tsx': 'search',
  'room/features/people/PeoplePanel.tsx': 'search',
  'room/features/rollcall/SiteRollcall.tsx': 'atOnce',
  'room/features/statement/Writing.tsx': 'atOnce',
  'base/scan/ScanDialog.tsx': 'ofFile',
  'room/features/statement/signing/SignByCode.tsx': 'secret',
}

/** Forms of several fields that are not of @mantine/form. */
const otherForms: Readonly<Record<string, string>> = {
  'public/verify/VerifyPage.tsx': 'one field, the code; the file is compared when it is chosen',
  'room/features/minutes/entries/EntryForm.tsx': 'a draft of the minutes, kept among the others in kept-drafts.ts',
  'room/features/statement/signing/StatementDialog.tsx': 'one text; the signature is drawn in another step',
}

const withForm = /<(form|FormDialog|FormFrame|StepFrame|CentredForm)\b/
const oneField =
  /<(TextInput|Textarea|\w*Select|Autocomplete|PasswordInput|PinInput|TagsInput|Switch|Checkbox|Checkbox\.Group|Radio\.Group|SegmentedControl|[A-Z]\w*(Input|Fields?|Choice))(?![\w.])/g

const typedInto =
  /<(TextInput|Textarea|NumberInput|Autocomplete|PasswordInput|PinInput|TagsInput|DateField|TimeField)\b/
/** Words held in a way that a reload loses. */
const heldInVain =
  /useState(<(string|number \| string|Record<string, string>)>)?\((''|"")?\)|useState<number \| string>\(/
/** One field that stands open beside a button: its words are seen without being told of. */
const alwaysInSight = [
  'room/features/chat/Composer.tsx',
  'room/features/minutes/approval/Comments.tsx',
  'room/features/session/announcement/AnnouncementControl.tsx',
]

const keepers = [
  'base/ui/forms/use-kept-text.ts',
  'base/ui/forms/use-kept-form.ts',
  'office/cases/acts/use-kept-step.ts',
  'room/features/minutes/entries/kept-drafts.ts',
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
  it('stores its input, except for listed exceptions', () => {
    expect(withFields.length).toBeGreaterThan(60)
    expect(withFields.filter((file) => !isKept(file))).toEqual([])
  })

  it('holds no text in `useState` instead of the stored draft', () => {
    const inVain = withFields.filter((file) => !(file in notKept) && heldInVain.test(files.get(file) ?? ''))
    expect(inVain).toEqual([])
  })

  it('ends its draft when sent, and shows that a draft was restored', () => {
    const begun = [...files].filter(
      ([file, text]) => keeps(file) && !keepers.includes(file) && /= useKept(Form|Step|Text)?\b/.test(text),
    )
    const lacks = (pattern: RegExp) => begun.filter(([, text]) => !pattern.test(text)).map(([file]) => file)
    // A frame that is given the draft ends it, or is given what ends it.
    expect(
      lacks(/\bkept\.(sent|end|saved|empty|sentBy|savedBy|emptiedBy)\b|\buseSending\(kept\b|<StepFrame\b/),
    ).toEqual([])
    expect(lacks(/ kept=\{kept\}/)).toEqual(alwaysInSight)
  })

  it('with several fields is made by @mantine/form', () => {
    const several = [...files].filter(([, text]) => withForm.test(text) && (text.match(oneField)?.length ?? 0) > 1)
    const made = ([file, text]: [string, string]) =>
      /\b(useKeptForm|useKeptStep|useForm|KeptForm|UseFormReturnType)\b/.test(text) || file in otherForms
    expect(several.length).toBeGreaterThan(40)
    expect(several.filter((one) => !made(one)).map(([file]) => file)).toEqual([])
  })

  it('does not end its draft in `onSuccess` of `mutate`, which React Query skips after unmounting', () => {
    const callback = /\bonSuccess(: |\([^)]*\) \{\s*|: \([^)]*\) => \{?\s*)(kept|named)\b/
    const late = [...files].filter(([, text]) => callback.test(text))
    expect(late.map(([file]) => file)).toEqual([])
  })

  it('stores no password, and uses the shared form hook', () => {
    const secret = withFields.filter((file) => /<(PasswordInput|PinInput)\b/.test(files.get(file) ?? ''))
    expect(secret.filter(keeps)).toEqual([])
    const made = [...files].filter(([, text]) => /import \{[^}]*\buseForm\b[^}]*\} from '@mantine\/form'/.test(text))
    expect(
      made
        .map(([file]) => file)
        .filter(
          (file) =>
            file !== 'base/ui/forms/use-kept-form.ts' && !['secret', 'passer', 'offered'].includes(notKept[file] ?? ''),
        ),
    ).toEqual([])
  })

  it('uses DateField and TimeField, no native ones: those show 03/12 for 12 March in an American browser', () => {
    const native = /\btype=\W*(date|time|datetime-local|month|week)\b/
    expect([...files].filter(([, text]) => native.test(text)).map(([file]) => file)).toEqual([])
  })

  it('listed as an exception still has fields', () => {
    expect(
      Object.keys(notKept).filter((file) => !withFields.includes(file) && !/useForm/.test(files.get(file) ?? '')),
    ).toEqual([])
  })
})
