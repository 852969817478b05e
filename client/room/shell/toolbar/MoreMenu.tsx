// What is needed less often: the other panels, the layout, devices, the size of letters, shortcuts.
import { Button, Drawer, NavLink, Radio, SegmentedControl, Stack, Switch, Text } from '@mantine/core'
import { IconDots, IconKeyboard } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Layout } from '../../../../shared/modules/stage/contract.ts'
import { LanguageSwitch } from '../../../base/i18n/LanguageSwitch.tsx'
import { DeviceHelp } from '../../../live/devices/DeviceHelp.tsx'
import { DeviceSettings } from '../../../live/devices/DeviceSettings.tsx'
import { useIsInterpreter } from '../../../live/session/interpreter.ts'
import { useRole } from '../../../live/session/selectors.ts'
import { type TextSize, textSizes, useTextSize } from '../../../live/session/use-text-size.ts'
import type { LayoutChoice } from '../../../live/stage/on-stage.ts'
import { ReactionChoices } from '../../features/session/reactions/Reactions.tsx'
import type { Panel } from '../../frame/panel.ts'
import { ToolbarButton } from '../../frame/ToolbarButton.tsx'
import { PanelBadge } from './PanelBadge.tsx'

export interface ViewSettings {
  layout: LayoutChoice
  setLayout: (layout: LayoutChoice) => void
  showsSelf: boolean
  setShowsSelf: (shows: boolean) => void
}

interface MoreMenuProps {
  panels: readonly Panel[]
  onTogglePanel: (id: string) => void
  view: ViewSettings
  isWide: boolean
  onHelp: () => void
}

export function MoreMenu({ panels, onTogglePanel, view, isWide, onHelp }: MoreMenuProps) {
  const { t } = useTranslation()
  const role = useRole()
  const isInterpreter = useIsInterpreter()
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <ToolbarButton
        icon={IconDots}
        label={t('hearing.more')}
        badge={panels.map((panel) => <PanelBadge key={panel.id} panel={panel} />)}
        onClick={() => setOpen(true)}
      />
      <Drawer
        opened={isOpen}
        onClose={close}
        position="right"
        title={t('hearing.more')}
        closeButtonProps={{ 'aria-label': t('hearing.closePanel'), size: 'xl' }}
      >
        <Stack>
          {panels.map((panel) => (
            <PanelLink
              key={panel.id}
              panel={panel}
              onOpen={() => {
                close()
                onTogglePanel(panel.id)
              }}
            />
          ))}
          {!isWide && <ReactionChoices onChosen={close} />}
          <ViewChoices {...view} />
          {(role !== 'observer' || isInterpreter) && (
            <>
              <DeviceHelp />
              <DeviceSettings />
            </>
          )}
          <LanguageSwitch />
          <Button
            variant="default"
            leftSection={<IconKeyboard aria-hidden />}
            onClick={() => {
              close()
              onHelp()
            }}
          >
            {t('hearing.shortcuts')}
          </Button>
        </Stack>
      </Drawer>
    </>
  )
}

function PanelLink({ panel, onOpen }: { panel: Panel; onOpen: () => void }) {
  const { t } = useTranslation()
  return (
    <NavLink
      component="button"
      label={t(panel.titleKey)}
      leftSection={<panel.icon size={24} aria-hidden />}
      rightSection={<PanelBadge panel={panel} />}
      onClick={onOpen}
    />
  )
}

function ViewChoices({ layout, setLayout, showsSelf, setShowsSelf }: ViewSettings) {
  const { t } = useTranslation()
  const [textSize, setTextSize] = useTextSize()
  return (
    <>
      <Radio.Group label={t('hearing.layout')} value={layout} onChange={(value) => setLayout(value as LayoutChoice)}>
        <Stack gap="xs" mt="xs">
          <Radio value="follow" label={t('hearing.layout.follow')} />
          {Layout.options.map((option) => (
            <Radio key={option} value={option} label={t(`hearing.layout.${option}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Text fw={600} mb={-8}>
        {t('hearing.textSize')}
      </Text>
      <SegmentedControl
        fullWidth
        aria-label={t('hearing.textSize')}
        value={textSize}
        onChange={(value) => setTextSize(value as TextSize)}
        data={textSizes.map((size) => ({ value: size, label: t(`hearing.text.${size}`) }))}
      />
      <Switch
        label={t('hearing.showSelf')}
        checked={showsSelf}
        onChange={({ currentTarget }) => setShowsSelf(currentTarget.checked)}
      />
    </>
  )
}
