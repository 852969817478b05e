import { strings as check } from './check/strings.en.ts'
import { strings as kiosk } from './kiosk/strings.en.ts'
import { strings as wait } from './wait/strings.en.ts'

export const strings = {
  ...check,
  ...kiosk,
  ...wait,
}
