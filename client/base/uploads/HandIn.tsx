// Handing documents in: what is asked of their readers, the files, and how far each is.
import { Alert, Button, Progress, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import type { Item } from '../../../shared/modules/agenda/contract.ts'
import type { SecrecyLevel } from '../../../shared/secrecy/levels.ts'
import { ScanButton } from '../scan/ScanButton.tsx'
import { FileChoice } from './FileChoice.tsx'
import { SettingsFields } from './SettingsFields.tsx'
import { plainSettings, shortName, type Upload, useUploads } from './use-uploads.ts'

interface HandInProps {
  sessionId: SessionId
  token?: string | undefined
  /** The agenda, for documents that belong to an item of it. */
  items: readonly Pick<Item, 'itemId' | 'title'>[]
  /** Of the session. */
  secrecy: SecrecyLevel
  onTaken?: () => void
}

export function HandIn({ sessionId, token, items, secrecy, onTaken }: HandInProps) {
  const [settings, setSettings] = useState(plainSettings)
  const { uploads, add, forget } = useUploads({ sessionId, token, onTaken })
  return (
    <FileChoice
      onFiles={(files) => add(files, settings)}
      before={<SettingsFields settings={settings} items={items} highest={secrecy} onChange={setSettings} />}
    >
      {uploads.map((upload) => (
        <OnItsWay key={upload.id} upload={upload} onDismiss={() => forget(upload.id)} />
      ))}
    </FileChoice>
  )
}

interface RefusedFileProps {
  name: string
  problem: string
  again?: (() => void) | null
  onDismiss: () => void
}

export function RefusedFile({ name, problem, again = null, onDismiss }: RefusedFileProps) {
  const { t } = useTranslation()
  return (
    <Alert
      color="red"
      role="alert"
      title={t('uploads.refused', { name: shortName(name) })}
      withCloseButton
      closeButtonLabel={t('uploads.dismiss')}
      onClose={onDismiss}
    >
      <Stack gap="xs" align="flex-start">
        {problem}
        {again && <Button onClick={again}>{t('uploads.again')}</Button>}
      </Stack>
    </Alert>
  )
}

/** Papers of one's own, photographed or chosen; they go at once. */
export function SubmitPapers({ sessionId, token }: { sessionId: SessionId; token: string }) {
  const { uploads, add, forget } = useUploads({ sessionId, token, isSubmission: true })
  return (
    <FileChoice
      variant="default"
      onFiles={(files) => add(files, plainSettings)}
      before={<ScanButton purpose="send" size="lg" onDone={(file) => add([file], plainSettings)} />}
    >
      {uploads.map((upload) => (
        <OnItsWay key={upload.id} upload={upload} onDismiss={() => forget(upload.id)} />
      ))}
    </FileChoice>
  )
}

function OnItsWay({ upload, onDismiss }: { upload: Upload; onDismiss: () => void }) {
  const { t } = useTranslation()
  const { name, share, problem, again } = upload
  if (problem !== null) return <RefusedFile name={name} problem={problem} again={again} onDismiss={onDismiss} />
  return (
    <div>
      <Text size="sm" role="status" truncate>
        {t(share < 1 ? 'uploads.sending' : 'uploads.checking', { name: shortName(name) })}
      </Text>
      <Progress value={share * 100} animated={share >= 1} aria-label={name} />
    </div>
  )
}
