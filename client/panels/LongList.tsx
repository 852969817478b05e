// A list that may hold three people or three thousand: the first ones at once, more when asked for.
import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

const STEP = 100

interface LongListProps<T> {
  items: readonly T[]
  keyOf: (item: T) => string
  label: string
  className?: string | undefined
  children: (item: T, index: number) => ReactNode
}

export function LongList<T>({ items, keyOf, label, className, children }: LongListProps<T>) {
  const { t } = useTranslation()
  const [limit, setLimit] = useState(STEP)
  const hidden = items.length - limit
  return (
    <>
      <ul aria-label={label} className={className}>
        {items.slice(0, limit).map((item, index) => (
          <li key={keyOf(item)}>{children(item, index)}</li>
        ))}
      </ul>
      {hidden > 0 && (
        <Button variant="subtle" fullWidth onClick={() => setLimit(limit + STEP)}>
          {t('panels.showMore', { count: hidden })}
        </Button>
      )}
    </>
  )
}
