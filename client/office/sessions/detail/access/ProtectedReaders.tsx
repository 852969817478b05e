// A protected visit, for those who may open it: who else may, who has, and naming one more, also long after it is over.
import { Loader } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../../../shared/wire/hearing/sessions.ts'
import { ReadersList } from '../../../../base/protection/ReadersList.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useNameReader, useProtectionOf } from '../../queries.ts'

export function ProtectedReaders({ session: { sessionId } }: { session: SessionDetail }) {
  const { t } = useTranslation()
  const known = useProtectionOf(sessionId)
  const name = useNameReader(sessionId)
  return (
    <Section title={t('panels.protection')}>
      {known.isPending && <Loader aria-label={t('staff.loading')} />}
      {known.isError && <Problem error={known.error} onRetry={() => void known.refetch()} />}
      {known.data && (
        <ReadersList
          known={known.data}
          isPending={name.isPending}
          onName={(accountId) =>
            name.mutateAsync(accountId).then(
              () => true,
              () => false,
            )
          }
        />
      )}
      {name.isError && <Problem error={name.error} />}
    </Section>
  )
}
