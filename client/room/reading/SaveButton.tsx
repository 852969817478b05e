import { Button, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { downloadWithToken } from '../../base/api.ts'
import { useLiveSession } from '../../live/session/live-session-context.ts'

interface SaveButtonProps {
  /** Of the REST API. */
  path: string
  /** Should the server name none. */
  fileName: string
  words: string
  /** What it is, where the words alone do not say it. */
  label?: string
  onSaved?: () => void
}

export function SaveButton({ path, fileName, words, label, onSaved }: SaveButtonProps) {
  const { t } = useTranslation()
  const { token } = useLiveSession()
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle')
  async function save() {
    setState('loading')
    try {
      await downloadWithToken(path, token, fileName)
      setState('idle')
      onSaved?.()
    } catch {
      // Whatever went wrong, the person can only try again.
      setState('failed')
    }
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={18} aria-hidden />}
        aria-label={label}
        loading={state === 'loading'}
        onClick={() => void save()}
      >
        {words}
      </Button>
      {state === 'failed' && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {t('panels.documents.saveFailed')}
        </Text>
      )}
    </>
  )
}
