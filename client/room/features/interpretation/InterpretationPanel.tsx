// Everybody chooses here what they hear; staff set up the languages and who interprets into them.
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { usePermission } from '../../../live/session/permissions.ts'
import { useSession } from '../../../live/session/store.ts'
import classes from '../../frame/panel.module.css'
import { Channels } from './Channels.tsx'
import { ListeningChoice } from './ListeningChoice.tsx'

export function InterpretationPanel() {
  const { t } = useTranslation()
  const isStaff = usePermission('interpretation.offer')
  const hasChannels = useSession(({ state }) => (state?.interpretation.channels.length ?? 0) > 0)
  return (
    <div className={classes.panel}>
      {hasChannels ? <ListeningChoice /> : !isStaff && <Text>{t('panels.interpretation.none')}</Text>}
      {isStaff && <Channels />}
    </div>
  )
}
