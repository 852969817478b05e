// What goes into the minutes: the secretary writes, everybody else reads the decisions and assignments.
import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePermission } from '../../../live/session/permissions.ts'
import { useRole } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import classes from '../../frame/panel.module.css'
import { Approval } from './approval/Approval.tsx'
import { Course } from './course/Course.tsx'
import { TranscriptLines } from './course/TranscriptLines.tsx'
import { Entries } from './entries/Entries.tsx'

const tabs = ['entries', 'course', 'transcript', 'approval'] as const
type Tab = (typeof tabs)[number]

export function MinutesPanel() {
  const { t } = useTranslation()
  const role = useRole()
  const isLocked = useSession(
    ({ state }) => state?.session.status === 'sealed' || Boolean(state?.approval.signatures.secretary),
  )
  const mayWrite = usePermission('minutes.add') && !isLocked
  const [tab, setTab] = useState<Tab>('entries')
  const isStaff = role === 'chair' || role === 'secretary'
  const shown = isStaff ? tab : 'entries'
  return (
    <div className={classes.panel}>
      {isStaff && (
        <SegmentedControl
          classNames={{ label: classes.segment }}
          fullWidth
          aria-label={t('panels.minutes.title')}
          value={tab}
          onChange={setTab}
          data={tabs.map((value) => ({ value, label: t(`panels.minutes.tab.${value}`) }))}
        />
      )}
      {shown === 'entries' && <Entries mayWrite={mayWrite} />}
      {shown === 'course' && <Course mayWrite={mayWrite} />}
      {shown === 'transcript' && <TranscriptLines mayWrite={mayWrite} onShowDraft={() => setTab('entries')} />}
      {shown === 'approval' && <Approval />}
    </div>
  )
}
