// The speaker list: who speaks, who has asked, and for staff who speaks next and by which rules.
import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { usePermission } from '../../../live/session/permissions.ts'
import { useRole } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import classes from '../../frame/panel.module.css'
import { FloorControls } from './FloorControls.tsx'
import { GrantTimeChoice } from './GrantTimeChoice.tsx'
import { HolderCard } from './HolderCard.tsx'
import { OwnRequest } from './OwnRequest.tsx'
import { SpeakerList } from './SpeakerList.tsx'
import { TimeSpoken } from './TimeSpoken.tsx'

export function FloorPanel() {
  const { t } = useTranslation()
  const holder = useSession(({ state }) => state?.floor.holder ?? null)
  const mayGrant = usePermission('floor.grant')
  const mayRequest = usePermission('floor.request')
  const role = useRole()
  /** The chair and the secretary are always heard; they have no need to ask. */
  const asks = mayRequest && role !== 'chair' && role !== 'secretary'
  return (
    <div className={classes.panel}>
      <HolderCard holder={holder} />
      {asks && <OwnRequest />}
      {mayGrant && <GrantTimeChoice />}
      <section>
        <Title order={3} size="h5">
          {t('panels.floor.list')}
        </Title>
        <SpeakerList mayGrant={mayGrant} />
      </section>
      {mayGrant && <FloorControls />}
      <TimeSpoken />
    </div>
  )
}
