// To whoever interprets: one switch for each of their languages, and while it is on, who hears them.
import { Button } from '@mantine/core'
import { IconLanguage, IconMicrophone2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Channel } from '../../../../shared/modules/interpretation/contract.ts'
import { useLocalDevices } from '../../../live/media/local-devices.ts'
import { useOwnChannels } from '../../../live/session/interpreter.ts'
import { useLiveSession } from '../../../live/session/live-session-context.ts'
import { useName } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import styles from './interpretation.module.css'
import { useInterpreting } from './use-interpreting.ts'

export function InterpreterBanner() {
  const me = useSession((session) => session.me?.participantId)
  const channels = useOwnChannels()
  const live = channels.find((channel) => channel.live?.participantId === me) ?? null
  const interpreting = useInterpreting(live?.language ?? null)
  // The region is there before the words, so that a screen reader says at once who hears from now on.
  return (
    <div aria-live="assertive">
      {live ? (
        <OnAir channel={live} others={channels.filter((channel) => channel !== live)} {...interpreting} />
      ) : (
        <OffAir channels={channels} {...interpreting} />
      )}
    </div>
  )
}

type Interpreting = ReturnType<typeof useInterpreting>

/** Where nobody speaks one line has the switches of all languages; beside a partner each language has its own. */
function OffAir({ channels, ...interpreting }: { channels: readonly Channel[] } & Interpreting) {
  const free = channels.filter(({ live }) => live === null)
  return (
    <>
      {channels.map(
        ({ language, live }) => live && <Partner key={language} language={language} live={live} {...interpreting} />,
      )}
      {free.length > 0 && <Free channels={free} {...interpreting} />}
    </>
  )
}

function Free({ channels, begin, isPending }: { channels: readonly Channel[] } & Interpreting) {
  const { t } = useTranslation()
  return (
    <section className={styles.banner} aria-label={t('hearing.interpretation')}>
      <IconLanguage aria-hidden className={styles.icon} />
      <strong className={styles.words}>{t('hearing.interpreterIdle')}</strong>
      {channels.map(({ language }) => (
        <Button key={language} color="dark" variant="white" loading={isPending} onClick={() => void begin(language)}>
          {t('hearing.interpretBegin', { language: t(`language.${language}`) })}
        </Button>
      ))}
    </section>
  )
}

type Live = NonNullable<Channel['live']>

function Partner(props: { language: Channel['language']; live: Live } & Interpreting) {
  const { language, live, begin, isPending } = props
  const { t } = useTranslation()
  const name = useName(live.participantId)
  const isNeeded = live.asksRelief || live.lostAt !== null
  const words =
    live.lostAt !== null
      ? 'hearing.interpreterLost'
      : live.asksRelief
        ? 'hearing.interpreterAsked'
        : 'hearing.interpreterPartner'
  return (
    <section className={styles.banner} aria-label={t('hearing.interpretation')} data-asked={isNeeded || undefined}>
      <IconLanguage aria-hidden className={styles.icon} />
      <strong className={styles.words}>{t(words, { name, language: t(`language.${language}`) })}</strong>
      <Button color="dark" variant="white" loading={isPending} onClick={() => void begin(language)}>
        {t('hearing.interpretTakeOver')}
      </Button>
    </section>
  )
}

function OnAir(props: { channel: Channel; others: readonly Channel[] } & Interpreting) {
  const { channel, others, begin, end, unmute, isPending } = props
  const { t } = useTranslation()
  const { devices } = useLiveSession()
  const { status, problem } = useLocalDevices(devices, ({ microphone }) => microphone)
  const isMuted = useLocalDevices(devices, (snapshot) => snapshot.isMuted)
  const isSilent = isMuted || status !== 'on'
  const language = t(`language.${channel.language}`)
  return (
    <section className={styles.banner} aria-label={t('hearing.interpretation')} data-live>
      <IconMicrophone2 aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <strong>{t('hearing.interpreting', { language })}</strong>
        <span className={styles.hint}>
          {isSilent ? t('hearing.interpretingMuted') : t('hearing.interpretingHeard', { language })}
        </span>
        {problem && (
          <span className={styles.hint}>{t(`media.problem.${problem}`, { what: t('media.microphone') })}</span>
        )}
      </div>
      {isSilent && (
        <Button color="dark" variant="white" loading={status === 'starting'} onClick={() => void unmute()}>
          {t('hearing.interpretUnmute')}
        </Button>
      )}
      {others.map((other) => (
        <Button
          key={other.language}
          color="dark"
          variant="white"
          loading={isPending}
          onClick={() => void begin(other.language)}
        >
          {t('hearing.interpretSwitch', { language: t(`language.${other.language}`) })}
        </Button>
      ))}
      <Relief channel={channel} />
      <Button color="dark" variant="white" loading={isPending} onClick={() => void end()}>
        {t('hearing.interpretStop')}
      </Button>
    </section>
  )
}

/** Only for who has somebody to be relieved by. */
function Relief({ channel: { interpreters, live } }: { channel: Channel }) {
  const { t } = useTranslation()
  const askRelief = useCommand('interpretation.askRelief')
  const hasPartner = useSession(({ state, me }) =>
    interpreters.some((id) => id !== me?.participantId && state?.admission.participants[id]?.status === 'present'),
  )
  if (live?.asksRelief) return <span className={styles.hint}>{t('hearing.interpretReliefAsked')}</span>
  if (!hasPartner) return null
  return (
    <Button color="dark" variant="white" loading={askRelief.isPending} onClick={() => void askRelief({})}>
      {t('hearing.interpretAskRelief')}
    </Button>
  )
}
