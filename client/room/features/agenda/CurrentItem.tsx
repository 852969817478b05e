// Which item of the agenda is going on, and how long: everybody, also a room that came late, knows where the session is.
import { useTranslation } from 'react-i18next'
import { itemOf, plannedMs, spentMs } from '../../../../shared/modules/agenda/contract.ts'
import { clockDuration } from '../../../base/i18n/format.ts'
import { useServerNow } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import styles from './current-item.module.css'

export function CurrentItem() {
  const { t } = useTranslation()
  const agenda = useSession(({ state }) => state?.agenda)
  const now = useServerNow(1000)
  const item = agenda && itemOf(agenda.items, agenda.runningId)
  if (!item) return null
  const spent = spentMs(item, now)
  const isOverTime = spent > plannedMs(item)
  return (
    <section className={styles.item} aria-label={t('hearing.currentItem')}>
      <span className={styles.title}>
        {t('hearing.itemOf', { place: agenda.items.indexOf(item) + 1, count: agenda.items.length })}{' '}
        <strong>{item.title}</strong>
      </span>
      <span className={styles.time} role="timer" data-over={isOverTime || undefined}>
        {t(isOverTime ? 'hearing.itemOver' : 'hearing.itemTime', {
          time: clockDuration(spent),
          count: item.plannedMinutes,
        })}
      </span>
    </section>
  )
}
