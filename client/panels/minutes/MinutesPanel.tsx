// What goes into the minutes: the secretary writes, everybody else reads the decisions and assignments.
import { usePermission } from '../../session/selectors.ts'
import { useSession } from '../../session/store.ts'
import classes from '../panels.module.css'
import { Entries } from './Entries.tsx'

export function MinutesPanel() {
  const isSealed = useSession(({ state }) => state?.session.status === 'sealed')
  const mayWrite = usePermission('minutes.add') && !isSealed
  return (
    <div className={classes.panel}>
      <Entries mayWrite={mayWrite} />
    </div>
  )
}
