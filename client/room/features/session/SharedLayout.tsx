// The layout that everybody sees who follows the chair.
import { Radio, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Layout } from '../../../../shared/modules/stage/contract.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'

const LEFT_TO_EACH = 'each'

export function SharedLayout() {
  const { t } = useTranslation()
  const layout = useSession(({ state }) => state?.stage.layout ?? null)
  const setLayout = useCommand('stage.setLayout')
  return (
    <Radio.Group
      label={t('panels.session.layout')}
      description={t('panels.session.layoutHint')}
      value={layout ?? LEFT_TO_EACH}
      onChange={(value) => void setLayout({ layout: value === LEFT_TO_EACH ? null : Layout.parse(value) })}
    >
      <Stack gap="xs" mt="xs">
        <Radio value={LEFT_TO_EACH} label={t('panels.session.layoutEach')} />
        {Layout.options.map((option) => (
          <Radio key={option} value={option} label={t(`hearing.layout.${option}`)} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
