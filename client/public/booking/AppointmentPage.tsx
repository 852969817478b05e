// One’s own appointment: opened by its code and the contact left with it, shown with its QR code, changed, given back.
import { Alert, Button, Loader, Paper, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import {
  AppointmentCode,
  Contact,
  type OwnAppointment,
  shownCode,
} from '../../../shared/wire/reception/appointments.ts'
import { dayInWords } from '../../base/appointments/days.ts'
import { ConfirmDialog } from '../../base/ui/dialogs/ConfirmDialog.tsx'
import { QrCode } from '../../base/ui/QrCode.tsx'
import { BackToCalendar } from './CalendarPage.tsx'
import { MoveForm } from './MoveForm.tsx'
import { type Own, rememberContact, rememberedContact } from './own-contact.ts'
import { useArrive, useCalendar, useCancel, useFind } from './queries.ts'
import { Problem, ReceptionFrame, ScreenTitle } from './ReceptionFrame.tsx'

export function AppointmentPage() {
  return (
    <ReceptionFrame>
      <Door />
    </ReceptionFrame>
  )
}

function Door() {
  const { t } = useTranslation()
  const { hash, state } = useLocation()
  const find = useFind()
  const [own, setOwn] = useState<Own | null>(null)
  const [appointment, setAppointment] = useState<OwnAppointment | null>(null)
  const typed = decodeURIComponent(hash.slice(1))
  const parsed = AppointmentCode.safeParse(typed)
  const code = parsed.success ? parsed.data : ''
  const asked = useRef('')

  function open(proof: Own) {
    find.mutate(proof, {
      onSuccess: (found) => {
        rememberContact(found.code, proof.contact)
        setOwn(proof)
        setAppointment(found)
      },
    })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: who has just booked is shown it without a question, once for each code
  useEffect(() => {
    const contact = code && rememberedContact(code)
    if (!contact || asked.current === code) return
    asked.current = code
    open({ code, contact })
  }, [code])

  if (own && appointment)
    return <Shown own={own} appointment={appointment} isNew={Boolean(state?.isNew)} onChange={setAppointment} />
  return (
    <Stack gap="lg">
      <BackToCalendar />
      <ScreenTitle title={t('reception.appointment.find')} screen="door" />
      {find.isPending && <Loader aria-label={t('reception.loading')} />}
      {find.isError && <Problem error={find.error} />}
      <FindForm key={code} code={code} isPending={find.isPending} onFind={open} />
    </Stack>
  )
}

function FindForm({ code, isPending, onFind }: { code: string; isPending: boolean; onFind: (own: Own) => void }) {
  const { t } = useTranslation()
  const form = useForm({
    initialValues: { code: code && shownCode(code), contact: '' },
    validate: {
      code: (typed) => (AppointmentCode.safeParse(typed).success ? null : t('reception.fault.code')),
      contact: (typed) => (Contact.safeParse(typed).success ? null : t('reception.fault.contact')),
    },
  })
  return (
    <form noValidate onSubmit={form.onSubmit(onFind)}>
      <Stack gap="lg">
        <TextInput
          size="lg"
          label={t('reception.appointment.code')}
          autoCapitalize="characters"
          autoComplete="off"
          required
          {...form.getInputProps('code')}
        />
        <TextInput
          size="lg"
          label={t('reception.appointment.contact')}
          description={t('reception.appointment.contact.why')}
          autoComplete="tel"
          required
          {...form.getInputProps('contact')}
        />
        <Button type="submit" size="xl" loading={isPending}>
          {t('reception.appointment.find')}
        </Button>
      </Stack>
    </form>
  )
}

interface ShownProps {
  readonly own: Own
  readonly appointment: OwnAppointment
  readonly isNew: boolean
  readonly onChange: (appointment: OwnAppointment) => void
}

function Shown({ own, appointment, isNew, onChange }: ShownProps) {
  const { t } = useTranslation()
  const [isMoving, setMoving] = useState(false)
  const [news, setNews] = useState<string | null>(isNew ? t('reception.appointment.done') : null)
  if (isMoving)
    return (
      <Stack gap="lg">
        <ScreenTitle title={t('reception.appointment.moveTo')} screen="move" />
        <MoveForm
          own={own}
          onKeep={() => setMoving(false)}
          onMoved={(moved) => {
            setNews(t('reception.appointment.moved'))
            onChange(moved)
            setMoving(false)
          }}
        />
      </Stack>
    )
  const isOpen = appointment.status === 'open'
  return (
    <Stack gap="lg">
      <ScreenTitle title={t('reception.appointment.title')} screen="shown" />
      {isOpen && news && (
        <Alert color="teal" role="status" icon={<IconCircleCheck aria-hidden />} title={news}>
          {t('reception.appointment.keep')} {appointment.isMailed && t('reception.appointment.mailed')}
        </Alert>
      )}
      {!isOpen && (
        <Alert
          color="yellow"
          role="status"
          icon={<IconInfoCircle aria-hidden />}
          title={t(`reception.appointment.status.${appointment.status}`)}
        >
          {appointment.reason !== null && t('reception.appointment.reason', { reason: appointment.reason })}
        </Alert>
      )}
      {isOpen && appointment.mayArrive && <Arrive own={own} isOnline={appointment.siteId === null} />}
      <Ticket appointment={appointment} />
      {isOpen ? (
        <>
          <WhatToBring />
          <Button size="xl" variant="default" onClick={() => setMoving(true)}>
            {t('reception.appointment.move')}
          </Button>
          <GiveBack own={own} onDone={onChange} />
        </>
      ) : (
        <Button component={Link} to="/reception" size="xl">
          {t('reception.appointment.anew')}
        </Button>
      )}
      <BackToCalendar />
    </Stack>
  )
}

/** A ticket of the queue, and the page to wait on. */
function Arrive({ own, isOnline }: { own: Own; isOnline: boolean }) {
  const { t } = useTranslation()
  const arrive = useArrive()
  return (
    <Stack gap="xs">
      <Button size="xl" loading={arrive.isPending || arrive.isSuccess} onClick={() => arrive.mutate(own)}>
        {t(isOnline ? 'reception.appointment.enter' : 'reception.appointment.arrived')}
      </Button>
      {arrive.isError && <Problem error={arrive.error} />}
    </Stack>
  )
}

/** What one shows at the desk. */
function Ticket({ appointment }: { appointment: OwnAppointment }) {
  const { t, i18n } = useTranslation()
  const { code, date, time, place, siteName, receiver, status } = appointment
  const facts = [
    [t('reception.appointment.when'), `${time}, ${dayInWords(date, i18n.language)}`],
    [t('reception.appointment.where'), siteName === null ? t('reception.appointment.online') : `${siteName}, ${place}`],
    ...(receiver ? [[t('reception.appointment.who'), `${receiver.name}, ${receiver.title}`]] : []),
  ]
  return (
    <Paper withBorder p="lg">
      <Stack align="center" gap="sm">
        <Text c="dimmed">{t('reception.appointment.code')}</Text>
        <Text fz={40} fw={700} lh={1.2} td={status === 'open' ? 'none' : 'line-through'}>
          {shownCode(code)}
        </Text>
        {status === 'open' && (
          <>
            <QrCode
              value={`${window.location.origin}/reception/appointment#${code}`}
              label={t('reception.appointment.qr', { code: shownCode(code) })}
              size={220}
            />
            <Text ta="center">{t('reception.appointment.show')}</Text>
          </>
        )}
      </Stack>
      <Stack component="dl" gap="sm" mb={0}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <Text component="dt" c="dimmed">
              {label}
            </Text>
            <Text component="dd" fz="lg" fw={600} m={0}>
              {value}
            </Text>
          </div>
        ))}
      </Stack>
    </Paper>
  )
}

function WhatToBring() {
  const { t } = useTranslation()
  const { data } = useCalendar()
  return data ? (
    <div>
      <Text fw={600}>{t('reception.bring')}</Text>
      <Text style={{ whiteSpace: 'pre-line' }}>{data.whatToBring}</Text>
    </div>
  ) : null
}

function GiveBack({ own, onDone }: { own: Own; onDone: (appointment: OwnAppointment) => void }) {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  const cancel = useCancel()
  return (
    <>
      <Button size="xl" variant="outline" color="red" onClick={() => setAsking(true)}>
        {t('reception.appointment.cancel')}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t('reception.appointment.cancelTitle')}
        confirmLabel={t('reception.appointment.cancel')}
        isPending={cancel.isPending}
        onConfirm={() => cancel.mutate(own, { onSuccess: onDone })}
      >
        <Text>{t('reception.appointment.cancelWhat')}</Text>
        {cancel.isError && <Problem error={cancel.error} />}
      </ConfirmDialog>
    </>
  )
}
