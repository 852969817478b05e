// One row of the technician's board: who, how they do in words, the figures for those who open them, and what can be done.
import { Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardRow } from '../../../shared/projections/health-board.ts'
import type { ParticipantHealth } from '../../../shared/wire/hearing/health.ts'
import { capitalised, useFormat } from '../i18n/format.ts'
import { ConditionIcon } from './ConditionIcon.tsx'

interface BoardRowViewProps {
  readonly title: string
  readonly subtitle: string
  readonly row: Pick<BoardRow, 'condition' | 'since' | 'alarms' | 'weaknesses' | 'health'>
  /** Server time. */
  readonly now: number
  /** What can be done; where all is well it stands behind the figures. */
  readonly actions?: ReactNode
  readonly children?: ReactNode
}

export function BoardRowView({ title, subtitle, row, now, actions, children }: BoardRowViewProps) {
  const { t } = useTranslation()
  const words = useConditionWords(row)
  const isWell = row.condition === 'good'
  return (
    <Group align="flex-start" wrap="nowrap" gap="sm">
      <ConditionIcon condition={row.condition} />
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text fw={600}>{title}</Text>
        {subtitle && (
          <Text size="sm" c="dimmed">
            {subtitle}
          </Text>
        )}
        {words.map((sentence) => (
          <Text key={sentence} size="sm">
            {capitalised(sentence)}
          </Text>
        ))}
        {row.health?.report && (
          <details>
            <summary>
              <Text span size="sm">
                {t('health.figures')}
              </Text>
            </summary>
            <Figures health={row.health} now={now} />
            {isWell && actions}
          </details>
        )}
        {children}
        {!isWell && actions}
      </div>
    </Group>
  )
}

/** The condition, and each thing that is wrong once: an alarm says more than the weakness behind it. */
function useConditionWords({ condition, since, alarms, weaknesses }: BoardRowViewProps['row']): string[] {
  const { t } = useTranslation()
  const format = useFormat()
  if (condition === 'lost') return [t('health.condition.lostAt', { time: format.time(since ?? 0) })]
  const alarmed = new Set<string>(alarms.map(({ kind }) => kind))
  const wrong = [
    ...alarms.map(({ kind, since: from }) =>
      t('health.since', { what: t(`health.alarm.${kind}`), time: format.time(from) }),
    ),
    ...weaknesses.filter((one) => !alarmed.has(one)).map((one) => t(`health.weakness.${one}`)),
  ]
  return wrong.length > 0 ? wrong : [t(`health.condition.${condition}`)]
}

function Figures({ health: { report, lastSeenAt }, now }: { health: ParticipantHealth; now: number }) {
  const { t, i18n } = useTranslation()
  if (!report) return null
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 })
  const megabits = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 })
  const { sentKbps, receivedKbps, upLossPercent, downLossPercent, roundTripMs, framesPerSecond, freezes, route } =
    report
  const figures = [
    t('health.sends', { rate: megabits.format(sentKbps / 1000) }),
    t('health.receives', { rate: megabits.format(receivedKbps / 1000) }),
    t('line.loss', { up: number.format(upLossPercent), down: number.format(downLossPercent) }),
    ...(roundTripMs === null ? [] : [t('line.roundTrip', { ms: roundTripMs })]),
    ...(framesPerSecond === null ? [] : [t('health.frames', { count: Math.round(framesPerSecond) })]),
    ...(freezes === 0 ? [] : [t('health.freezes', { count: freezes })]),
    ...(route === null ? [] : [t(`line.route.${route}`)]),
    `${t('media.camera')}: ${t(`health.device.${report.camera}`)}`,
    `${t('media.microphone')}: ${t(`health.device.${report.microphone}`)}`,
    t('health.seen', { count: Math.max(0, Math.round((now - lastSeenAt) / 1000)) }),
  ]
  return (
    <Text size="sm" c="dimmed">
      {figures.join(' · ')}
    </Text>
  )
}
