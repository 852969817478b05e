// The technician's board inside the session: what must be done, then every site and person, the worst first.
import { Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '../../../../shared/kernel/ids.ts'
import { LongList } from '../../../base/ui/LongList.tsx'
import { LackingSites } from '../../../live/opening/LackingSites.tsx'
import { useServerNow } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import classes from '../../frame/panel.module.css'
import { AlarmList } from './AlarmList.tsx'
import { BoardRowItem } from './BoardRowItem.tsx'
import { EquipmentAlarm } from './EquipmentAlarm.tsx'
import { MessageDialog } from './MessageDialog.tsx'
import { openAlarms } from './open-alarms.ts'
import { useBoard } from './use-board.ts'

export function HealthPanel() {
  const { t } = useTranslation()
  const rows = useBoard()
  const health = useSession(({ live }) => live.health)
  const now = useServerNow(5000)
  const [writingTo, setWritingTo] = useState<ParticipantId | null>(null)
  return (
    <div className={classes.panel}>
      <EquipmentAlarm />
      <LackingSites />
      <section>
        <Title order={3} size="h5" mb="xs">
          {t('panels.health.tasks')}
        </Title>
        <AlarmList alarms={openAlarms(health)} onWrite={setWritingTo} />
      </section>
      <section>
        <Title order={3} size="h5" mb="xs">
          {t('panels.health.sites')}
        </Title>
        {health === null && <Text role="status">{t('panels.health.loading')}</Text>}
        <LongList
          items={rows}
          keyOf={({ siteId, participantId }) => `${siteId} ${participantId}`}
          label={t('panels.health.sites')}
          className={classes.list}
        >
          {(row) => <BoardRowItem row={row} now={now} onWrite={setWritingTo} />}
        </LongList>
      </section>
      {writingTo && <MessageDialog participantId={writingTo} onClose={() => setWritingTo(null)} />}
    </div>
  )
}
