// The words of the room. A new feature adds one line.
import { strings as agenda } from './features/agenda/strings.vi.ts'
import { strings as ballot } from './features/ballot/strings.vi.ts'
import { strings as captions } from './features/captions/strings.vi.ts'
import { strings as chat } from './features/chat/strings.vi.ts'
import { strings as consultation } from './features/consultation/strings.vi.ts'
import { strings as devices } from './features/devices/strings.vi.ts'
import { strings as dialogue } from './features/dialogue/strings.vi.ts'
import { strings as documents } from './features/documents/strings.vi.ts'
import { strings as floor } from './features/floor/strings.vi.ts'
import { strings as health } from './features/health/strings.vi.ts'
import { strings as identity } from './features/identity/strings.vi.ts'
import { strings as interpretation } from './features/interpretation/strings.vi.ts'
import { strings as minutes } from './features/minutes/strings.vi.ts'
import { strings as people } from './features/people/strings.vi.ts'
import { strings as receipt } from './features/receipt/strings.vi.ts'
import { strings as rollcall } from './features/rollcall/strings.vi.ts'
import { strings as session } from './features/session/strings.vi.ts'
import { strings as sharing } from './features/sharing/strings.vi.ts'
import { strings as signLanguage } from './features/sign-language/strings.vi.ts'
import { strings as statement } from './features/statement/strings.vi.ts'
import { strings as visit } from './features/visit/strings.vi.ts'
import { strings as reading } from './reading/strings.vi.ts'
import { strings as shell } from './shell/strings.vi.ts'

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
