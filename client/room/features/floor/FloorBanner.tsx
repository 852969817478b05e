// Who has the floor and how long still. The holder is spoken to, and can give it back here.
import { Button } from '@mantine/core'
import { IconHandStop, IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Holder } from '../../../../shared/modules/floor/contract.ts'
import { leftOnClock } from '../../../../shared/modules/floor/speaking-time.ts'
import { clockDuration } from '../../../base/i18n/format.ts'
import { useName, useParticipant, usePerson, useServerNow, useSiteName } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import { NoticeBanner } from '../../frame/NoticeBanner.tsx'
import notice from '../../frame/notice.module.css'
import styles from './floor-banner.module.css'

export function FloorBanner() {
  const { t } = useTranslation()
  const holder = useSession(({ state }) => state?.floor.holder ?? null)
  const isMine = useSession(({ state, me }) => state?.floor.holder?.participantId === me?.participantId)
  const name = useName(holder?.participantId)
  const siteName = useSiteName(useParticipant(holder?.participantId)?.siteId)
  const speaker = usePerson(holder?.speakerId)
  const isLocked = useSession(({ state }) => state?.floor.isLocked ?? false)
  const isByTurns = useSession(({ state }) => state?.floor.isByTurns ?? true)
  const release = useCommand('floor.release')
  if (!holder)
    return isLocked ? (
      <NoticeBanner
        icon={IconLock}
        label={t('hearing.floor')}
        words={t(isByTurns ? 'hearing.floorLocked' : 'hearing.allLocked')}
      />
    ) : null
  return (
    <section className={notice.notice} data-mine={isMine || undefined} aria-label={t('hearing.floor')}>
      <IconHandStop aria-hidden className={notice.icon} />
      <div className={notice.words}>
        <strong>{isMine ? t('hearing.floorIsYours') : t('hearing.hasFloor', { name: speaker?.name ?? name })}</strong>
        {!isMine && siteName && <span className={styles.site}> · {siteName}</span>}
      </div>
      {holder.lostAt !== null && <span>{t('hearing.holderLost')}</span>}
      <TimeLeft holder={holder} />
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

function TimeLeft({ holder }: { holder: Holder }) {
  const { t } = useTranslation()
  const left = leftOnClock(holder, useServerNow(500))
  if (left === null) return null
  const urgency = left <= urgentMs ? 'urgent' : left <= warnMs ? 'soon' : undefined
  const words = holder.pausedAt !== null ? 'hearing.timePaused' : left < 0 ? 'hearing.timeOver' : 'hearing.timeLeft'
  return (
    <span className={styles.timeLeft} role="timer" data-urgency={urgency}>
      {t(words, { time: clockDuration(Math.abs(left)) })}
    </span>
  )
}
