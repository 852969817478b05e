// What the session leaves behind, as files. Before it is closed they show how far it has come.

import { Button, SimpleGrid, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { isOver } from '../../../../../shared/modules/session/contract.ts'
import { paperApi } from '../../../../../shared/wire/hearing/paper-api.ts'
import type { SessionDetail } from '../../../../../shared/wire/hearing/sessions.ts'
import { addressOf } from '../../../../base/api.ts'
import { papers } from '../../../../base/papers/session-papers.ts'
import { Section } from '../../../ui/Section.tsx'

export function Papers({ session: { sessionId, status } }: { session: SessionDetail }) {
  const { t } = useTranslation()
  return (
    <Section title={t('staff.papers')}>
      {!isOver(status) && <Text size="sm">{t('staff.papers.notFinal')}</Text>}
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
        {papers.map(({ file, words }) => (
          <Button
            key={file}
            component="a"
            href={addressOf(paperApi[file], { params: { sessionId } })}
            download
            variant="default"
            justify="flex-start"
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {t(words)}
          </Button>
        ))}
      </SimpleGrid>
    </Section>
  )
}
