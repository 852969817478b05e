// Of a deadline that was not read in the text in force.
import { Badge, Tooltip } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

export function ToBeChecked() {
  const { t } = useTranslation()
  return (
    <Tooltip label={t('clocks.toBeChecked.hint')} multiline w={260} events={{ hover: true, focus: true, touch: true }}>
      <Badge variant="default" tt="none" leftSection={<IconAlertTriangle size={14} aria-hidden />}>
        {t('clocks.toBeChecked')}
      </Badge>
    </Tooltip>
  )
}
