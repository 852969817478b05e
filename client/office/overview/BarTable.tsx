// A chart that is a table: each row has its bar, from zero, its figure in words, and that of the period before. Read by eye, by screen
// reader and by keyboard alike; a bar of the period before is hollow, so no colour is needed to tell them apart.
import { Button, Text, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './overview.module.css'

export interface Bar {
  readonly key: string
  readonly label: string
  readonly detail?: string
  /** null: not known. */
  readonly value: number | null
  readonly before: number | null
  readonly onOpen?: () => void
}

interface BarTableProps {
  title: string
  /** Where the section has the same title. */
  isTitleHidden?: boolean
  bars: readonly Bar[]
  /** As it is written. */
  amount: (value: number) => string
  /** So many are shown at first. */
  most?: number
}

export function BarTable({ title, isTitleHidden = false, bars, amount, most = 8 }: BarTableProps) {
  const { t } = useTranslation()
  const [isWhole, setWhole] = useState(false)
  const longest = Math.max(1, ...bars.flatMap(({ value, before }) => [value ?? 0, before ?? 0]))
  const shown = isWhole ? bars : bars.slice(0, most)
  const share = (value: number | null) => `${(100 * (value ?? 0)) / longest}%`
  const written = (value: number | null) => (value === null ? t('overview.noData') : amount(value))
  if (bars.length === 0) return null
  return (
    <div>
      <table className={classes.bars}>
        <caption>{isTitleHidden ? <VisuallyHidden>{title}</VisuallyHidden> : title}</caption>
        <thead>
          <tr>
            <td />
            <td aria-hidden />
            <th scope="col">{t('overview.now')}</th>
            <th scope="col">{t('overview.before')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ key, label, detail, value, before, onOpen }) => (
            <tr key={key}>
              <th scope="row">
                {label}
                {detail && (
                  <Text component="span" size="xs" c="dimmed" className={classes.detail}>
                    <VisuallyHidden>: </VisuallyHidden>
                    {detail}
                  </Text>
                )}
              </th>
              <td aria-hidden className={classes.barCell}>
                <div className={classes.bar} style={{ width: share(value) }} />
                <div className={classes.barBefore} style={{ width: share(before) }} />
              </td>
              <td className={classes.amount}>
                {onOpen && value ? (
                  <UnstyledButton
                    className={classes.open}
                    onClick={onOpen}
                    aria-label={t('overview.open', { label, value: amount(value) })}
                  >
                    {amount(value)}
                  </UnstyledButton>
                ) : (
                  written(value)
                )}
              </td>
              <td className={classes.amountBefore}>{written(before)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {bars.length > most && (
        <Button variant="subtle" size="compact-md" className={classes.screenOnly} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('overview.fewer') : t('overview.all', { count: bars.length })}
        </Button>
      )}
    </div>
  )
}
