// What the citizen at the desk has brought before, when the officer asks for it.
import { Button, Stack, Text } from '@mantine/core'
import { IconFolders } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { CaseLine } from '../cases/CaseLine.tsx'
import { Problem } from '../Problem.tsx'
import classes from '../staff.module.css'
import { useCasesOfCalled } from './reception-queries.ts'

export function CasesOfCalled({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation()
  const { data, error, isPending, isError, mutate } = useCasesOfCalled(ticketId)
  return (
    <Stack gap="xs">
      <Button
        variant="default"
        leftSection={<IconFolders size={18} aria-hidden />}
        loading={isPending}
        onClick={() => mutate()}
      >
        {t('staff.reception.earlier')}
      </Button>
      {isError && <Problem error={error} />}
      {data?.cases.length === 0 && <Text role="status">{t('staff.reception.earlier.none')}</Text>}
      {data && data.cases.length > 0 && (
        <ul className={classes.list} aria-label={t('staff.reception.earlier')}>
          {data.cases.map((row) => (
            <li key={row.caseId}>
              <CaseLine row={row} />
            </li>
          ))}
        </ul>
      )}
    </Stack>
  )
}
