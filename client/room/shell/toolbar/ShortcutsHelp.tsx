// The list of shortcuts and the switch that turns them off.
import { Group, Kbd, Modal, Stack, Switch, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useShortcutsSwitch } from './use-shortcuts.ts'

const keys = [
  { key: 'M', words: 'hearing.shortcut.microphone' },
  { key: 'V', words: 'hearing.shortcut.camera' },
  { key: 'H', words: 'hearing.shortcut.hand' },
  { key: 'C', words: 'hearing.shortcut.chat' },
  { key: '?', words: 'hearing.shortcut.help' },
] as const

export function ShortcutsHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const [areOn, setOn] = useShortcutsSwitch()
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('hearing.shortcuts')}
      closeButtonProps={{ 'aria-label': t('hearing.closePanel'), size: 'xl' }}
    >
      <Stack>
        <Switch
          label={t('hearing.shortcutsOn')}
          checked={areOn}
          onChange={({ currentTarget }) => setOn(currentTarget.checked)}
        />
        {keys.map(({ key, words }) => (
          <Group key={key} justify="space-between">
            <Text>{t(words)}</Text>
            <Kbd size="lg">{key}</Kbd>
          </Group>
        ))}
      </Stack>
    </Modal>
  )
}
