// One sitting of the calendar, and what staff can do about it.
import { Button, Group } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Officer, StaffSitting } from '../../../../shared/wire/reception/appointments.ts'
import { dayInWords, hoursOf } from '../../../base/appointments/days.ts'
import { TextDialog } from '../../../base/ui/dialogs/TextDialog.tsx'
import { problemText } from '../../ui/problems.ts'
import { ChangeDialog } from './PlanDialog.tsx'
import { useCallOff } from './queries.ts'
import { SittingFacts } from './SittingFacts.tsx'
import { type SittingAct, SittingMenu } from './SittingMenu.tsx'
import { HeldDialog, StepInDialog } from './SittingOfficerDialogs.tsx'
import { WhoComes } from './WhoComes.tsx'

interface SittingRowProps {
  readonly date: string
  readonly today: string
  readonly sitting: StaffSitting
  readonly officers: readonly Officer[]
  readonly postingSource: string
}

export function SittingRow({ date, today, sitting, officers, postingSource }: SittingRowProps) {
  const { t, i18n } = useTranslation()
  const [dialog, setDialog] = useState<SittingAct | 'who' | null>(null)
  const callOff = useCallOff({ date, sittingId: sitting.sittingId })
  const name = `${dayInWords(date, i18n.language)}, ${hoursOf(sitting).from}`
  const close = () => setDialog(null)
  return (
    <>
      <SittingFacts sitting={sitting} officers={officers} postingSource={postingSource} calledOff={callOff.data} />
      <Group gap="xs" wrap="nowrap">
        <Button
          variant="default"
          leftSection={<IconUsers size={18} aria-hidden />}
          aria-label={t('staff.receptionPlan.whoOf', { sitting: name })}
          onClick={() => setDialog('who')}
        >
          {t('staff.receptionPlan.who')}
        </Button>
        {!sitting.cancelled && <SittingMenu date={date} today={today} name={name} onAct={setDialog} />}
      </Group>
      {dialog === 'who' && (
        <WhoComes
          date={date}
          sitting={sitting}
          title={t('staff.receptionPlan.whoOf', { sitting: name })}
          onClose={close}
        />
      )}
      {dialog === 'change' && <ChangeDialog date={date} sitting={sitting} officers={officers} onClose={close} />}
      {dialog === 'stepIn' && <StepInDialog date={date} sitting={sitting} officers={officers} onClose={close} />}
      {dialog === 'held' && <HeldDialog date={date} sitting={sitting} officers={officers} onClose={close} />}
      {dialog === 'callOff' && (
        <TextDialog
          keptAs={`sitting-call-off.${sitting.sittingId}`}
          title={t('staff.receptionPlan.callOff.title')}
          label={t('staff.receptionPlan.stepIn.reason')}
          description={t('staff.receptionPlan.callOff.what')}
          problem={callOff.isError ? problemText(t, callOff.error) : null}
          submitLabel={t('staff.receptionPlan.callOff')}
          submitColor="red"
          maximumLength={500}
          onClose={close}
          onSubmit={(reason) =>
            callOff.mutateAsync(reason).then(
              () => true,
              // Told in the dialog.
              () => false,
            )
          }
        />
      )}
    </>
  )
}
