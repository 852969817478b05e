// The sign somebody has just given, for a few seconds. To a screen reader the hearing page says it.
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '../../../shared/kernel/ids.ts'
import { useSession } from '../session/store.ts'
import { reactionIcons } from './reaction-icons.ts'
import styles from './stage.module.css'

const shownForMs = 5000

export function TileReaction({ participantId }: { participantId: ParticipantId }) {
  const { t } = useTranslation()
  const latest = useSession(({ live }) => live.reactions[participantId])
  // A tile that appears later does not repeat what is past.
  const [pastCount, setPastCount] = useState(latest?.count ?? 0)
  useEffect(() => {
    if (!latest) return
    const timer = setTimeout(() => setPastCount(latest.count), shownForMs)
    return () => clearTimeout(timer)
  }, [latest])
  if (!latest || latest.count === pastCount) return null
  const Icon = reactionIcons[latest.reaction]
  return (
    <p className={styles.reaction} aria-hidden>
      <Icon size="1.3em" /> {t(`reaction.${latest.reaction}`)}
    </p>
  )
}
