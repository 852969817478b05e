import { Button, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentId, SessionId } from '../../shared/kernel/ids.ts'
import { downloadWithToken } from '../api.ts'
import { useLiveSession } from '../session/live-session-context.ts'

interface SaveButtonProps {
  sessionId: SessionId | null
  document: { readonly documentId: DocumentId; readonly title: string; readonly file: { readonly format: string } }
  onSaved?: () => void
}

export function SaveButton({ sessionId, document: { documentId, title, file }, onSaved }: SaveButtonProps) {
  const { t } = useTranslation()
  const { token } = useLiveSession()
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle')
  async function save() {
    setState('loading')
    try {
      const url = `/api/sessions/${sessionId}/documents/${documentId}/file`
      await downloadWithToken(url, token, `${title}.${file.format}`)
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
        aria-label={t('panels.documents.saveName', { title })}
        loading={state === 'loading'}
        onClick={() => void save()}
      >
        {t('panels.documents.save')}
      </Button>
      {state === 'failed' && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {t('panels.documents.saveFailed')}
        </Text>
      )}
    </>
  )
}
