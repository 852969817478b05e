// How long the next speakers may speak: staff choose once, every “give the floor” uses it.
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import { useSession } from '../../live/session/store.ts'

interface GrantTime {
  /** undefined: what the rules of speaking leave; null: no limit. */
  readonly limitSeconds: number | null | undefined
  choose(limitSeconds: number | null | undefined): void
}

export const useGrantTime = create<GrantTime>()((set) => ({
  limitSeconds: undefined,
  choose: (limitSeconds) => set({ limitSeconds }),
}))

/** Whether the rules of speaking limit anything. */
export const useHasSpeakingRules = (): boolean =>
  useSession(({ state }) => {
    if (!state) return false
    const { perPurpose, perPerson, perSite } = state.floor.rules
    return [...Object.values(perPurpose), perPerson, perSite].some((budget) => budget !== null)
  })

/** “Theo quy định”, “Không giới hạn” or “5 phút”. */
export function useGrantTimeLabel(): string {
  const { t } = useTranslation()
  const limitSeconds = useGrantTime((time) => time.limitSeconds)
  const hasRules = useHasSpeakingRules()
  if (limitSeconds === undefined) return t(hasRules ? 'panels.floor.byRules' : 'panels.floor.noLimit')
  return limitSeconds === null ? t('panels.floor.noLimit') : t('duration.minutes', { count: limitSeconds / 60 })
}
