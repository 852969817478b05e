// The languages of the pages. Vietnamese is in the first load, but for the words of the staff pages; English is fetched whole when
// somebody asks for it.
import i18next, { type TFunction } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Rejection } from '../../../shared/kernel/rejection.ts'
import type { office } from './office.vi.ts'
import type { reception } from './reception.vi.ts'
import type { scan } from './scan.vi.ts'
import type { verify } from './verify.vi.ts'
import { vi } from './vi.ts'
import type { waiting } from './waiting.vi.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: {
      translation: typeof vi & typeof office & typeof reception & typeof scan & typeof verify & typeof waiting
    }
    keySeparator: false
    nsSeparator: false
  }
}

export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

const STORAGE_KEY = 'diemcau.language'
const NAMESPACE = 'translation'

const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value)

/** Renders no earlier than this: the language remembered from the last visit is in place. */
export async function startTranslation(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'vi',
    fallbackLng: 'vi',
    supportedLngs: languages,
    resources: { vi: { [NAMESPACE]: vi } },
    keySeparator: false,
    nsSeparator: false,
    // React escapes; a second time would show &amp; to people.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  document.documentElement.lang = 'vi'
  const remembered = rememberedLanguage()
  if (remembered === null) return
  try {
    await changeLanguage(remembered)
  } catch (error) {
    // A page in Vietnamese is better than none: the other language could not be fetched.
    reportError(error)
  }
}

/** Switches every text at once, without a reload. */
export async function changeLanguage(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', NAMESPACE)) {
    const { en } = await import('./en.ts')
    i18next.addResourceBundle('en', NAMESPACE, en)
  }
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  remember(language)
}

/** Before a staff page is shown. */
export async function addOfficeWords(): Promise<void> {
  const { office } = await import('./office.vi.ts')
  i18next.addResourceBundle('vi', NAMESPACE, office, true)
}

/** Before a waiting page or a kiosk is shown. */
export async function addWaitingWords(): Promise<void> {
  const { waiting } = await import('./waiting.vi.ts')
  i18next.addResourceBundle('vi', NAMESPACE, waiting, true)
}

/** Before a public page of a petition is shown. */
export async function addPetitionWords(): Promise<void> {
  const { petition } = await import('./petition.vi.ts')
  i18next.addResourceBundle('vi', NAMESPACE, petition, true)
}

/** Before the public page of issued papers is shown, which says what went wrong as those of petitions do. */
export async function addVerifyWords(): Promise<void> {
  const [{ verify }] = await Promise.all([import('./verify.vi.ts'), addPetitionWords()])
  i18next.addResourceBundle('vi', NAMESPACE, verify, true)
}

/** Before papers are photographed. */
export async function addScanWords(): Promise<void> {
  const { scan } = await import('./scan.vi.ts')
  i18next.addResourceBundle('vi', NAMESPACE, scan, true)
}

/** Before a public page of a reception is shown. */
export async function addReceptionWords(): Promise<void> {
  const { reception } = await import('./reception.vi.ts')
  i18next.addResourceBundle('vi', NAMESPACE, reception, true)
}

type Params = Rejection['params']

/** For keys known at run time alone; null: the catalogues have no such words. */
export function wordsFor(t: TFunction, key: string, params: Params = {}): string | null {
  return i18next.exists(key) ? (t as (key: string, params: Params) => string)(key, params) : null
}

/** The words for a rejection; a code of a newer server than this page is shown as it is. */
export const rejectionText = (t: TFunction, { code, params }: Rejection): string =>
  wordsFor(t, `rejection.${code}`, params) ?? code

function rememberedLanguage(): Language | null {
  try {
    const stored = localStorage.getItem(STORAGE_KEY)
    return isLanguage(stored) ? stored : null
  } catch {
    // A browser may forbid storage altogether; the pages then start in Vietnamese.
    return null
  }
}

function remember(language: Language) {
  try {
    localStorage.setItem(STORAGE_KEY, language)
  } catch {
    // Forgotten at the next visit, no more.
  }
}
