// The languages of the pages. The words of the first load are given at the start; areas fetch theirs with their first page, and
// English is fetched whole when somebody asks for it.
import i18next, { type TFunction } from 'i18next'
import type { ComponentType } from 'react'
import { initReactI18next } from 'react-i18next'
import type { Rejection } from '../../../shared/kernel/rejection.ts'

export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

const STORAGE_KEY = 'diemcau.language'
const NAMESPACE = 'translation'

type Words = Readonly<Record<string, string>>
type FetchWords = () => Promise<{ readonly strings: Words }>

const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value)

let fetchEnglish: FetchWords | null = null

/** Renders no earlier than this: the language remembered from the last visit is in place. */
export async function startTranslation(vietnamese: Words, english: FetchWords): Promise<void> {
  fetchEnglish = english
  await i18next.use(initReactI18next).init({
    lng: 'vi',
    fallbackLng: 'vi',
    supportedLngs: languages,
    resources: { vi: { [NAMESPACE]: vietnamese } },
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
  if (language === 'en' && fetchEnglish && !i18next.hasResourceBundle('en', NAMESPACE)) {
    const { strings } = await fetchEnglish()
    i18next.addResourceBundle('en', NAMESPACE, strings)
  }
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  remember(language)
}

/** Before a page is shown whose words are not in the first load. */
export async function addWords(...fetchAll: readonly FetchWords[]): Promise<void> {
  for (const { strings } of await Promise.all(fetchAll.map((fetch) => fetch())))
    i18next.addResourceBundle('vi', NAMESPACE, strings, true)
}

/** A page that comes with its words. */
export async function withWords(page: Promise<ComponentType>, ...fetchAll: readonly FetchWords[]) {
  const [Component] = await Promise.all([page, addWords(...fetchAll)])
  return { Component }
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
