// What screens ask of the captions of this session: who writes them, who may, whose words a line is.
import { useTranslation } from 'react-i18next'
import type { Speaker } from '../../shared/wire/captions.ts'
import { participantOf, personIn } from './selectors.ts'
import { type SessionSnapshot, useSession } from './store.ts'

function nameIn(session: SessionSnapshot, speaker: Speaker): string | null {
  if (!speaker) return null
  const person = speaker.personId ? session.people[speaker.personId] : personIn(session, speaker.participantId)
  return person?.name ?? null
}

/** null: nobody is named. */
export const useSpeakerName = (speaker: Speaker): string | null => useSession((session) => nameIn(session, speaker))

export const useIsCaptioner = (): boolean =>
  useSession(({ state, me }) => Boolean(me && state?.captions.captioners.includes(me.participantId)))

/** Somebody writes now, and is not lost. */
export const useIsCaptioned = (): boolean =>
  useSession((session) => participantOf(session, session.state?.captions.writerId)?.status === 'present')

/** Of the captioner who writes; null: nobody does. */
export function useWriterName(): string | null {
  const { t } = useTranslation()
  return useSession((session) => {
    const { writerId = null } = session.state?.captions ?? {}
    if (writerId === null) return null
    return writerId === session.me?.participantId ? t('captions.you') : (personIn(session, writerId)?.name ?? null)
  })
}
