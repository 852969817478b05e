// Vietnamese or English, at once. Each language is named in itself.
import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { changeLanguage, type Language, languages } from './index.ts'

const ownName: Readonly<Record<Language, string>> = { vi: 'Tiếng Việt', en: 'English' }

export function LanguageSwitch() {
  const { t, i18n } = useTranslation()
  return (
    <SegmentedControl
      aria-label={t('join.language')}
      value={i18n.language}
      onChange={(language) => void changeLanguage(language as Language)}
      data={languages.map((language) => ({ value: language, label: <span lang={language}>{ownName[language]}</span> }))}
    />
  )
}
