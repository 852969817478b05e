import { useTranslation } from 'react-i18next'
import type { Circumstance } from '../../../shared/law/case-facts.ts'

/** For which matters a variant of a deadline is. */
export function useWhenWords() {
  const { t } = useTranslation()
  return (when: readonly Circumstance[]): string =>
    when.length === 0 ? t('law.usualCase') : when.map((one) => t(`circumstance.${one}`)).join(', ')
}
