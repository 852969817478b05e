// The table of deadlines: for each its row in force, with source and how sure it is; the others beneath it.
import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ClockName, clockNames } from '../../../../shared/law/legal-clocks.ts'
import type { LawPage, ShownRow } from '../../../../shared/wire/law.ts'
import { useFormat } from '../../../i18n/format.ts'
import { ToBeChecked } from '../clocks/ToBeChecked.tsx'
import { Section } from '../Section.tsx'
import classes from '../staff.module.css'
import { NewRowDialog } from './NewRowDialog.tsx'
import { useWhenWords } from './when-words.ts'

export function ClockTable({ law, isAdministrator }: { law: LawPage; isAdministrator: boolean }) {
  const { t } = useTranslation()
  const [changing, setChanging] = useState<ClockName | null>(null)
  const rowsOf = (clock: ClockName) => law.rows.filter((row) => row.clock === clock)
  return (
    <>
      <Section title={t('law.table')} hint={t('law.table.hint')}>
        <ul className={classes.rows} aria-label={t('law.table')}>
          {clockNames.map((clock) => (
            <li key={clock}>
              <div className={classes.who}>
                <Clock clock={clock} rows={rowsOf(clock)} />
              </div>
              {isAdministrator && (
                <Button
                  variant="default"
                  aria-label={t('law.row.changeOf', { clock: t(`clockName.${clock}`) })}
                  onClick={() => setChanging(clock)}
                >
                  {t('law.row.change')}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {changing !== null && (
          <NewRowDialog clock={changing} rows={rowsOf(changing)} onClose={() => setChanging(null)} />
        )}
      </Section>
      <Others law={law} />
    </>
  )
}

function Clock({ clock, rows }: { clock: ClockName; rows: readonly ShownRow[] }) {
  const { t } = useTranslation()
  const now = rows.find(({ state }) => state === 'inForce') ?? rows.at(-1)
  const others = rows.filter((row) => row !== now)
  return (
    <Stack gap={4}>
      <Text fw={600}>{t(`clockName.${clock}`)}</Text>
      {now && <Row row={now} />}
      {others.length > 0 && (
        <details>
          <summary>{t('law.row.earlier', { count: others.length })}</summary>
          {others.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are never changed, only added
            <Row key={index} row={row} />
          ))}
        </details>
      )}
    </Stack>
  )
}

function Row({ row }: { row: ShownRow }) {
  const { t } = useTranslation()
  const format = useFormat()
  const whenWords = useWhenWords()
  const { unit, variants, source, mark, readIn, validFrom, validTo, isToBeChecked, added, state } = row
  const amountOf = (count: number) => t(`clocks.amount.${unit}`, { count })
  const lines = variants.map(({ when, amount, extension }) => {
    const longer = extension && t('law.row.extension', { times: extension.times, amount: amountOf(extension.amount) })
    const words = [amountOf(amount), longer].filter(Boolean).join('; ')
    return variants.length === 1 ? words : `${whenWords(when)}: ${words}`
  })
  return (
    <Stack gap={2}>
      {lines.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      <Text size="sm">{source}</Text>
      <Group gap="xs">
        <Badge tt="none" {...(state === 'inForce' ? { color: 'teal.9' } : { variant: 'default' })}>
          {t(`law.row.${state}`)}
        </Badge>
        <Text size="sm" c="dimmed">
          {validTo === null
            ? t('law.row.from', { from: format.isoDate(validFrom) })
            : t('law.row.fromTo', { from: format.isoDate(validFrom), to: format.isoDate(validTo) })}
          {' · '}
          {readIn === null ? t(`law.mark.${mark}`) : t(`clocks.readIn.${readIn}`)}
        </Text>
        {isToBeChecked && <ToBeChecked />}
      </Group>
      {added && (
        <Text size="sm" c="dimmed">
          {t('law.row.added', { time: format.shortDateTime(added.at), by: added.by ?? t('law.someone') })}
          {added.note !== null && ` · ${added.note}`}
        </Text>
      )}
    </Stack>
  )
}

function Others({ law: { others } }: { law: LawPage }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Section title={t('law.others')} hint={t('law.others.hint')}>
      <ul className={classes.rows}>
        {others.map(({ what, level, amount, unit, per, source, validFrom, readIn, isToBeChecked }) => (
          <li key={`${what} ${level}`}>
            <div className={classes.who}>
              <Text fw={600}>
                {t(`law.other.${what}`)}
                {level !== null && ` (${t(`law.level.${level}`)})`}
              </Text>
              <Text>
                {per === null
                  ? t(`clocks.amount.${unit}`, { count: amount })
                  : t(`law.per.${per}`, { amount: t(`clocks.amount.${unit}`, { count: amount }) })}
              </Text>
              <Group gap="xs">
                <Text size="sm">
                  {source}, {t('law.row.from', { from: format.isoDate(validFrom) })} ·{' '}
                  {readIn === null ? t('law.mark.read') : t(`clocks.readIn.${readIn}`)}
                </Text>
                {isToBeChecked && <ToBeChecked />}
              </Group>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
