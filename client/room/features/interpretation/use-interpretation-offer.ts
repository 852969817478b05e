// Over the stage of a session that is interpreted: the way to one’s language, and afterwards what one hears. Whoever has
// chosen the original has seen it, and is left in peace.
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import type { Language } from '../../../../shared/kernel/ids.ts'
import { consultationOf } from '../../../../shared/modules/consultation/contract.ts'
import { spokenInto } from '../../../../shared/modules/interpretation/contract.ts'
import { interpreterFor } from '../../../live/session/interpreter.ts'
import { languageOf, useListening } from '../../../live/session/listening.ts'
import { type SessionSnapshot, useSession } from '../../../live/session/store.ts'
import type { PanelOffer } from '../../frame/panel.ts'

/** Those one may want to listen to: not the own ones of an interpreter, and none for who interprets or is aside. */
function offered({ state, me }: SessionSnapshot): Language[] {
  if (!state || !me) return []
  const { participantId } = me
  if (consultationOf(state.consultation, participantId) || spokenInto(state.interpretation, participantId)) return []
  return state.interpretation.channels
    .filter(({ interpreters }) => !interpreters.includes(participantId))
    .map(({ language }) => language)
}

export function useInterpretationOffer(): PanelOffer | null {
  const { t } = useTranslation()
  const languages = useSession(useShallow(offered))
  const choice = useListening((listening) => listening.choice)
  const chosen = useListening(languageOf)
  const isInterpreted = useSession((session) => interpreterFor(session, chosen) !== null)
  if (languages.length === 0 || choice === 'floor') return null
  if (chosen === null || !languages.includes(chosen))
    return {
      words: t('panels.interpretation.offer', { languages: languages.map((one) => t(`language.${one}`)).join(', ') }),
      action: t('panels.interpretation.choose'),
      isUrgent: false,
    }
  const language = t(`language.${chosen}`)
  return {
    words: t(isInterpreted ? 'panels.interpretation.hears' : 'panels.interpretation.hearsOriginal', { language }),
    action: t('panels.interpretation.change'),
    isUrgent: false,
  }
}
