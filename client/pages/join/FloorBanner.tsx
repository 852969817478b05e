// Who has the floor and how long still. The holder is spoken to, and can give it back here.
import { Button } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { clockDuration } from '../../i18n/format.ts'
import { useName, useParticipant, useServerNow, useSiteName } from '../../session/selectors.ts'
import { useSession } from '../../session/store.ts'
import { useCommand } from '../../session/use-command.ts'
import styles from './join.module.css'

export function FloorBanner() {
  const { t } = useTranslation()
  const holder = useSession(({ state }) => state?.floor.holder ?? null)
  const isMine = useSession(({ state, me }) => state?.floor.holder?.participantId === me?.participantId)
  const name = useName(holder?.participantId)
  const siteName = useSiteName(useParticipant(holder?.participantId)?.siteId)
  const release = useCommand('floor.release')
  if (!holder) return null
  return (
    <section className={styles.floor} data-mine={isMine || undefined} aria-label={t('hearing.floor')}>
      <IconHandStop aria-hidden className={styles.floorIcon} />
      <div className={styles.floorWords}>
        <strong>{isMine ? t('hearing.floorIsYours') : t('hearing.hasFloor', { name })}</strong>
        {!isMine && siteName && <span className={styles.floorSite}> · {siteName}</span>}
      </div>
      {holder.lostAt !== null && <span>{t('hearing.holderLost')}</span>}
      {holder.endsAt !== null && <TimeLeft endsAt={holder.endsAt} />}
      {isMine && (
        <Button color="dark" variant="white" loading={release.isPending} onClick={() => void release({})}>
          {t('hearing.release')}
        </Button>
      )}
    </section>
  )
}

const warnMs = 60_000
const urgentMs = 10_000

function TimeLeft({ endsAt }: { endsAt: number }) {
  const { t } = useTranslation()
  const left = Math.max(0, endsAt - useServerNow(500))
  const urgency = left <= urgentMs ? 'urgent' : left <= warnMs ? 'soon' : undefined
  return (
    <span className={styles.timeLeft} role="timer" data-urgency={urgency}>
      {t('hearing.timeLeft', { time: clockDuration(left) })}
    </span>
  )
}
