// The minutes on their way to an issued paper: what the chair says of the draft, who has signed, the numbers, corrections.
import { Group, Text } from '@mantine/core'
import { IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import {
  type ApprovalStage,
  approval,
  type Issue,
  type Signature,
  stageOf,
} from '../../../../../shared/modules/approval/contract.ts'
import { isOver } from '../../../../../shared/modules/session/contract.ts'
import { useFormat } from '../../../../base/i18n/format.ts'
import { useName } from '../../../../live/session/selectors.ts'
import { useSession } from '../../../../live/session/store.ts'
import classes from '../../../frame/panel.module.css'
import { ApprovalActions } from './ApprovalActions.tsx'
import { Comments } from './Comments.tsx'
import { IssuedPapers } from './IssuedPapers.tsx'

const stages: readonly ApprovalStage[] = ['draft', 'submitted', 'signed', 'issued']

export function Approval() {
  const { t } = useTranslation()
  const state = useSession((session) => session.state?.approval ?? approval.initial)
  const isClosed = useSession((session) => isOver(session.state?.session.status ?? 'unscheduled'))
  const stage = stageOf(state)
  return (
    <>
      {state.corrects && (
        <Text size="sm">
          {t('panels.minutes.approval.corrects', { number: state.corrects.number, reason: state.corrects.reason })}
        </Text>
      )}
      <ol className={classes.list}>
        {stages.map((one, index) => (
          <li key={one} aria-current={one === stage ? 'step' : undefined}>
            <Group gap="xs" align="flex-start" wrap="nowrap">
              {index <= stages.indexOf(stage) ? (
                <IconCircleCheckFilled size={22} aria-label={t('panels.minutes.approval.done')} />
              ) : (
                <IconCircleDashed size={22} aria-label={t('panels.minutes.approval.toCome')} />
              )}
              <div className={classes.grow}>
                <Text {...(one === stage && { fw: 600 })}>{t(`panels.minutes.approval.stage.${one}`)}</Text>
                <Text size="sm" c="dimmed">
                  <StageNote stage={one} />
                </Text>
              </div>
            </Group>
          </li>
        ))}
      </ol>
      {isClosed ? <ApprovalActions /> : <Text size="sm">{t('panels.minutes.approval.afterClosing')}</Text>}
      <IssuedPapers />
      <Comments />
    </>
  )
}

/** Who has done it, and when; nothing while it is to come. */
function StageNote({ stage }: { stage: ApprovalStage }) {
  const { signatures, issues } = useSession((session) => session.state?.approval ?? approval.initial)
  switch (stage) {
    case 'draft':
      return null
    case 'submitted':
      return signatures.secretary && <SignedBy {...signatures.secretary} />
    case 'signed':
      return signatures.chair && <SignedBy {...signatures.chair} />
    case 'issued':
      return issues.minutes && <IssuedAs {...issues.minutes} />
  }
}

function SignedBy({ participantId, at }: Signature) {
  const { t } = useTranslation()
  const format = useFormat()
  return t('panels.minutes.approval.signedBy', { name: useName(participantId), time: format.dateTime(at) })
}

function IssuedAs({ number, year, at }: Issue) {
  const { t } = useTranslation()
  const format = useFormat()
  return t('panels.minutes.approval.issuedAs', { number, year, time: format.dateTime(at) })
}
