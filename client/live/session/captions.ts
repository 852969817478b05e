// What screens ask of the captions of this session: who writes them, who may, whose words a line is.
import { useTranslation } from 'react-i18next'
import { isAutomaticNow, isWritten, speakerName } from '../../../shared/projections/captions.ts'
import type { CaptionNotice } from '../../../shared/wire/hearing/captions.ts'
import { personIn } from './selectors.ts'
import { useSession } from './store.ts'

/** null: nobody is named. */
export const useSpeakerName = (
  line: Pick<CaptionNotice, 'speaker' | 'isAutomatic'> | null | undefined,
): string | null => useSession(({ state, people }) => (state && line ? speakerName(state, people, line) : null))

export const useIsCaptioner = (): boolean =>
  useSession(({ state, me }) => Boolean(me && state?.captions.captioners.includes(me.participantId)))

/** Who writes now; null: nobody does, or who did is lost. */
export const useCaptionSource = (): 'person' | 'engine' | null =>
  useSession(({ state }) => {
    if (!state) return null
    if (isWritten(state)) return 'person'
    return isAutomaticNow(state) ? 'engine' : null
  })

/** Whether there may be captions at all: then there is something to switch on. */
export const useMayBeCaptioned = (): boolean =>
  useSession(({ state }) => Boolean(state && (state.captions.captioners.length > 0 || isAutomaticNow(state))))

/** Of the captioner who writes; null: nobody does. */
export function useWriterName(): string | null {
  const { t } = useTranslation()
  return useSession((session) => {
    const { writerId = null } = session.state?.captions ?? {}
    if (writerId === null) return null
    return writerId === session.me?.participantId ? t('captions.you') : (personIn(session, writerId)?.name ?? null)
  })
}

/** Why the engine does not hear everything, for staff, in words; null: it does, or there is none. */
export function useSpeechTrouble(): string | null {
  const { t } = useTranslation()
  const status = useSession(({ live }) => live.health?.speech ?? null)
  switch (status?.state) {
    case 'behind':
    case 'full':
    case 'stopped':
      return t(`captions.speech.${status.state}`)
    case 'unreadable':
      return t('captions.speech.unreadable', { folder: status.folder })
    case 'incomplete':
      return t('captions.speech.incomplete', { folder: status.folder, missing: status.missing.join(', ') })
    default:
      return null
  }
}
