// How long the next speakers may speak: the chair chooses once, every “give the floor” uses it.
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'

interface GrantTime {
  /** null: no limit. */
  readonly limitSeconds: number | null
  choose(limitSeconds: number | null): void
}

export const useGrantTime = create<GrantTime>()((set) => ({
  limitSeconds: null,
  choose: (limitSeconds) => set({ limitSeconds }),
}))

/** “Không giới hạn” or “5 phút”. */
export function useGrantTimeLabel(): string {
  const { t } = useTranslation()
  const limitSeconds = useGrantTime((time) => time.limitSeconds)
  return limitSeconds === null ? t('panels.floor.noLimit') : t('duration.minutes', { count: limitSeconds / 60 })
}
