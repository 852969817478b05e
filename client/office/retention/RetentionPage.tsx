// How long what is kept, what is due, what is held, what was erased by whose decision. For administrators.
import { Loader, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Problem } from '../ui/Problem.tsx'
import { Classes } from './Classes.tsx'
import { DueItems } from './DueItems.tsx'
import { ErasureLists } from './ErasureLists.tsx'
import { Holds } from './Holds.tsx'
import { useRetention } from './queries.ts'

export function RetentionPage() {
  const { t } = useTranslation()
  const retention = useRetention()
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('retention.title')}
      </Title>
      <Text>{t('retention.hint')}</Text>
      {retention.isPending && <Loader aria-label={t('staff.loading')} />}
      {retention.isError && <Problem error={retention.error} onRetry={() => void retention.refetch()} />}
      {retention.data && (
        <>
          <ErasureLists page={retention.data} />
          <DueItems page={retention.data} />
          <Holds page={retention.data} />
          <Classes page={retention.data} />
        </>
      )}
    </Stack>
  )
}
