// What staff can do about one sitting, as long as it is not called off.
import { Button, Menu } from '@mantine/core'
import { IconDotsVertical } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

export type SittingAct = 'change' | 'stepIn' | 'held' | 'callOff'

interface SittingMenuProps {
  readonly date: string
  readonly today: string
  readonly name: string
  readonly onAct: (act: SittingAct) => void
}

export function SittingMenu({ date, today, name, onAct }: SittingMenuProps) {
  const { t } = useTranslation()
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" px="xs" aria-label={t('staff.receptionPlan.actions', { sitting: name })}>
          <IconDotsVertical size={20} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {date <= today && <Menu.Item onClick={() => onAct('held')}>{t('staff.receptionPlan.noteHeld')}</Menu.Item>}
        <Menu.Item onClick={() => onAct('stepIn')}>{t('staff.receptionPlan.stepIn')}</Menu.Item>
        {date >= today && <Menu.Item onClick={() => onAct('change')}>{t('staff.receptionPlan.change')}</Menu.Item>}
        {date >= today && (
          <Menu.Item color="red" onClick={() => onAct('callOff')}>
            {t('staff.receptionPlan.callOff')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
