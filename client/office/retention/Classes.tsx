// How long each class is kept, by whose word, and how sure that is.
import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type KeepingRow, startOf } from '../../../shared/retention/classes.ts'
import type { RetentionPage, ShownClass } from '../../../shared/wire/custody/retention.ts'
import { useFormat } from '../../base/i18n/format.ts'
import classes from '../ui/office.module.css'
import { Section } from '../ui/Section.tsx'
import { KeepingRowDialog } from './KeepingRowDialog.tsx'

/** “2 năm”; null: for good. */
function useAmount() {
  const { t } = useTranslation()
  return ({ amount, unit }: Pick<KeepingRow, 'amount' | 'unit'>) =>
    amount === null ? null : t(`retention.amount.${unit}`, { count: amount })
}

export function Classes({ page }: { page: RetentionPage }) {
  const { t } = useTranslation()
  const [changing, setChanging] = useState<ShownClass | null>(null)
  return (
    <Section title={t('retention.classes')} hint={t('retention.classes.hint')}>
      <ul className={classes.rows} aria-label={t('retention.classes')}>
        {page.classes.map((one) => (
          <li key={one.class}>
            <div className={classes.who}>
              <Class one={one} />
            </div>
            {one.isErasable && (
              <Button
                variant="default"
                aria-label={t('retention.enterOf', { name: t(`retention.class.${one.class}`) })}
                onClick={() => setChanging(one)}
              >
                {t('retention.enter')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {changing && <KeepingRowDialog one={changing} today={page.today} onClose={() => setChanging(null)} />}
    </Section>
  )
}

function Class({ one: { class: name, row, isConfirmed, isErasable, toCome } }: { one: ShownClass }) {
  const { t } = useTranslation()
  const format = useFormat()
  const amountOf = useAmount()
  const amount = amountOf(row)
  const long =
    amount === null ? t('retention.forGood') : t(isConfirmed ? 'retention.keep' : 'retention.review', { amount })
  return (
    <Stack gap={2}>
      <Text fw={600}>{t(`retention.class.${name}`)}</Text>
      <Text>{isErasable ? `${long}, ${t(`retention.start.${startOf[name]}`)}` : t('retention.proving')}</Text>
      {isErasable && (
        <Group gap="xs">
          <Badge tt="none" color={isConfirmed ? 'teal.9' : 'yellow'} {...(!isConfirmed && { c: 'black' })}>
            {t(isConfirmed ? 'retention.confirmed' : 'retention.unconfirmed')}
          </Badge>
          {isConfirmed && (
            <Text size="sm" c="dimmed">
              {row.source} · {t('retention.from', { day: format.isoDate(row.validFrom) })}
              {row.mark === 'read' && ` · ${t('retention.read')}`}
              {row.note !== null && ` · ${row.note}`}
            </Text>
          )}
        </Group>
      )}
      {toCome.map((next) => (
        <Text key={next.validFrom} size="sm">
          {t('retention.toCome', {
            day: format.isoDate(next.validFrom),
            amount: amountOf(next) ?? t('retention.forGood'),
          })}
        </Text>
      ))}
    </Stack>
  )
}
