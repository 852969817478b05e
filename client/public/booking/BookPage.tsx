// A place is booked in three steps, one question of a kind a screen: when and where, who, what about. Nobody needs an account.
import { Alert, Button, Loader, Progress, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { OpenSitting } from '../../../shared/wire/reception/appointments.ts'
import { dayInWords } from '../../base/appointments/days.ts'
import { DraftNotice } from '../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../base/ui/forms/use-kept-form.ts'
import { BackToCalendar, OtherWays } from './CalendarPage.tsx'
import { type Draft, emptyDraft, faultsOf, reachedStep, type Step, steps } from './draft.ts'
import { waysOf } from './HourChoice.tsx'
import { MatterStep } from './MatterStep.tsx'
import { PersonStep } from './PersonStep.tsx'
import { PlaceStep } from './PlaceStep.tsx'
import { useCalendar } from './queries.ts'
import { Problem, ReceptionFrame, ScreenTitle } from './ReceptionFrame.tsx'
import { useSentBooking } from './use-sent-booking.ts'

export function BookPage() {
  return (
    <ReceptionFrame>
      <Book />
    </ReceptionFrame>
  )
}

function Book() {
  const { t } = useTranslation()
  const [query] = useSearchParams()
  const calendar = useCalendar()
  const date = query.get('date') ?? ''
  const sitting = calendar.data?.days
    .find((day) => day.date === date)
    ?.sittings.find(({ sittingId }) => sittingId === query.get('sitting'))
  return (
    <Stack gap="lg">
      <BackToCalendar />
      {calendar.isPending && <Loader aria-label={t('reception.loading')} />}
      {calendar.isError && <Problem error={calendar.error} onRetry={() => void calendar.refetch()} />}
      {calendar.data && !sitting && (
        <>
          <ScreenTitle title={t('reception.problem.appointments.not-offered')} screen="none" />
          <OtherWays calendar={calendar.data} />
        </>
      )}
      {sitting && <BookingSteps date={date} sitting={sitting} />}
    </Stack>
  )
}

interface Place {
  readonly date: string
  readonly sitting: OpenSitting
}

function BookingSteps({ date, sitting }: Place) {
  const { t, i18n } = useTranslation()
  const [query, setQuery] = useSearchParams()
  const [onlyWay, ...otherWays] = waysOf(sitting)
  const [form, kept] = useKeptForm<Draft>(`booking.${date}.${sitting.sittingId}`, {
    blank: { ...emptyDraft, siteId: otherWays.length === 0 ? (onlyWay ?? '') : '' },
    // What is typed anew is not wrong yet.
    clearInputErrorOnChange: true,
  })
  // Each step has its address: Back and Forward go from one to another, a reload stays.
  const step: Step = reachedStep(t, query.get('step'), form.values, date)
  const position = steps.indexOf(step)
  const goTo = (next: Step) =>
    setQuery((now) => {
      now.set('step', next)
      return now
    })
  const faults = Object.keys(form.errors).length
  const { send, failure, isWorking } = useSentBooking({ date, sitting, onBooked: () => kept.end(), onBack: goTo })

  function submit(event: React.FormEvent) {
    event.preventDefault()
    if (isWorking) return
    const found = faultsOf(t, form.values, step, date)
    form.setErrors(found)
    const [first] = Object.keys(found)
    if (first) {
      document.querySelector<HTMLElement>(`[data-field="${first}"] input, [data-field="${first}"] textarea`)?.focus()
      return
    }
    const next = steps[position + 1]
    if (next) goTo(next)
    else void send(form.values)
  }

  const titles = {
    place: dayInWords(date, i18n.language),
    person: t('reception.form.person'),
    matter: t('reception.form.matter'),
  }
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="lg">
        <div>
          <Text c="dimmed" fw={600} mb={6}>
            {t('reception.step', { number: position + 1, total: steps.length })}
          </Text>
          <Progress value={((position + 1) / steps.length) * 100} aria-hidden size="sm" />
        </div>
        <ScreenTitle title={titles[step]} screen={step} />
        <DraftNotice kept={kept} />
        {step === 'place' && <PlaceStep form={form} sitting={sitting} />}
        {step === 'person' && <PersonStep form={form} day={date} />}
        {step === 'matter' && <MatterStep form={form} />}
        {faults > 0 && (
          <Alert color="red" role="alert">
            {t('reception.form.faults', { count: faults })}
          </Alert>
        )}
        {failure !== null && <Problem error={failure} />}
        {isWorking && <Text role="status">{t('reception.form.working')}</Text>}
        <Button type="submit" size="xl" loading={isWorking}>
          {t(position < steps.length - 1 ? 'reception.next' : 'reception.form.submit')}
        </Button>
        {position > 0 && !isWorking && (
          <Button variant="default" size="lg" onClick={() => goTo(steps[position - 1] ?? step)}>
            {t('reception.previous')}
          </Button>
        )}
      </Stack>
    </form>
  )
}
