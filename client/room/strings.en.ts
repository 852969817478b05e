import { strings as agenda } from './features/agenda/strings.en.ts'
import { strings as ballot } from './features/ballot/strings.en.ts'
import { strings as captions } from './features/captions/strings.en.ts'
import { strings as chat } from './features/chat/strings.en.ts'
import { strings as consultation } from './features/consultation/strings.en.ts'
import { strings as devices } from './features/devices/strings.en.ts'
import { strings as dialogue } from './features/dialogue/strings.en.ts'
import { strings as documents } from './features/documents/strings.en.ts'
import { strings as floor } from './features/floor/strings.en.ts'
import { strings as health } from './features/health/strings.en.ts'
import { strings as identity } from './features/identity/strings.en.ts'
import { strings as interpretation } from './features/interpretation/strings.en.ts'
import { strings as minutes } from './features/minutes/strings.en.ts'
import { strings as people } from './features/people/strings.en.ts'
import { strings as receipt } from './features/receipt/strings.en.ts'
import { strings as rollcall } from './features/rollcall/strings.en.ts'
import { strings as session } from './features/session/strings.en.ts'
import { strings as sharing } from './features/sharing/strings.en.ts'
import { strings as signLanguage } from './features/sign-language/strings.en.ts'
import { strings as statement } from './features/statement/strings.en.ts'
import { strings as visit } from './features/visit/strings.en.ts'
import { strings as reading } from './reading/strings.en.ts'
import { strings as shell } from './shell/strings.en.ts'

export const strings = {
  ...agenda,
  ...ballot,
  ...captions,
  ...chat,
  ...consultation,
  ...devices,
  ...dialogue,
  ...documents,
  ...floor,
  ...health,
  ...identity,
  ...interpretation,
  ...minutes,
  ...people,
  ...receipt,
  ...rollcall,
  ...session,
  ...sharing,
  ...signLanguage,
  ...statement,
  ...visit,
  ...reading,
  ...shell,
}
