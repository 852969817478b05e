// Numbers and durations as the overview writes them.
import { useTranslation } from 'react-i18next'

const minuteMs = 60_000

export function useAmounts() {
  const { t, i18n } = useTranslation()
  const number = new Intl.NumberFormat(i18n.language)
  return {
    /** 1.234 */
    count: (value: number) => number.format(value),
    /** “1 giờ 05”, “12 phút”; what is less than a minute, but not nothing, is one. */
    duration(ms: number): string {
      const all = ms > 0 ? Math.max(1, Math.round(ms / minuteMs)) : 0
      const hours = Math.floor(all / 60)
      if (hours === 0) return t('overview.duration.minutes', { minutes: all })
      return t('overview.duration.hours', {
        hours: number.format(hours),
        minutes: String(all % 60).padStart(2, '0'),
      })
    },
  }
}
