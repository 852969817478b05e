// The rows of one deadline: the one in force, the others beneath it; each with its source, how sure it is, and who added it.
import { Badge, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../base/i18n/format.ts'
import { ToBeChecked } from './ToBeChecked.tsx'

interface DatedRowsProps<Row> {
  title: string
  now: Row | undefined
  /** In the order in which they are shown. */
  others: readonly Row[]
  row: (row: Row) => ReactNode
}

export function DatedRows<Row>({ title, now, others, row }: DatedRowsProps<Row>) {
  const { t } = useTranslation()
  return (
    <Stack gap={4}>
      <Text fw={600}>{title}</Text>
      {now && row(now)}
      {others.length > 0 && (
        <details>
          <summary>{t('law.row.earlier', { count: others.length })}</summary>
          {others.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are never changed, only added
            <div key={index}>{row(one)}</div>
          ))}
        </details>
      )}
    </Stack>
  )
}

interface DatedRowProps {
  lines: readonly string[]
  source: string
  isInForce: boolean
  stateWords: string
  /** YYYY-MM-DD. */
  validFrom: string
  validTo: string | null
  /** How sure it is. */
  markWords: string
  isToBeChecked: boolean
  /** null: it came with the software. */
  added: { readonly at: number; readonly by: string | null; readonly note?: string | null } | null
}

export function DatedRow(props: DatedRowProps) {
  const { lines, source, isInForce, stateWords, validFrom, validTo, markWords, isToBeChecked, added } = props
  const { t } = useTranslation()
  const { isoDate, shortDateTime } = useFormat()
  return (
    <Stack gap={2}>
      {lines.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      <Text size="sm">{source}</Text>
      <Group gap="xs">
        <Badge tt="none" {...(isInForce ? { color: 'teal.9' } : { variant: 'default' })}>
          {stateWords}
        </Badge>
        <Text size="sm" c="dimmed">
          {validTo === null
            ? t('law.row.from', { from: isoDate(validFrom) })
            : t('law.row.fromTo', { from: isoDate(validFrom), to: isoDate(validTo) })}
          {' · '}
          {markWords}
        </Text>
        {isToBeChecked && <ToBeChecked />}
      </Group>
      {added && (
        <Text size="sm" c="dimmed">
          {t('law.row.added', { time: shortDateTime(added.at), by: added.by ?? t('law.someone') })}
          {added.note && ` · ${added.note}`}
        </Text>
      )}
    </Stack>
  )
}
