// Writing down what a citizen says, reading it back, and how they acknowledge it. To the citizen: what they have acknowledged.
import { Button, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '../../../../shared/kernel/ids.ts'
import { isRunning } from '../../../../shared/modules/session/contract.ts'
import { useCitizens } from '../../../live/session/citizens.ts'
import { useName, useRole } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import classes from '../../frame/panel.module.css'
import { StatementCard } from './StatementCard.tsx'

const none: readonly never[] = []

export function StatementPanel() {
  const { t } = useTranslation()
  const role = useRole()
  const statements = useSession(({ state }) => state?.statement.statements ?? none)
  const isOpen = useSession(({ state }) => state !== null && isRunning(state.session.status))
  const citizens = useCitizens()
  const isStaff = role === 'chair' || role === 'secretary'
  const free = citizens.filter(
    (id) => !statements.some(({ participantId, phase }) => participantId === id && phase !== 'settled'),
  )
  return (
    <div className={classes.panel}>
      {isStaff && (
        <Text size="sm" c="dimmed">
          {t('panels.statement.what')}
        </Text>
      )}
      {!isStaff && statements.length === 0 && <Text>{t('panels.statement.empty')}</Text>}
      {statements.map((statement) => (
        <StatementCard key={statement.statementId} statement={statement} isStaff={isStaff} />
      ))}
      {isStaff && !isOpen && <Text>{t('panels.statement.notRunning')}</Text>}
      {isStaff && isOpen && (
        <Stack gap="xs">
          {free.map((participantId) => (
            <Begin key={participantId} participantId={participantId} />
          ))}
        </Stack>
      )}
    </div>
  )
}

function Begin({ participantId }: { participantId: ParticipantId }) {
  const { t } = useTranslation()
  const name = useName(participantId)
  const begin = useCommand('statement.begin')
  return (
    <Button variant="light" loading={begin.isPending} onClick={() => void begin({ participantId })}>
      {t('panels.statement.begin', { name })}
    </Button>
  )
}
