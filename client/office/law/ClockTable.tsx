// The table of deadlines: for each its row in force, with source and how sure it is; the others beneath it.
import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ClockName, clockNames } from '../../../shared/law/legal-clocks.ts'
import type { LawPage, ShownRow } from '../../../shared/wire/casework/law.ts'
import { useFormat } from '../../base/i18n/format.ts'
import classes from '../ui/office.module.css'
import { Section } from '../ui/Section.tsx'
import { DatedRow, DatedRows } from './DatedRows.tsx'
import { NewRowDialog } from './NewRowDialog.tsx'
import { ToBeChecked } from './ToBeChecked.tsx'
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
  return <DatedRows title={t(`clockName.${clock}`)} now={now} others={others} row={(row) => <Row row={row} />} />
}

function Row({ row: { unit, variants, mark, readIn, state, ...row } }: { row: ShownRow }) {
  const { t } = useTranslation()
  const whenWords = useWhenWords()
  const amountOf = (count: number) => t(`clocks.amount.${unit}`, { count })
  const lines = variants.map(({ when, amount, extension }) => {
    const longer = extension && t('law.row.extension', { times: extension.times, amount: amountOf(extension.amount) })
    const words = [amountOf(amount), longer].filter(Boolean).join('; ')
    return variants.length === 1 ? words : `${whenWords(when)}: ${words}`
  })
  return (
    <DatedRow
      {...row}
      lines={lines}
      isInForce={state === 'inForce'}
      stateWords={t(`law.row.${state}`)}
      markWords={readIn === null ? t(`law.mark.${mark}`) : t(`clocks.readIn.${readIn}`)}
    />
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
