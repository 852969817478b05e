import { Button, Group } from '@mantine/core'
import { IconMessage, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '../../../../shared/kernel/ids.ts'
import { resultCode } from '../../../../shared/modules/selftest/grades.ts'
import type { BoardRow } from '../../../../shared/projections/health-board.ts'
import { BoardRowView } from '../../../base/health/BoardRowView.tsx'
import { SelftestNote } from '../../../base/line-grades/SelftestNote.tsx'
import { useName, useParticipant, useSiteName } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { RestartButton } from './RestartButton.tsx'
import { titleOf } from './use-board.ts'

interface BoardRowItemProps {
  readonly row: BoardRow
  readonly now: number
  readonly onWrite: (participantId: ParticipantId) => void
}

export function BoardRowItem({ row, now, onWrite }: BoardRowItemProps) {
  const { t } = useTranslation()
  const { siteId, participantId, condition } = row
  const title = useSession((session) => titleOf(session, row))
  const name = useName(participantId)
  const siteName = useSiteName(siteId)
  const participant = useParticipant(participantId)
  const isMe = useSession(({ me }) => me?.participantId === participantId)
  const subtitle = participant
    ? [name, siteName, t(`role.${participant.role}`)].filter((part) => part && part !== title).join(' · ')
    : ''
  const mayBeHelped = participantId !== null && !isMe && condition !== 'lost'
  const actions = mayBeHelped && (
    <Group gap="xs" mt={6}>
      <Button
        variant="default"
        size="sm"
        leftSection={<IconMessage size={18} aria-hidden />}
        aria-label={t('panels.health.messageTo', { who: title })}
        onClick={() => onWrite(participantId)}
      >
        {t('panels.health.message')}
      </Button>
      <RestartButton participantId={participantId} who={title} icon={<IconRefresh size={18} aria-hidden />} />
    </Group>
  )
  return (
    <BoardRowView title={title} subtitle={subtitle} row={row} now={now} actions={actions}>
      <LastSelftest siteId={siteId} participantId={participantId} />
    </BoardRowView>
  )
}

/** Of a site that has not come, or of this person. */
function LastSelftest({ siteId, participantId }: Pick<BoardRow, 'siteId' | 'participantId'>) {
  const latest = useSession(({ state }) => {
    const own = participantId && state?.selftest.latest[participantId]
    if (own || participantId) return own || null
    const here = Object.values(state?.admission.participants ?? {}).filter((one) => one.siteId === siteId)
    const tests = here.flatMap((one) => state?.selftest.latest[one.participantId] ?? [])
    return tests.toSorted((one, other) => other.at - one.at)[0] ?? null
  })
  return latest && <SelftestNote at={latest.at} verdict={latest.verdict} code={resultCode(latest)} findings={latest} />
}
