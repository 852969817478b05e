// What a catalogue must be. Keys are flat (`panels.floor.grant`), so that one search finds a text and all its uses.
import type { caseModules } from '../../../shared/cases/index.ts'
import type { coreRejections } from '../../../shared/kernel/rejection.ts'
import type { sessionModules } from '../../../shared/modules/index.ts'
import type { FarewellReason } from '../../../shared/wire/engine/farewells.ts'
import type { mediaRejections } from '../../../shared/wire/engine/media-requests.ts'
import type { assistRejections } from '../../../shared/wire/hearing/health.ts'
import type { DocumentFault } from '../../../shared/wire/papers/documents.ts'

/** A key missing in the second language is a compile error. English alone has a singular form: `key_one`. */
export type TranslationOf<Words> = { readonly [Key in keyof Words]: string } & {
  readonly [Key in `${Stem<keyof Words & string>}_one`]?: string
}

type Stem<Key extends string> = Key extends `${infer Counted}_other` ? Counted : Key

type Commands = (typeof sessionModules)[number]['module']['commands']
type CodesOf<Contracts> =
  Contracts extends Record<string, unknown>
    ? {
        [Name in keyof Contracts]: Contracts[Name] extends { rejections: readonly (infer Code)[] } ? Code : never
      }[keyof Contracts]
    : never

type RejectionCode =
  | CodesOf<Commands>
  | `document.${DocumentFault}`
  | (typeof coreRejections)[number]
  | (typeof mediaRejections)[number]
  | (typeof assistRejections)[number]

/** Every lawful "no" and every reason for an end has words; a new code without them does not compile. */
export type WordsForCodes = Readonly<
  Record<`rejection.${RejectionCode & string}` | `farewell.${FarewellReason}`, string>
>

/** The same for the modules of a case, and for the rule over them all. */
export type CaseRejections = Readonly<
  Record<
    `rejection.${(CodesOf<(typeof caseModules)[number]['module']['commands']> & string) | 'case.closed' | 'case.for-readers'}`,
    string
  >
>

/** The same for a module of an aggregate beside the session. */
export type WordsOfModule<M extends { readonly commands: unknown }> = Readonly<
  Record<`rejection.${CodesOf<M['commands']> & string}`, string>
>
