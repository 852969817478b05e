// Opening, closing and sealing from outside the room, each after a question: normally the chair does it inside.
import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isRunning, type SessionStatus } from '../../../../shared/modules/session/contract.ts'
import type { SessionDetail } from '../../../../shared/wire/rest.ts'
import { ConfirmDialog } from '../../../dialogs/ConfirmDialog.tsx'
import { Problem } from '../Problem.tsx'
import { type SessionStep, useSessionStep } from '../queries.ts'
import { Section } from '../Section.tsx'
import { CancelDialog } from './CancelDialog.tsx'
import { RescheduleDialog } from './RescheduleDialog.tsx'

function stepAfter(status: SessionStatus): SessionStep | null {
  if (status === 'scheduled') return 'open'
  if (isRunning(status)) return 'close'
  return status === 'closed' ? 'seal' : null
}

export function Course({ session }: { session: SessionDetail }) {
  const { t } = useTranslation()
  const { sessionId, status } = session
  const [isChanging, setChanging] = useState<'schedule' | 'cancel' | null>(null)
  const take = useSessionStep(sessionId)
  const [asked, setAsked] = useState<SessionStep | null>(null)
  const step = stepAfter(status)
  if (step === null) return null
  return (
    <Section title={t('staff.session.course')} hint={t(`staff.session.${step}.hint`)}>
      <Group>
        <Button variant={step === 'open' ? 'light' : 'default'} onClick={() => setAsked(step)}>
          {t(`panels.session.${step}`)}
        </Button>
        {step === 'open' && (
          <>
            <Button variant="default" onClick={() => setChanging('schedule')}>
              {t('staff.reschedule')}
            </Button>
            <Button variant="subtle" color="red" onClick={() => setChanging('cancel')}>
              {t('staff.cancel')}
            </Button>
          </>
        )}
      </Group>
      {isChanging === 'schedule' && <RescheduleDialog session={session} onClose={() => setChanging(null)} />}
      {isChanging === 'cancel' && <CancelDialog sessionId={sessionId} onClose={() => setChanging(null)} />}
      {take.isError && <Problem error={take.error} />}
      <ConfirmDialog
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={t(`staff.session.${step}.title`)}
        confirmLabel={t(`panels.session.${step}`)}
        isPending={take.isPending}
        onConfirm={() => take.mutate(step, { onSettled: () => setAsked(null) })}
      >
        <Text>{t(`staff.session.${step}.what`)}</Text>
      </ConfirmDialog>
    </Section>
  )
}
