// What speakers of other writings look for in a list of languages.
import type { Language } from '../../../../shared/kernel/ids.ts'

export const ownNames: Readonly<Partial<Record<Language, string>>> = {
  km: 'ភាសាខ្មែរ',
  en: 'English',
  zh: '中文',
  lo: 'ພາສາລາວ',
  fr: 'Français',
  ru: 'Русский',
  ja: '日本語',
  ko: '한국어',
}
