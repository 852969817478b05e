// The words of the waiting page, the kiosk and the self-test: fetched with the first of them.
import { strings as check } from './check/strings.vi.ts'
import { strings as kiosk } from './kiosk/strings.vi.ts'
import { strings as wait } from './wait/strings.vi.ts'

export const strings = {
  ...check,
  ...kiosk,
  ...wait,
}
