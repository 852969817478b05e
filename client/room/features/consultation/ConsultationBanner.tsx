// To those aside: who alone hears them, and the way back. To the others: for whom they wait.
import { Button } from '@mantine/core'
import { IconId, IconLock, IconMessages } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import type { ParticipantId } from '../../../../shared/kernel/ids.ts'
import { consultationOf } from '../../../../shared/modules/consultation/contract.ts'
import { personIn, unknownName, useRole } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import styles from '../../frame/banner.module.css'

export function ConsultationBanner() {
  const mine = useSession(({ state, me }) => state && me && consultationOf(state.consultation, me.participantId))
  const isMine = mine != null
  const isAnyCheck = useSession(({ state }) => (state?.identity.checks.length ?? 0) > 0)
  const names = useNames(isMine)
  // The region is there before the words, so that a screen reader says at once who hears from now on.
  return (
    <div aria-live="assertive">
      {names.length > 0 && mine?.isIdentityCheck && <MyCheck name={names.join(', ')} />}
      {names.length > 0 && isMine && !mine.isIdentityCheck && <Mine names={names.join(', ')} />}
      {names.length > 0 && !isMine && <Others names={names.join(', ')} isCheck={isAnyCheck} />}
    </div>
  )
}

function Mine({ names }: { names: string }) {
  const { t } = useTranslation()
  const leave = useCommand('consultation.leave')
  return (
    <section className={styles.banner} aria-label={t('hearing.consultation')} data-mine>
      <IconLock aria-hidden className={styles.icon} />
      <strong className={styles.words}>{t('hearing.consultationYours', { names })}</strong>
      <Button color="dark" variant="white" loading={leave.isPending} onClick={() => void leave({})}>
        {t('hearing.consultationLeave')}
      </Button>
    </section>
  )
}

/** Papers are looked at: who sees them, and how to show them. */
function MyCheck({ name }: { name: string }) {
  const { t } = useTranslation()
  const isCitizen = useRole() === 'citizen'
  return (
    <section className={styles.banner} aria-label={t('panels.identity.title')} data-mine>
      <IconId aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <strong>{t(isCitizen ? 'hearing.identityYours' : 'hearing.identityOfficer', { name })}</strong>
        {isCitizen && <div>{t('hearing.identityHow')}</div>}
      </div>
    </section>
  )
}

function Others({ names, isCheck }: { names: string; isCheck: boolean }) {
  const { t } = useTranslation()
  return (
    <section className={styles.banner} aria-label={t('hearing.consultation')}>
      <IconMessages aria-hidden className={styles.icon} />
      <span className={styles.words}>
        {isCheck ? t('hearing.identityOthers') : t('hearing.consultationOthers', { names })}
      </span>
    </section>
  )
}

/** Of the others in my consultation; or, seen from the room, of all who are in one. */
function useNames(isMine: boolean): string[] {
  return useSession(
    useShallow((session) => {
      const { state, me } = session
      const all = state?.consultation.consultations ?? []
      const mine = me && state && consultationOf(state.consultation, me.participantId)
      const ids: readonly ParticipantId[] =
        isMine && mine ? mine.participantIds : all.flatMap((one) => one.participantIds)
      return ids.filter((id) => id !== me?.participantId).map((id) => personIn(session, id)?.name ?? unknownName)
    }),
  )
}
