// Whether cameras must stay on; who breaks it reads so, and the minutes tell the gaps.
import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../../live/session/store.ts'
import { useCommand } from '../../../../live/session/use-command.ts'

export function CameraControl() {
  const { t } = useTranslation()
  const isRequired = useSession(({ state }) => state?.camera.isRequired ?? false)
  const setRule = useCommand('camera.setRule')
  return (
    <Switch
      label={t('panels.session.cameraRequired')}
      description={t('panels.session.cameraRequiredHint')}
      checked={isRequired}
      disabled={setRule.isPending}
      onChange={({ currentTarget }) => void setRule({ isRequired: currentTarget.checked })}
    />
  )
}
