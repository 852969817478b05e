// What must not be erased, by whose word and why; and how a hold is lifted.
import { Anchor, Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RetentionPage, ShownHold } from '../../../shared/wire/custody/retention.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { TextDialog } from '../../base/ui/dialogs/TextDialog.tsx'
import classes from '../ui/office.module.css'
import { problemText } from '../ui/problems.ts'
import { Section } from '../ui/Section.tsx'
import { useLift } from './queries.ts'

export function Holds({ page: { holds } }: { page: RetentionPage }) {
  const { t } = useTranslation()
  const [lifting, setLifting] = useState<ShownHold | null>(null)
  return (
    <Section title={t('retention.holds')} hint={t('retention.holds.hint')}>
      {holds.length === 0 && <Text>{t('retention.holds.none')}</Text>}
      <ul className={classes.rows} aria-label={t('retention.holds')}>
        {holds.map((hold) => (
          <li key={hold.holdId}>
            <div className={classes.who}>
              <OneHold hold={hold} />
            </div>
            {hold.lifted === null && (
              <Button
                variant="default"
                aria-label={`${t('retention.hold.lift')}: ${hold.title}`}
                onClick={() => setLifting(hold)}
              >
                {t('retention.hold.lift')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {lifting && <LiftDialog holdId={lifting.holdId} onClose={() => setLifting(null)} />}
    </Section>
  )
}

function OneHold({ hold: { subject, title, reason, at, by, lifted } }: { hold: ShownHold }) {
  const { t } = useTranslation()
  const format = useFormat()
  const someone = t('retention.someone')
  const to = subject.kind === 'session' ? `/staff/sessions/${subject.id}` : `/staff/cases/${subject.id}`
  return (
    <Stack gap={2}>
      <Anchor component={Link} to={to} fw={600}>
        {title}
      </Anchor>
      <Text>{reason}</Text>
      <Text size="sm" c="dimmed">
        {t('retention.hold.by', { time: format.shortDateTime(at), by: by ?? someone })}
      </Text>
      {lifted && (
        <Text size="sm" c="dimmed">
          {t('retention.hold.liftedBy', {
            time: format.shortDateTime(lifted.at),
            by: lifted.by ?? someone,
            reason: lifted.reason,
          })}
        </Text>
      )}
    </Stack>
  )
}

export function LiftDialog({ holdId, onClose }: { holdId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const lift = useLift()
  return (
    <TextDialog
      keptAs={`hold-lift.${holdId}`}
      title={t('retention.hold.lift.title')}
      label={t('dialog.reason')}
      problem={lift.isError ? problemText(t, lift.error) : null}
      submitLabel={t('retention.hold.lift')}
      maximumLength={1000}
      onClose={onClose}
      onSubmit={(reason) =>
        lift.mutateAsync({ holdId, reason }).then(
          () => true,
          () => false,
        )
      }
    />
  )
}
