// On the page of a session or a case: until when what belongs to it is kept, whether it is held, what is gone.
import { Alert, Button, Group, Loader, Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOutletContext } from 'react-router'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import type { Subject } from '../../../shared/retention/contract.ts'
import type { SubjectRetention } from '../../../shared/wire/custody/retention.ts'
import type { Account } from '../../../shared/wire/identity/account.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { TextDialog } from '../../base/ui/dialogs/TextDialog.tsx'
import classes from '../ui/office.module.css'
import { Problem } from '../ui/Problem.tsx'
import { problemText } from '../ui/problems.ts'
import { Section } from '../ui/Section.tsx'
import { LiftDialog } from './Holds.tsx'
import { useHold, useSubjectRetention } from './queries.ts'

interface KeptProps {
  kind: 'session' | 'case'
  id: string
  isOver: boolean
}

export function Kept({ kind, id, isOver }: KeptProps) {
  const { t } = useTranslation()
  const isAdministrator = useOutletContext<Account>().role === 'administrator'
  const [asks, setAsks] = useState<'hold' | 'lift' | null>(null)
  const kept = useSubjectRetention({ kind, id })
  const hold = kept.data?.hold
  const close = () => setAsks(null)
  return (
    <Section title={t('retention.kept')} {...(!isOver && { hint: t('retention.kept.notClosed') })}>
      {kept.isPending && <Loader aria-label={t('staff.loading')} />}
      {kept.isError && <Problem error={kept.error} onRetry={() => void kept.refetch()} />}
      {hold && (
        <Alert color="yellow" icon={<IconLock aria-hidden />}>
          {t('retention.kept.held', { reason: hold.reason })}
        </Alert>
      )}
      {isOver && kept.data && <Days kept={kept.data} />}
      {isAdministrator && kept.data && (
        <Group>
          <Button variant="default" onClick={() => setAsks(hold ? 'lift' : 'hold')}>
            {t(hold ? 'retention.hold.lift' : 'retention.hold.place')}
          </Button>
        </Group>
      )}
      {asks === 'hold' && <HoldDialog subject={{ kind, id }} onClose={close} />}
      {asks === 'lift' && hold && <LiftDialog holdId={hold.holdId} onClose={close} />}
    </Section>
  )
}

function Days({ kept: { classes: kinds } }: { kept: SubjectRetention }) {
  const { t } = useTranslation()
  const format = useFormat()
  const wordsFor = ({ keptUntil, isConfirmed, erased }: SubjectRetention['classes'][number]) => {
    if (erased) {
      const day = format.isoDate(calendarDayOf(erased.at))
      return erased.certificate
        ? t('retention.kept.erasedBy', { day, ...erased.certificate })
        : t('retention.kept.erased', { day })
    }
    if (keptUntil === null) return t('retention.kept.forGood')
    return t(isConfirmed ? 'retention.kept.until' : 'retention.kept.review', { day: format.isoDate(keptUntil) })
  }
  return (
    <ul className={classes.lines}>
      {kinds.map((one) => (
        <li key={one.class}>
          <Text>
            {t(`retention.class.${one.class}`)}: {wordsFor(one)}
          </Text>
        </li>
      ))}
    </ul>
  )
}

function HoldDialog({ subject, onClose }: { subject: Subject & { kind: 'session' | 'case' }; onClose: () => void }) {
  const { t } = useTranslation()
  const place = useHold()
  return (
    <TextDialog
      keptAs={`hold.${subject.id}`}
      title={t('retention.hold.place.title')}
      label={t('dialog.reason')}
      description={t('retention.hold.place.what')}
      problem={place.isError ? problemText(t, place.error) : null}
      submitLabel={t('retention.hold.place')}
      maximumLength={1000}
      onClose={onClose}
      onSubmit={(reason) =>
        place.mutateAsync({ subject, reason }).then(
          () => true,
          () => false,
        )
      }
    />
  )
}
