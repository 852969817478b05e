import { strings as devices } from './devices/strings.en.ts'
import { strings as entrance } from './entrance/strings.en.ts'
import { strings as media } from './media/strings.en.ts'
import { strings as opening } from './opening/strings.en.ts'
import { strings as session } from './session/strings.en.ts'
import { strings as stage } from './stage/strings.en.ts'
import { strings as viewer } from './viewer/strings.en.ts'

export const strings = {
  ...devices,
  ...entrance,
  ...media,
  ...opening,
  ...session,
  ...stage,
  ...viewer,
}
