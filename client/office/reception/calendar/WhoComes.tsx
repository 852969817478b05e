// Who has booked a sitting: names, contacts, what it is about. Fetched when somebody asks, because each look is written down.
import { Badge, Group, Loader, Modal, Stack, Text } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { BookedCitizen, StaffSitting } from '../../../../shared/wire/reception/appointments.ts'
import { capitalised } from '../../../base/i18n/format.ts'
import classes from '../../ui/office.module.css'
import { Problem } from '../../ui/Problem.tsx'
import { mailFaultText } from '../../ui/problems.ts'
import { useBookedCitizens } from './queries.ts'

interface WhoComesProps {
  readonly date: string
  readonly sitting: StaffSitting
  readonly title: string
  readonly onClose: () => void
}

export function WhoComes({ date, sitting, title, onClose }: WhoComesProps) {
  const { t } = useTranslation()
  const booked = useBookedCitizens(date)
  const here = booked.data?.filter(({ sittingId }) => sittingId === sitting.sittingId)
  return (
    <Modal opened onClose={onClose} size="xl" title={title} closeButtonProps={{ 'aria-label': t('dialog.close') }}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('staff.receptionPlan.who.logged')}
        </Text>
        {booked.isPending && <Loader aria-label={t('staff.loading')} />}
        {booked.isError && <Problem error={booked.error} onRetry={() => void booked.refetch()} />}
        {here?.length === 0 && <Text>{t('staff.receptionPlan.who.none')}</Text>}
        <ul className={classes.rows}>
          {here?.map((one) => (
            <li key={one.appointmentId}>
              <Citizen one={one} sitting={sitting} />
            </li>
          ))}
        </ul>
      </Stack>
    </Modal>
  )
}

function Citizen({ one, sitting }: { one: BookedCitizen; sitting: StaffSitting }) {
  const { t } = useTranslation()
  const { time, name, isWithheld, phone, email, subject, matter, letter, cancelled, siteId } = one
  const withheld = matter === 'unsure' ? 'staff.receptionPlan.withheldUnsure' : 'staff.receptionPlan.withheld'
  const withoutName = isWithheld ? withheld : 'staff.receptionPlan.erased'
  const site = sitting.sites.find((found) => found.siteId === siteId)?.name ?? t('staff.receptionPlan.ownBrowser')
  return (
    <div className={classes.who}>
      <Group gap="xs">
        <Text fw={600} td={cancelled ? 'line-through' : 'none'}>
          {time} · {name ?? t(withoutName)}
        </Text>
        {notesOf(t, one).map((note) => (
          <Badge key={note} tt="none" variant="default">
            {note}
          </Badge>
        ))}
        {cancelled?.by === 'agency' && email === null && (
          <Badge tt="none" color="red" leftSection={<IconPhone size={14} aria-hidden />}>
            {t('staff.receptionPlan.toCall')}
          </Badge>
        )}
      </Group>
      <Text size="sm">{[phone && homely(phone), email, site].filter(Boolean).join(' · ')}</Text>
      {subject !== null && (
        <Text style={{ whiteSpace: 'pre-line' }}>
          {t(`matter.${matter}`)}: {subject}
        </Text>
      )}
      {letter && (
        <Text size="sm" c="dimmed">
          {t(`staff.receptionPlan.letter.${letter.state}`)}
          {letter.fault && `: ${mailFaultText(t, letter.fault)}`}
        </Text>
      )}
    </div>
  )
}

/** As numbers of Việt Nam are dialled there. */
const homely = (phone: string): string => phone.replace(/^\+84/, '0')

function notesOf(t: TFunction, one: BookedCitizen): string[] {
  const { cancelled, party, interpreter, priority, asksSecrecy } = one
  const byWhom = cancelled?.by === 'agency' ? 'cancelledByAgency' : 'cancelledByCitizen'
  return [
    ...(cancelled ? [t(`staff.receptionPlan.${byWhom}`)] : []),
    ...(priority ? [t(`priorityGround.${priority}`)] : []),
    ...(party.kind === 'group' ? [t('staff.receptionPlan.group', party)] : []),
    ...(party.kind === 'representative' ? [t('staff.receptionPlan.representative')] : []),
    ...(interpreter === 'signLanguage' ? [t('reception.form.interpreter.signLanguage')] : []),
    ...(interpreter && interpreter !== 'signLanguage' ? [capitalised(t(`language.${interpreter}`))] : []),
    ...(asksSecrecy ? [t('staff.receptionPlan.secret')] : []),
  ]
}
