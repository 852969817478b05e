// “Trang 3 / 12”, where another number can be typed.
import { Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './viewer.module.css'

interface PageNumberProps {
  page: number
  pages: number
  onPage: (page: number) => void
}

export function PageNumber({ page, pages, onPage }: PageNumberProps) {
  const { t } = useTranslation()
  /** null: nothing is being typed. */
  const [typed, setTyped] = useState<string | null>(null)
  function go() {
    const wanted = Number(typed)
    setTyped(null)
    if (typed && Number.isInteger(wanted) && wanted >= 1 && wanted <= pages && wanted !== page) onPage(wanted)
  }
  return (
    <label className={styles.pageNumber}>
      <span>{t('viewer.page')}</span>
      <input
        inputMode="numeric"
        value={typed ?? page}
        size={Math.max(2, String(pages).length)}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={go}
        onKeyDown={(event) => event.key === 'Enter' && go()}
      />
      <Text span>/ {pages}</Text>
    </label>
  )
}
