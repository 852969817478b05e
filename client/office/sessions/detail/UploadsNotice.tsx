// At the top of a session’s page: documents of the booking that are still on their way, and those that were not taken.
import { Alert, Anchor, Group, Loader, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SessionId } from '../../../../shared/kernel/ids.ts'
import { shortName, useUploadsOf } from '../../../base/uploads/use-uploads.ts'

/** Where the files can be handed in again. */
export const documentsAnchor = 'documents'

export function UploadsNotice({ sessionId }: { sessionId: SessionId }) {
  const { t } = useTranslation()
  const uploads = useUploadsOf(sessionId)
  const refused = uploads.filter(({ problem }) => problem !== null)
  const underway = uploads.length - refused.length
  if (uploads.length === 0) return null
  return (
    <Stack gap="xs">
      {underway > 0 && (
        <Group gap="xs" role="status">
          <Loader size="sm" aria-hidden />
          <Text>{t('staff.documents.underway', { count: underway })}</Text>
        </Group>
      )}
      {refused.length > 0 && (
        <Alert color="red" role="alert" title={t('staff.documents.refused', { count: refused.length })}>
          <Text>{refused.map(({ name }) => shortName(name)).join(', ')}</Text>
          <Anchor href={`#${documentsAnchor}`}>{t('staff.documents.goThere')}</Anchor>
        </Alert>
      )}
    </Stack>
  )
}
