// The typing box of a captioner, there as soon as they are appointed: typing begins the captions, Enter finishes a line, the arrows
// up and down choose who speaks. While a partner writes, one button takes over.
import { Button, NativeSelect, Textarea } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import { ParticipantId } from '../../../../shared/kernel/ids.ts'
import { consultationOf } from '../../../../shared/modules/consultation/contract.ts'
import { sendOn } from '../../../base/ui/dialogs/send-key.ts'
import { useIsCaptioner, useWriterName } from '../../../live/session/captions.ts'
import { participantOf, personIn, unknownName } from '../../../live/session/selectors.ts'
import { type SessionSnapshot, sessionStore, useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import { neighbour } from './caption-draft.ts'
import styles from './captions.module.css'
import { useCaptionTyping } from './use-caption-typing.ts'

const automatic = ''

export function CaptionBox() {
  const isCaptioner = useIsCaptioner()
  const isWriter = useSession(({ state, me }) => Boolean(me) && state?.captions.writerId === me?.participantId)
  const partner = useSession((session) => {
    const { writerId = null } = session.state?.captions ?? {}
    return writerId !== null && writerId !== session.me?.participantId ? writerId : null
  })
  const isOver = useSession(({ state }) => !state || !['open', 'suspended'].includes(state.session.status))
  if (!isCaptioner || isOver) return null
  return partner === null ? <Box isWriter={isWriter} /> : <Partner participantId={partner} />
}

function Partner({ participantId }: { participantId: ParticipantId }) {
  const { t } = useTranslation()
  const name = useWriterName()
  const isLost = useSession((session) => participantOf(session, participantId)?.status === 'lost')
  const start = useCommand('captions.start')
  return (
    <section className={styles.box} data-partner aria-label={t('captions.box')}>
      <strong className={styles.partner}>
        {t(isLost ? 'captions.partnerLost' : 'captions.partner', { name: name ?? unknownName })}
      </strong>
      <Button color="dark" variant="white" loading={start.isPending} onClick={() => void start({})}>
        {t('captions.takeOver')}
      </Button>
    </section>
  )
}

/** Those who may be heard, in an order that stays. */
const speakers = ({ state, me }: SessionSnapshot): ParticipantId[] =>
  Object.values(state?.admission.participants ?? {})
    .filter(({ role, status }) => status === 'present' && role !== 'observer')
    .filter(({ participantId }) => participantId !== me?.participantId)
    .map(({ participantId }) => participantId)

function Box({ isWriter }: { isWriter: boolean }) {
  const { t } = useTranslation()
  const stop = useCommand('captions.stop')
  const isPaused = useSession(
    ({ state, me }) =>
      state?.session.status !== 'open' || Boolean(me && consultationOf(state.consultation, me.participantId)),
  )
  const [chosen, setChosen] = useState<string>(automatic)
  const choices = useSpeakerChoices()
  const { text, waiting, type, finish, takeBack } = useCaptionTyping({
    isWriter,
    isPaused,
    speakerId: speakerOf(chosen),
  })

  const sendLine = sendOn('enter', () => isWriter && !isPaused && finish(text))
  function press(event: KeyboardEvent) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key] as 1 | -1 | undefined
    if (step && !event.nativeEvent.isComposing) {
      event.preventDefault()
      setChosen(
        neighbour(
          choices.map(({ value }) => value),
          chosen,
          step,
        ),
      )
    } else if (event.key === 'Escape') takeBack()
    else sendLine(event)
  }

  return (
    <section className={styles.box} aria-label={t('captions.box')}>
      <NativeSelect
        className={styles.speaker}
        label={t('captions.speaker')}
        data={choices}
        value={chosen}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      />
      <Textarea
        className={styles.typed}
        classNames={{ input: styles.input }}
        label={t(isPaused ? 'captions.paused' : 'captions.typeHere')}
        placeholder={t(isWriter ? 'captions.placeholder' : 'captions.placeholderFirst')}
        autosize
        minRows={1}
        maxRows={3}
        disabled={isPaused}
        lang="vi"
        value={text}
        onChange={({ currentTarget }) => type(currentTarget.value)}
        onKeyDown={press}
      />
      <Button disabled={text.trim() === '' || !isWriter || isPaused} onClick={() => finish(text)}>
        {t('captions.finishLine')}
      </Button>
      {isWriter && (
        <Button variant="default" loading={stop.isPending} onClick={() => void stop({})}>
          {t('captions.stop')}
        </Button>
      )}
      <p className={styles.hint} role="status">
        {waiting > 1 ? t('captions.waiting', { count: waiting }) : t('captions.keys')}
      </p>
    </section>
  )
}

function useSpeakerChoices() {
  const { t } = useTranslation()
  const people = useSession(useShallow(speakers))
  const names = useSession(useShallow((session) => people.map((id) => personIn(session, id)?.name ?? unknownName)))
  const holder = useSession((session) => personIn(session, session.state?.floor.holder?.participantId)?.name)
  return [
    { value: automatic, label: holder ? t('captions.holder', { name: holder }) : t('captions.automatic') },
    ...people.map((value, index) => ({ value, label: names[index] ?? unknownName })),
  ]
}

/** Where nobody has been given the floor, it is whoever is heard: not the captioner, whose keys may be loud. */
function speakerOf(chosen: string): ParticipantId | null {
  if (chosen !== automatic) return ParticipantId.parse(chosen)
  const { state, live, me } = sessionStore.getState()
  if (state?.floor.holder || live.activeSpeaker === me?.participantId) return null
  return live.activeSpeaker
}
