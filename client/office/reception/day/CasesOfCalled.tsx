// Whether the citizen at the desk has come before, and what they have brought: shown when they are called, and anew when the officer asks,
// once their papers were looked at in the room.
import { Button, Group, Loader, Stack, Text } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EarlierVisits } from '../../../base/earlier-visits/EarlierVisits.tsx'
import { SuggestedCaseLine } from '../../cases/SuggestedCaseLine.tsx'
import classes from '../../ui/office.module.css'
import { Problem } from '../../ui/Problem.tsx'
import { useCasesOfCalled } from './queries.ts'

export function CasesOfCalled({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation()
  const { data, error, isPending, isError, isFetching, refetch } = useCasesOfCalled(ticketId)
  return (
    <Stack gap="xs" component="section" aria-label={t('staff.reception.earlier')}>
      <Group justify="space-between">
        <Text fw={600}>{t('staff.reception.earlier')}</Text>
        <Button
          variant="subtle"
          leftSection={<IconRefresh size={18} aria-hidden />}
          loading={isFetching}
          onClick={() => void refetch()}
        >
          {t('staff.reception.earlier.again')}
        </Button>
      </Group>
      {isPending && <Loader size="sm" aria-label={t('staff.loading')} />}
      {isError && <Problem error={error} />}
      <div role="status">
        {data?.visits && <EarlierVisits visits={data.visits} />}
        {data?.cases.length === 0 && <Text>{t('staff.reception.earlier.none')}</Text>}
      </div>
      {data && data.cases.length > 0 && (
        <ul className={classes.list} aria-label={t('staff.reception.earlier.cases')}>
          {data.cases.map((row) => (
            <li key={row.caseId}>
              <SuggestedCaseLine row={row} isBeside />
            </li>
          ))}
        </ul>
      )}
    </Stack>
  )
}
