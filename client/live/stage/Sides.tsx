// Two sides: the chair and the site that matters now, alike in size. Nothing else, as in a conversation.
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import type { ParticipantId } from '../../../shared/kernel/ids.ts'
import { useSession } from '../session/store.ts'
import { bothSides } from './on-stage.ts'
import styles from './stage.module.css'
import { Tile } from './Tile.tsx'

export function Sides({ pinned }: { pinned: ParticipantId | null }) {
  const { t } = useTranslation()
  const sides = useSession(
    useShallow(({ state, live, me }) =>
      state ? bothSides(state, { me: me?.participantId ?? null, pinned, activeSpeaker: live.activeSpeaker }) : [],
    ),
  )
  return (
    <ul className={styles.sides} aria-label={t('stage.everybody')}>
      {sides.map((id) => (
        <li key={id}>
          <Tile participantId={id} isLarge />
        </li>
      ))}
    </ul>
  )
}
