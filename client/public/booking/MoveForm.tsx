// Another hour, of the same day or another: the days with something free, then the hours of one of their sittings.
import { Button, Loader, Select, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { SiteId } from '../../../shared/kernel/ids.ts'
import type { CalendarDay, OpenSitting, OwnAppointment } from '../../../shared/wire/reception/appointments.ts'
import { dayInWords, daysWithPlaces, hoursOf } from '../../base/appointments/days.ts'
import { OtherWays } from './CalendarPage.tsx'
import { online } from './draft.ts'
import { HourChoice, WayChoice, waysOf } from './HourChoice.tsx'
import type { Own } from './own-contact.ts'
import { useCalendar, useMove } from './queries.ts'
import { Problem } from './ReceptionFrame.tsx'

interface MoveFormProps {
  readonly own: Own
  readonly onKeep: () => void
  readonly onMoved: (appointment: OwnAppointment) => void
}

export function MoveForm({ own, onKeep, onMoved }: MoveFormProps) {
  const { t, i18n } = useTranslation()
  const calendar = useCalendar()
  const move = useMove()
  const form = useForm({ initialValues: { chosen: '', time: '', way: '' } })
  const { chosen, time, way } = form.values
  const days = daysWithPlaces(calendar.data?.days ?? [])
  const offers = days.flatMap(({ date, sittings }) =>
    sittings.map((sitting) => ({ date, sitting, key: keyOf(date, sitting) })),
  )
  const offer = offers.find(({ key }) => key === chosen)
  const [onlyWay, ...otherWays] = offer ? waysOf(offer.sitting) : []
  const siteId = otherWays.length === 0 ? onlyWay : way
  const isWhole = offer && time && siteId

  const submit = form.onSubmit(() => {
    if (!isWhole) return
    const { date, sitting } = offer
    const place = { date, sittingId: sitting.sittingId, time, siteId: siteId === online ? null : SiteId.parse(siteId) }
    move.mutate({ ...own, place }, { onSuccess: onMoved })
  })

  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="lg">
        {calendar.isPending && <Loader aria-label={t('reception.loading')} />}
        {calendar.isError && <Problem error={calendar.error} onRetry={() => void calendar.refetch()} />}
        {calendar.data && offers.length === 0 && (
          <>
            <Text fz="lg" fw={600}>
              {t('reception.none')}
            </Text>
            <OtherWays calendar={calendar.data} />
          </>
        )}
        {offers.length > 0 && (
          <Select
            size="lg"
            label={t('reception.appointment.day')}
            required
            data={offers.map(({ date, sitting, key }) => ({
              value: key,
              label: `${dayInWords(date, i18n.language)}, ${hoursOf(sitting).from}`,
            }))}
            value={chosen || null}
            onChange={(key) => form.setValues({ chosen: key ?? '', time: '' })}
          />
        )}
        {offer && <HourChoice sitting={offer.sitting} {...form.getInputProps('time')} />}
        {offer && otherWays.length > 0 && <WayChoice sitting={offer.sitting} {...form.getInputProps('way')} />}
        {move.isError && <Problem error={move.error} />}
        <Button type="submit" size="xl" disabled={!isWhole} loading={move.isPending}>
          {t('reception.appointment.moveSubmit')}
        </Button>
        <Button variant="default" size="lg" onClick={onKeep}>
          {t('reception.appointment.keepOld')}
        </Button>
      </Stack>
    </form>
  )
}

const keyOf = (date: CalendarDay['date'], { sittingId }: OpenSitting) => `${date} ${sittingId}`
