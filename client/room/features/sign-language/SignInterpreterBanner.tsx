// To whoever interprets in sign language: whether everybody sees them now, and what to press if not.
import { Button } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLocalDevices } from '../../../live/media/local-devices.ts'
import { useLiveSession } from '../../../live/session/live-session-context.ts'
import { useName } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import styles from './sign-language.module.css'
import { useIsSignInterpreter, useSigner } from './use-signer.ts'

export function SignInterpreterBanner() {
  const isInterpreter = useIsSignInterpreter()
  const me = useSession((session) => session.me?.participantId ?? null)
  const signer = useSigner()
  // The region is there before the words, so that a screen reader says them when they come.
  return (
    <div aria-live="polite">
      {isInterpreter && (signer === me ? <Seen /> : signer && <Partner participantId={signer} />)}
    </div>
  )
}

function Seen() {
  const { t } = useTranslation()
  const { devices } = useLiveSession()
  const { status, problem } = useLocalDevices(devices, ({ camera }) => camera)
  const isOn = status === 'on'
  return (
    <section className={styles.banner} aria-label={t('hearing.signLanguage')} data-unseen={!isOn || undefined}>
      <IconHandStop aria-hidden />
      <div className={styles.words}>
        <strong>{t(isOn ? 'hearing.signSeen' : 'hearing.signUnseen')}</strong>
        {problem && <div>{t(`media.problem.${problem}`, { what: t('media.camera') })}</div>}
      </div>
      {!isOn && (
        <Button
          color="dark"
          variant="white"
          loading={status === 'starting'}
          onClick={() => void devices.start('camera')}
        >
          {t('hearing.signCamera')}
        </Button>
      )}
    </section>
  )
}

function Partner({ participantId }: { participantId: NonNullable<ReturnType<typeof useSigner>> }) {
  const { t } = useTranslation()
  const takeOver = useCommand('signLanguage.takeOver')
  const name = useName(participantId)
  return (
    <section className={styles.banner} aria-label={t('hearing.signLanguage')}>
      <IconHandStop aria-hidden />
      <strong className={styles.words}>{t('hearing.signPartner', { name })}</strong>
      <Button color="dark" variant="white" loading={takeOver.isPending} onClick={() => void takeOver({})}>
        {t('hearing.signTakeOver')}
      </Button>
    </section>
  )
}
