// Words that can no longer go where they were meant: shown until their writer has done something with them.
import { Alert, Button, CopyButton, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../../live/session/use-command.ts'
import { EntryText } from './EntryText.tsx'
import { contentOf, type EntryDraft, itemIdOf } from './entry-draft.ts'

interface UnsentWordsProps {
  draft: EntryDraft
  why: string
  mayWrite: boolean
  onDone: () => void
}

export function UnsentWords({ draft, why, mayWrite, onDone }: UnsentWordsProps) {
  const { t } = useTranslation()
  const add = useCommand('minutes.add')
  const content = contentOf(draft)

  async function write() {
    if (!content) return
    const itemId = itemIdOf(draft.place)
    const { ok } = await add({ content, ...(itemId !== undefined && { itemId }) })
    if (ok) onDone()
  }

  return (
    <Alert color="orange" title={why}>
      <EntryText content={content ?? { kind: 'note', text: draft.text }} />
      <Group mt="xs">
        {mayWrite && content && (
          <Button loading={add.isPending} onClick={() => void write()}>
            {t('panels.minutes.writeAsNew')}
          </Button>
        )}
        <CopyButton value={draft.text}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {t(copied ? 'panels.minutes.copied' : 'panels.minutes.copy')}
            </Button>
          )}
        </CopyButton>
        <Button variant="subtle" color="red" onClick={onDone}>
          {t('panels.minutes.throwAway')}
        </Button>
      </Group>
    </Alert>
  )
}
