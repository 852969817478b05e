// A place is booked in three steps, one question of a kind a screen: when and where, who, what about. Nobody needs an account.
import {
  Alert,
  Button,
  Checkbox,
  Loader,
  NumberInput,
  Paper,
  Progress,
  Radio,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { Language, SiteId, SittingId } from '../../../shared/kernel/ids.ts'
import { representationOn, smallestGroup } from '../../../shared/law/reception-duties.ts'
import { MatterKind, Party, PriorityGround } from '../../../shared/reception/appointments/contract.ts'
import type { OpenSitting, Proof } from '../../../shared/wire/appointments.ts'
import { ApiError } from '../../base/api.ts'
import { dayInWords } from '../../base/appointments/days.ts'
import { capitalised } from '../../base/i18n/format.ts'
import { DraftNotice } from '../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../base/ui/forms/use-kept-form.ts'
import { BackToCalendar, OtherWays } from './CalendarPage.tsx'
import { type Draft, emptyDraft, faultsOf, formOf, online, reachedStep, type Step, stepOf, steps } from './draft.ts'
import { HourChoice, WayChoice, waysOf } from './HourChoice.tsx'
import { rememberContact } from './own-contact.ts'
import { earnProof } from './proof.ts'
import { useBook, useCalendar } from './queries.ts'
import { Problem, ReceptionFrame, ScreenTitle } from './ReceptionFrame.tsx'

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
type DraftForm = UseFormReturnType<Draft>

function BookingSteps({ date, sitting }: Place) {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const [query, setQuery] = useSearchParams()
  const book = useBook()
  const [failure, setFailure] = useState<unknown>(null)
  const [isWorking, setWorking] = useState(false)
  const proof = useProof()
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

  async function send(draft: Draft) {
    setFailure(null)
    setWorking(true)
    const { sittingId } = sitting
    const siteId = draft.siteId === online ? null : SiteId.parse(draft.siteId)
    const place = { date, sittingId: SittingId.parse(sittingId), time: draft.time, siteId }
    try {
      const { code } = await book.mutateAsync({ place, form: formOf(draft), proof: await proof.current() })
      kept.end()
      rememberContact(code, draft.phone.trim() || draft.email.trim())
      await navigate(`/reception/appointment#${code}`, { state: { isNew: true }, replace: true })
    } catch (error) {
      // Who did not hear the answer asks again with the same work, and is told of the same booking.
      if (!(error instanceof ApiError && error.code === 'unreachable')) proof.renew()
      setFailure(error)
      setWorking(false)
      const field = error instanceof ApiError ? (error.field?.split('.').at(-1) ?? '') : ''
      const back = error instanceof ApiError && error.code === 'appointments.slot-full' ? 'place' : stepOf(field)
      if (back) goTo(back)
    }
  }

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

/** Begun when the page opens, so that nobody waits for it at the end. */
function useProof() {
  const earning = useRef<Promise<Proof> | null>(null)
  const [proof] = useState(() => ({
    current(): Promise<Proof> {
      earning.current ??= earnProof()
      return earning.current
    },
    renew() {
      earning.current = null
    },
  }))
  useEffect(() => {
    // What fails here is told when it is needed.
    proof.current().catch(() => proof.renew())
  }, [proof])
  return proof
}

function PlaceStep({ form, sitting }: { form: DraftForm; sitting: OpenSitting }) {
  return (
    <>
      <div data-field="time">
        <HourChoice sitting={sitting} {...form.getInputProps('time')} />
      </div>
      {waysOf(sitting).length > 1 && (
        <div data-field="siteId">
          <WayChoice sitting={sitting} {...form.getInputProps('siteId')} />
        </div>
      )}
    </>
  )
}

function PersonStep({ form, day }: { form: DraftForm; day: string }) {
  const { t } = useTranslation()
  const { party } = form.values
  return (
    <>
      <Text>{t('reception.form.private')}</Text>
      <div data-field="name">
        <TextInput
          size="lg"
          label={t('reception.form.name')}
          autoComplete="name"
          required
          {...form.getInputProps('name')}
        />
      </div>
      <div data-field="phone">
        <TextInput
          size="lg"
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          label={t('reception.form.phone')}
          description={t('reception.form.phone.hint')}
          {...form.getInputProps('phone')}
        />
      </div>
      <div data-field="email">
        <TextInput
          size="lg"
          type="email"
          inputMode="email"
          autoComplete="email"
          label={t('reception.form.email')}
          description={t('reception.form.email.hint')}
          {...form.getInputProps('email')}
        />
      </div>
      <div data-field="address">
        <TextInput
          size="lg"
          autoComplete="street-address"
          label={t('reception.form.address')}
          {...form.getInputProps('address')}
        />
      </div>
      <Radio.Group label={t('reception.form.party')} size="lg" {...form.getInputProps('party')}>
        <Stack gap="md" mt="sm">
          {Party.options.map(({ shape: { kind } }) => (
            <Radio
              key={kind.value}
              value={kind.value}
              size="lg"
              label={t(`reception.form.party.${kind.value}`, { minimum: smallestGroup })}
            />
          ))}
        </Stack>
      </Radio.Group>
      {party === 'group' && <GroupFields form={form} day={day} />}
      {party !== 'self' && (
        <div data-field="hasPaper">
          <Checkbox
            size="lg"
            label={t(party === 'group' ? 'reception.form.groupPaper' : 'reception.form.authorisation')}
            {...form.getInputProps('hasPaper', { type: 'checkbox' })}
          />
        </div>
      )}
    </>
  )
}

function GroupFields({ form, day }: { form: DraftForm; day: string }) {
  const { t } = useTranslation()
  const people = Number(form.values.people)
  const { representatives: maximum } = representationOn(people, day)
  return (
    <Paper withBorder p="md">
      <Stack>
        <div data-field="people">
          <NumberInput
            size="lg"
            label={t('reception.form.people')}
            allowDecimal={false}
            allowNegative={false}
            hideControls
            required
            {...form.getInputProps('people')}
          />
        </div>
        <div data-field="representatives">
          <NumberInput
            size="lg"
            label={t('reception.form.representatives')}
            description={people >= smallestGroup ? t('reception.form.representatives.hint', { people, maximum }) : null}
            allowDecimal={false}
            allowNegative={false}
            hideControls
            required
            {...form.getInputProps('representatives')}
          />
        </div>
      </Stack>
    </Paper>
  )
}

function MatterStep({ form }: { form: DraftForm }) {
  const { t } = useTranslation()
  const interpreters = [
    { value: '', label: t('reception.form.interpreter.none') },
    { value: 'signLanguage', label: t('reception.form.interpreter.signLanguage') },
    ...Language.options
      .filter((language) => language !== 'vi')
      .map((language) => ({ value: language, label: capitalised(t(`language.${language}`)) })),
  ]
  const grounds = [
    { value: '', label: t('reception.form.priority.none') },
    ...PriorityGround.options.map((ground) => ({ value: ground, label: t(`priorityGround.${ground}`) })),
  ]
  return (
    <>
      <div data-field="subject">
        <Textarea
          size="lg"
          label={t('reception.form.subject')}
          description={t('reception.form.subject.hint')}
          autosize
          minRows={3}
          maxRows={8}
          maxLength={1000}
          required
          {...form.getInputProps('subject')}
        />
      </div>
      <Radio.Group label={t('reception.form.matterKind')} size="lg" {...form.getInputProps('matter')}>
        <Stack gap="md" mt="sm">
          {MatterKind.options.map((kind) => (
            <Radio
              key={kind}
              value={kind}
              size="lg"
              label={t(`matter.${kind}`)}
              description={t(`matter.${kind}.what`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {form.values.matter === 'denunciation' && (
        <div data-field="asksSecrecy">
          <Radio.Group
            label={t('reception.form.secrecy')}
            description={t('reception.form.secrecy.hint')}
            size="lg"
            {...form.getInputProps('asksSecrecy')}
          >
            <Stack gap="md" mt="sm">
              <Radio size="lg" value="yes" label={t('reception.form.secrecy.yes')} />
              <Radio size="lg" value="no" label={t('reception.form.secrecy.no')} />
            </Stack>
          </Radio.Group>
        </div>
      )}
      <Select
        size="lg"
        label={t('reception.form.interpreter')}
        data={interpreters}
        allowDeselect={false}
        {...form.getInputProps('interpreter')}
      />
      <Select
        size="lg"
        label={t('reception.form.priority')}
        data={grounds}
        allowDeselect={false}
        {...form.getInputProps('priority')}
      />
    </>
  )
}
