// Opening, closing and sealing from outside the room, each after a question: normally the chair does it inside.
import { Button, Group, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isRunning, type SessionStatus } from '../../../../shared/modules/session/contract.ts'
import type { SessionDetail } from '../../../../shared/wire/hearing/sessions.ts'
import { ConfirmDialog } from '../../../base/ui/dialogs/ConfirmDialog.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Section } from '../../ui/Section.tsx'
import { type SessionStep, useSessionStep } from '../queries.ts'
import { useSealing } from '../sealing/queries.ts'
import { CancelDialog } from './CancelDialog.tsx'
import { MinutesOwed } from './papers/MinutesOwed.tsx'
import { RescheduleDialog } from './RescheduleDialog.tsx'
import { OpenDialog } from './readiness/OpenDialog.tsx'

function stepAfter(status: SessionStatus): SessionStep | 'open' | null {
  if (status === 'scheduled') return 'open'
  if (isRunning(status)) return 'close'
  return status === 'closed' ? 'seal' : null
}

/** A closed session is sealed by hand once its minutes are issued, or waived. */
function Sealing({ sessionId, children }: { sessionId: string; children: ReactNode }) {
  const sealing = useSealing(sessionId)
  if (sealing.isError) return <Problem error={sealing.error} onRetry={() => void sealing.refetch()} />
  if (!sealing.data) return null
  return (
    <>
      <MinutesOwed sessionId={sessionId} sealing={sealing.data} />
      {sealing.data.unsealed?.sealsAt !== null && children}
    </>
  )
}

export function Course({ session }: { session: SessionDetail }) {
  const { t } = useTranslation()
  const { sessionId, status } = session
  const [isChanging, setChanging] = useState<'open' | 'schedule' | 'cancel' | null>(null)
  const take = useSessionStep(sessionId)
  const [asked, setAsked] = useState<SessionStep | null>(null)
  const step = stepAfter(status)
  if (step === null) return null
  const act = (
    <Button
      variant={step === 'open' ? 'light' : 'default'}
      style={{ alignSelf: 'flex-start' }}
      onClick={() => (step === 'open' ? setChanging('open') : setAsked(step))}
    >
      {t(`panels.session.${step}`)}
    </Button>
  )
  return (
    <Section title={t('staff.session.course')} hint={t(`staff.session.${step}.hint`)}>
      {step === 'seal' && <Sealing sessionId={sessionId}>{act}</Sealing>}
      {step !== 'seal' && (
        <Group>
          {act}
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
      )}
      {isChanging === 'open' && <OpenDialog session={session} onClose={() => setChanging(null)} />}
      {isChanging === 'schedule' && <RescheduleDialog session={session} onClose={() => setChanging(null)} />}
      {isChanging === 'cancel' && <CancelDialog sessionId={sessionId} onClose={() => setChanging(null)} />}
      {take.isError && <Problem error={take.error} />}
      {asked !== null && (
        <ConfirmDialog
          opened
          onClose={() => setAsked(null)}
          title={t(`staff.session.${asked}.title`)}
          confirmLabel={t(`panels.session.${asked}`)}
          isPending={take.isPending}
          onConfirm={() => take.mutate(asked, { onSettled: () => setAsked(null) })}
        >
          <Text>{t(`staff.session.${asked}.what`)}</Text>
        </ConfirmDialog>
      )}
    </Section>
  )
}
