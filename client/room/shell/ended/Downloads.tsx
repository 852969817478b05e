// The papers of a session for those who keep them: attendance, minutes, journal. Fetched with the link's own token.

import { Alert, Button, SimpleGrid, Stack, Title } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isOver } from '../../../../shared/modules/session/contract.ts'
import { paperApi } from '../../../../shared/wire/hearing/paper-api.ts'
import { addressOf, downloadWithToken } from '../../../base/api.ts'
import { papers } from '../../../base/papers/session-papers.ts'
import { useLiveSession } from '../../../live/session/live-session-context.ts'
import { useSession } from '../../../live/session/store.ts'

export function Downloads() {
  const { t } = useTranslation()
  const session = useSession(({ state }) => state?.session)
  const [failed, setFailed] = useState<string | null>(null)
  if (!session || !isOver(session.status)) return null
  return (
    <Stack component="section" aria-labelledby="papers" gap="sm">
      <Title order={2} fz="h4" id="papers">
        {t('join.papers')}
      </Title>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
        {papers.map(({ file, words }) => (
          <PaperButton
            key={file}
            path={addressOf(paperApi[file], { params: { sessionId: session.sessionId } })}
            file={file}
            words={t(words)}
            onFailed={setFailed}
          />
        ))}
      </SimpleGrid>
      {failed && (
        <Alert color="red" role="alert">
          {t('join.downloadFailed', { file: failed })}
        </Alert>
      )}
    </Stack>
  )
}

interface PaperButtonProps {
  path: string
  file: string
  words: string
  onFailed: (file: string | null) => void
}

function PaperButton({ path, file, words, onFailed }: PaperButtonProps) {
  const { token } = useLiveSession()
  const [isLoading, setLoading] = useState(false)
  const download = async () => {
    setLoading(true)
    try {
      await downloadWithToken(path, token, file)
      onFailed(null)
    } catch {
      // Whatever went wrong, the person can only try again.
      onFailed(words)
    } finally {
      setLoading(false)
    }
  }
  return (
    <Button
      variant="default"
      justify="flex-start"
      leftSection={<IconDownload aria-hidden />}
      loading={isLoading}
      onClick={() => void download()}
    >
      {words}
    </Button>
  )
}
