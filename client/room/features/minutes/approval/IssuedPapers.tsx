// Every document of this session as it is printed: the present one, and those before it.
import { Button, Stack, Title } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { approval } from '../../../../../shared/modules/approval/contract.ts'
import { useSession } from '../../../../live/session/store.ts'
import { useMinutesPapers } from './use-minutes-papers.ts'

export function IssuedPapers() {
  const { t } = useTranslation()
  const { version: newest } = useSession((session) => session.state?.approval ?? approval.initial)
  const { download, isPending } = useMinutesPapers()
  const versions = Array.from({ length: newest }, (_, index) => newest - index)
  return (
    <section>
      <Title order={3} size="h5">
        {t('panels.minutes.approval.papers')}
      </Title>
      <Stack gap="xs" mt="xs">
        {versions.flatMap((version) =>
          (['minutes', 'conclusions'] as const).map((paper) => (
            <Button
              key={`${version}.${paper}`}
              variant="default"
              justify="flex-start"
              leftSection={<IconDownload size={20} aria-hidden />}
              disabled={isPending}
              onClick={() => void download(paper, version)}
            >
              {t(`panels.minutes.approval.paper.${paper}`, { version })}
            </Button>
          )),
        )}
      </Stack>
    </section>
  )
}
