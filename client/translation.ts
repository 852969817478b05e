// Which words the pages start with, and which keys t() knows.
import type { strings as appointments } from './base/appointments/strings.vi.ts'
import { startTranslation } from './base/i18n/index.ts'
import type { strings as sharedOfPetitions } from './base/petition/strings.vi.ts'
import type { strings as scan } from './base/scan/strings.vi.ts'
import type { strings as dates } from './base/ui/dates/strings.vi.ts'
import type { strings as office } from './office/strings.vi.ts'
import type { strings as booking } from './public/booking/strings.vi.ts'
import type { strings as petition } from './public/petition/strings.vi.ts'
import type { strings as verify } from './public/verify/strings.vi.ts'
import { strings } from './strings.vi.ts'
import type { strings as waiting } from './waiting/strings.vi.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: {
      translation: typeof strings &
        typeof appointments &
        typeof sharedOfPetitions &
        typeof scan &
        typeof dates &
        typeof office &
        typeof booking &
        typeof petition &
        typeof verify &
        typeof waiting
    }
    keySeparator: false
    nsSeparator: false
  }
}

export const startWithWords = () => startTranslation(strings, () => import('./strings.en.ts'))
