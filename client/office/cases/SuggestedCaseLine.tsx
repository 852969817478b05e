// A case that may be about the same, with the reason; below it, what can be done about that.
import { Anchor, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SuggestedCase } from '../../../shared/wire/casework/cases.ts'
import { useFormat } from '../../base/i18n/format.ts'
import classes from '../ui/office.module.css'
import { CaseBadges } from './CaseLine.tsx'
import { EarlierReason } from './EarlierReason.tsx'

interface SuggestedCaseLineProps {
  row: SuggestedCase
  /** What is being typed or done here is not left. */
  isBeside?: boolean
  children?: ReactNode
}

export function SuggestedCaseLine({ row, isBeside = false, children }: SuggestedCaseLineProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Anchor component={Link} to={`/staff/cases/${row.caseId}`} {...(isBeside && { target: '_blank' })} fw={700}>
          {row.number}
        </Anchor>
        <CaseBadges row={row} />
      </Group>
      <Text className={classes.preformatted}>{row.subject}</Text>
      <Group gap="xs">
        <EarlierReason samePerson={row.samePerson} likeness={row.likeness} />
        <Text size="sm" c="dimmed">
          {t('cases.receivedOn', { date: format.isoDate(row.receivedOn) })}
        </Text>
      </Group>
      {children}
    </Stack>
  )
}
