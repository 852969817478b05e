// What was measured on a line, for those who want the figures.
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { LineFigures } from '../../../shared/modules/selftest/contract.ts'

export function LineFiguresList({ figures }: { figures: LineFigures }) {
  const { t, i18n } = useTranslation()
  const { upKbps, downKbps, upLossPercent, downLossPercent, roundTripMs, jitterMs, route, isComputerSlow } = figures
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 })
  return (
    <Text size="sm" c="dimmed">
      {[
        t('line.up', { rate: number.format(upKbps / 1000) }),
        t('line.down', { rate: number.format(downKbps / 1000) }),
        t('line.loss', { up: number.format(upLossPercent), down: number.format(downLossPercent) }),
        t('line.roundTrip', { ms: roundTripMs }),
        t('line.jitter', { ms: jitterMs }),
        t(`line.route.${route}`),
        ...(isComputerSlow ? [t('selftest.slowComputer')] : []),
      ].join(' · ')}
    </Text>
  )
}
