// The ballot: what is voted on now, what is prepared, what was decided.
import { Button, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Motion } from '../../../../shared/modules/ballot/contract.ts'
import { isOver } from '../../../../shared/modules/session/contract.ts'
import { usePermission } from '../../../live/session/permissions.ts'
import { useSession } from '../../../live/session/store.ts'
import classes from '../../frame/panel.module.css'
import { CodePrintings } from './CodePrintings.tsx'
import { MotionDialog } from './MotionDialog.tsx'
import { OpenBallot } from './OpenBallot.tsx'
import { PreparedMotion } from './PreparedMotion.tsx'
import { ResultCard } from './ResultCard.tsx'
import { VotingCodes } from './VotingCodes.tsx'

const none: readonly Motion[] = []

export function BallotPanel() {
  const { t } = useTranslation()
  const motions = useSession(({ state }) => state?.ballot.motions ?? none)
  const isClosed = useSession(({ state }) => isOver(state?.session.status ?? 'unscheduled'))
  const mayConduct = usePermission('ballot.open') && !isClosed
  const [isWriting, setWriting] = useState(false)
  const open = motions.find(({ status }) => status === 'open')
  const prepared = motions.filter(({ status }) => status === 'proposed')
  const ended = motions.filter(({ status }) => status === 'closed' || status === 'withdrawn')
  return (
    <div className={classes.panel}>
      {open && <OpenBallot key={open.motionId} motion={open} mayConduct={mayConduct} />}
      {motions.length === 0 && <Text c="dimmed">{t('panels.ballot.empty')}</Text>}
      {mayConduct && (
        <Button
          variant={open || prepared.length > 0 ? 'default' : 'filled'}
          leftSection={<IconPlus size={20} aria-hidden />}
          onClick={() => setWriting(true)}
        >
          {t('panels.ballot.new')}
        </Button>
      )}
      {prepared.length > 0 && mayConduct && (
        <section>
          <Title order={3} size="h5">
            {t('panels.ballot.prepared')}
          </Title>
          <ul className={classes.list}>
            {prepared.map((motion) => (
              <li key={motion.motionId}>
                <PreparedMotion motion={motion} isBlocked={open !== undefined} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {ended.length > 0 && (
        <section>
          <Title order={3} size="h5">
            {t('panels.ballot.ended')}
          </Title>
          <ul className={classes.list}>
            {[...ended].reverse().map((motion) => (
              <li key={motion.motionId}>
                <ResultCard motion={motion} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {mayConduct && <VotingCodes />}
      <CodePrintings />
      {isWriting && <MotionDialog onClose={() => setWriting(false)} />}
    </div>
  )
}
