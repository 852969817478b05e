// Handing documents in: what is asked of their readers, the files, and how far each is.
import { Alert, Button, Checkbox, FileButton, NativeSelect, Paper, Progress, Stack, Text } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionId } from '../../shared/kernel/ids.ts'
import type { Item } from '../../shared/modules/agenda/contract.ts'
import { formatsByExtension } from '../../shared/wire/documents.ts'
import { type Upload, type UploadSettings, useUploads } from './use-uploads.ts'

interface HandInProps {
  sessionId: SessionId
  token?: string | undefined
  /** The agenda, for documents that belong to an item of it. */
  items: readonly Pick<Item, 'itemId' | 'title'>[]
  onTaken?: () => void
}

const accepted = Object.keys(formatsByExtension)
  .map((extension) => `.${extension}`)
  .join()
const plain: UploadSettings = { itemId: null, isMarked: false, readBefore: false, needsAcknowledgement: false }

export function HandIn({ sessionId, token, items, onTaken }: HandInProps) {
  const { t } = useTranslation()
  const [settings, setSettings] = useState(plain)
  const { uploads, add, forget } = useUploads({ sessionId, token, onTaken })
  const drop = (event: DragEvent) => {
    event.preventDefault()
    add([...event.dataTransfer.files], settings)
  }
  return (
    <Paper
      component="section"
      withBorder
      p="sm"
      aria-label={t('uploads.title')}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <Stack gap="sm">
        <SettingsFields settings={settings} items={items} onChange={setSettings} />
        <FileButton
          multiple
          accept={accepted}
          onChange={(files) => add(files, settings)}
          inputProps={{ 'aria-label': t('uploads.choose') }}
        >
          {(props) => (
            <Button {...props} leftSection={<IconUpload size={20} aria-hidden />}>
              {t('uploads.choose')}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          {t('uploads.hint')}
        </Text>
        {uploads.map((upload) => (
          <OnItsWay key={upload.id} upload={upload} onDismiss={() => forget(upload.id)} />
        ))}
      </Stack>
    </Paper>
  )
}

interface SettingsFieldsProps<Settings extends UploadSettings> {
  settings: Settings
  items: HandInProps['items']
  onChange: (settings: Settings) => void
  /** false: nothing of it is shown page by page, so there is nothing to lay a mark over. */
  canBeMarked?: boolean
}

export function SettingsFields<Settings extends UploadSettings>({
  settings,
  items,
  onChange,
  canBeMarked = true,
}: SettingsFieldsProps<Settings>) {
  const { t } = useTranslation()
  const chosen = items.find(({ itemId }) => itemId === settings.itemId)
  return (
    <>
      {(['readBefore', 'needsAcknowledgement', 'isMarked'] as const).map((name) => (
        <Checkbox
          key={name}
          label={t(`uploads.${name}`)}
          description={t(`uploads.${name}.hint`)}
          checked={settings[name]}
          disabled={name === 'isMarked' && !canBeMarked}
          onChange={({ currentTarget: { checked } }) => onChange({ ...settings, [name]: checked })}
        />
      ))}
      {items.length > 0 && (
        <NativeSelect
          label={t('uploads.item')}
          value={chosen?.itemId ?? ''}
          data={[
            { value: '', label: t('uploads.noItem') },
            ...items.map(({ itemId, title }, index) => ({ value: itemId, label: `${index + 1}. ${title}` })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...settings, itemId: items.find(({ itemId }) => itemId === value)?.itemId ?? null })
          }
        />
      )}
    </>
  )
}

function OnItsWay({ upload: { name, share, problem }, onDismiss }: { upload: Upload; onDismiss: () => void }) {
  const { t } = useTranslation()
  if (problem !== null)
    return (
      <Alert
        color="red"
        role="alert"
        title={t('uploads.refused', { name: short(name) })}
        withCloseButton
        closeButtonLabel={t('uploads.dismiss')}
        onClose={onDismiss}
      >
        {problem}
      </Alert>
    )
  return (
    <div>
      <Text size="sm" role="status" truncate>
        {t(share < 1 ? 'uploads.sending' : 'uploads.checking', { name })}
      </Text>
      <Progress value={share * 100} animated={share >= 1} aria-label={name} />
    </div>
  )
}

const longest = 60

/** Names are a stranger's text: cut, and isolated from the direction of the words around them. */
const short = (name: string): string => `\u2068${name.length > longest ? `${name.slice(0, longest)}…` : name}\u2069`
