// One sitting of the calendar, and what staff can do about it.
import { Alert, Badge, Button, Group, Menu, Modal, Select, Stack, Text, Textarea } from '@mantine/core'
import { IconAlertTriangle, IconDotsVertical, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { calendarDayOf } from '../../../../shared/law/working-days.ts'
import { receivingOfficer } from '../../../../shared/reception/appointments/contract.ts'
import type { Officer, StaffSitting } from '../../../../shared/wire/reception/appointments.ts'
import { dayInWords, hoursOf } from '../../../base/appointments/days.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { DialogButtons } from '../../../base/ui/dialogs/DialogButtons.tsx'
import { TextDialog } from '../../../base/ui/dialogs/TextDialog.tsx'
import { DraftNotice } from '../../../base/ui/forms/DraftNotice.tsx'
import { useKept } from '../../../base/ui/forms/use-kept.ts'
import classes from '../../ui/office.module.css'
import { Problem } from '../../ui/Problem.tsx'
import { problemText } from '../../ui/problems.ts'
import { ChangeDialog } from './PlanDialog.tsx'
import { useCallOff, useNoteHeld, useStepIn } from './queries.ts'
import { WhoComes } from './WhoComes.tsx'

interface SittingRowProps {
  readonly date: string
  readonly today: string
  readonly sitting: StaffSitting
  readonly officers: readonly Officer[]
  readonly postingSource: string
}

type Dialog = 'who' | 'change' | 'stepIn' | 'held' | 'callOff'

export function SittingRow({ date, today, sitting, officers, postingSource }: SittingRowProps) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const callOff = useCallOff({ date, sittingId: sitting.sittingId })
  const { kind, slots, booked, substitution, heldBy, cancelled, isPostedInTime, postedBy } = sitting
  const nameOf = (officerId: string | null) =>
    officers.find((officer) => officer.officerId === officerId)?.name ?? t('staff.receptionPlan.nobody')
  const { from, to } = hoursOf(sitting)
  const name = `${dayInWords(date, i18n.language)}, ${from}`
  const places = slots.reduce((sum, { capacity }) => sum + capacity, 0)
  const close = () => setDialog(null)
  return (
    <>
      <div className={classes.who}>
        <Group gap="xs">
          <Text fw={600} td={cancelled ? 'line-through' : 'none'}>
            {from}–{to}
          </Text>
          <Badge tt="none" variant="default">
            {t(`sittingKind.${kind}`)}
          </Badge>
          <Text>{t('staff.receptionPlan.booked', { booked, places })}</Text>
        </Group>
        <Text size="sm">
          {t('staff.receptionPlan.receives', { name: nameOf(sitting.officerId) })}
          {sitting.substituteId !== null &&
            substitution === null &&
            ` · ${t('staff.receptionPlan.substitute', { name: nameOf(sitting.substituteId) })}`}
        </Text>
        {substitution && (
          <Text size="sm">
            {t('staff.receptionPlan.steppedIn', { name: nameOf(substitution.officerId), reason: substitution.reason })}
          </Text>
        )}
        {heldBy !== null && <Text size="sm">{t('staff.receptionPlan.held', { name: nameOf(heldBy) })}</Text>}
        {cancelled && <Text size="sm">{t('staff.receptionPlan.calledOff', { reason: cancelled.reason })}</Text>}
        {!cancelled && isPostedInTime === false && (
          <Text size="sm">
            <IconAlertTriangle size={16} aria-hidden />{' '}
            {t('staff.receptionPlan.late', { date: format.isoDate(calendarDayOf(postedBy)), source: postingSource })}
          </Text>
        )}
        {callOff.data && (
          <Alert color="teal" role="status">
            {t('staff.receptionPlan.callOff.done', callOff.data)}
          </Alert>
        )}
      </div>
      <Group gap="xs" wrap="nowrap">
        <Button
          variant="default"
          leftSection={<IconUsers size={18} aria-hidden />}
          aria-label={t('staff.receptionPlan.whoOf', { sitting: name })}
          onClick={() => setDialog('who')}
        >
          {t('staff.receptionPlan.who')}
        </Button>
        {!cancelled && (
          <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
            <Menu.Target>
              <Button variant="default" px="xs" aria-label={t('staff.receptionPlan.actions', { sitting: name })}>
                <IconDotsVertical size={20} aria-hidden />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {date <= today && (
                <Menu.Item onClick={() => setDialog('held')}>{t('staff.receptionPlan.noteHeld')}</Menu.Item>
              )}
              <Menu.Item onClick={() => setDialog('stepIn')}>{t('staff.receptionPlan.stepIn')}</Menu.Item>
              {date >= today && (
                <Menu.Item onClick={() => setDialog('change')}>{t('staff.receptionPlan.change')}</Menu.Item>
              )}
              {date >= today && (
                <Menu.Item color="red" onClick={() => setDialog('callOff')}>
                  {t('staff.receptionPlan.callOff')}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
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

interface OfficerDialogProps {
  readonly date: string
  readonly sitting: StaffSitting
  readonly officers: readonly Officer[]
  readonly onClose: () => void
}

const choicesOf = (officers: readonly Officer[]) =>
  officers.map(({ officerId, name, title }) => ({ value: officerId, label: `${name}, ${title}` }))

function StepInDialog({ date, sitting, officers, onClose }: OfficerDialogProps) {
  const { t } = useTranslation()
  const stepIn = useStepIn({ date, sittingId: sitting.sittingId })
  const [{ officerId, reason }, write, kept] = useKept(`sitting.${sitting.sittingId}.step-in`, {
    officerId: sitting.substituteId ?? '',
    reason: '',
  })
  const isWhole = officerId !== '' && reason.trim() !== ''
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('staff.receptionPlan.stepIn')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (isWhole) kept.sentBy(stepIn.mutateAsync({ officerId, reason }), onClose)
        }}
      >
        <Stack>
          <DraftNotice kept={kept} />
          <Select
            label={t('staff.receptionPlan.stepIn.who')}
            data={choicesOf(officers)}
            required
            value={officerId || null}
            onChange={(id) => write({ officerId: id ?? '' })}
          />
          <Textarea
            label={t('staff.receptionPlan.stepIn.reason')}
            required
            maxLength={500}
            value={reason}
            onChange={(event) => write({ reason: event.currentTarget.value })}
          />
          {stepIn.isError && <Problem error={stepIn.error} />}
          <DialogButtons
            onCancel={onClose}
            submitLabel={t('staff.receptionPlan.save')}
            isPending={stepIn.isPending}
            isDisabled={!isWhole}
          />
        </Stack>
      </form>
    </Modal>
  )
}

function HeldDialog({ date, sitting, officers, onClose }: OfficerDialogProps) {
  const { t } = useTranslation()
  const note = useNoteHeld({ date, sittingId: sitting.sittingId })
  const [officerId, setOfficerId] = useState<string>(sitting.heldBy ?? receivingOfficer(sitting))
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('staff.receptionPlan.noteHeld')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          note.mutate(officerId, { onSuccess: onClose })
        }}
      >
        <Stack>
          <Select
            label={t('staff.receptionPlan.noteHeld.who')}
            data={choicesOf(officers)}
            allowDeselect={false}
            value={officerId}
            onChange={(id) => setOfficerId(id ?? '')}
          />
          {note.isError && <Problem error={note.error} />}
          <DialogButtons onCancel={onClose} submitLabel={t('staff.receptionPlan.save')} isPending={note.isPending} />
        </Stack>
      </form>
    </Modal>
  )
}
