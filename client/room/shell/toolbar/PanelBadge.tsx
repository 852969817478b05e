// How many things wait in a panel. Asks the panel also while it is closed.
import type { Panel } from '../../frame/panel.ts'
import styles from '../../frame/toolbar.module.css'

const nothing = () => 0

export function PanelBadge({ panel: { badge: useBadge = nothing } }: { panel: Panel }) {
  const count = useBadge()
  if (count === 0) return null
  return <span className={styles.badge}>{count > 99 ? '99+' : count}</span>
}
