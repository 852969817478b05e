// What pages of a running session say.
import { strings as devices } from './devices/strings.vi.ts'
import { strings as entrance } from './entrance/strings.vi.ts'
import { strings as media } from './media/strings.vi.ts'
import { strings as opening } from './opening/strings.vi.ts'
import { strings as session } from './session/strings.vi.ts'
import { strings as stage } from './stage/strings.vi.ts'
import { strings as viewer } from './viewer/strings.vi.ts'

export const strings = {
  ...devices,
  ...entrance,
  ...media,
  ...opening,
  ...session,
  ...stage,
  ...viewer,
}
