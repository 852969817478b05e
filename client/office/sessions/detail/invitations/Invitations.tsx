// The mail of a session: who is invited by it, what arrived, what failed and why, and sending again.
import { Alert, Button, Group, Loader, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconClock, IconMail } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MailRecipient, MailStatus } from '../../../../../shared/wire/hearing/mail.ts'
import type { SessionDetail } from '../../../../../shared/wire/hearing/sessions.ts'
import { useFormat } from '../../../../base/i18n/format.ts'
import { LongList } from '../../../../base/ui/LongList.tsx'
import classes from '../../../ui/office.module.css'
import { Problem } from '../../../ui/Problem.tsx'
import { mailFaultText } from '../../../ui/problems.ts'
import { Section } from '../../../ui/Section.tsx'
import { useAccessList } from '../../queries.ts'
import { EmailDialog } from './EmailDialog.tsx'
import { useMail, useSendMail } from './mail-queries.ts'

export function Invitations({ session: { sessionId }, isClosed }: { session: SessionDetail; isClosed: boolean }) {
  const { t } = useTranslation()
  const mail = useMail(sessionId)
  // What is sent has links: for those with a part in the session (ADR 0075).
  const hasPart = useAccessList(sessionId).data?.hasPart === true
  return (
    <Section title={t('staff.mail')} hint={t('staff.mail.hint')}>
      {mail.isPending && <Loader aria-label={t('staff.loading')} />}
      {mail.isError && <Problem error={mail.error} onRetry={() => void mail.refetch()} />}
      {mail.data && !mail.data.isOn && <Text>{t('staff.mail.off')}</Text>}
      {mail.data?.isOn && <Deliveries sessionId={sessionId} mail={mail.data} maySend={hasPart && !isClosed} />}
    </Section>
  )
}

const isDue = ({ delivery }: MailRecipient) =>
  !delivery || delivery.state === 'failed' || delivery.kind === 'cancellation'

function Deliveries({ sessionId, mail, maySend }: { sessionId: string; mail: MailStatus; maySend: boolean }) {
  const { t } = useTranslation()
  const send = useSendMail(sessionId)
  const [edited, setEdited] = useState<MailRecipient | null>(null)
  const { recipients, withoutAddress } = mail
  const due = recipients.filter(isDue).length
  const failed = recipients.filter(({ delivery }) => delivery?.state === 'failed').length
  return (
    <>
      {recipients.length === 0 && <Text>{t('staff.mail.nobody')}</Text>}
      {failed > 0 && (
        <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />}>
          {t('staff.mail.failed', { count: failed })}
        </Alert>
      )}
      {recipients.length > 0 && (
        <LongList
          items={recipients}
          keyOf={({ personId }) => personId}
          label={t('staff.mail.recipients')}
          className={classes.rows}
        >
          {(recipient) => (
            <>
              <div className={classes.who}>
                <Text fw={600}>{recipient.name}</Text>
                <Text size="sm" c="dimmed">
                  {recipient.email}
                </Text>
                <DeliveryText recipient={recipient} />
              </div>
              {maySend && (
                <Group gap="xs">
                  <Button
                    variant="default"
                    aria-label={t('staff.mail.sendTo', { name: recipient.name })}
                    disabled={send.isPending || recipient.delivery?.state === 'queued'}
                    onClick={() => send.mutate([recipient.personId])}
                  >
                    {t(recipient.delivery ? 'staff.mail.sendAgain' : 'staff.mail.send')}
                  </Button>
                  <Button
                    variant="subtle"
                    aria-label={t('staff.email.title', { name: recipient.name })}
                    onClick={() => setEdited(recipient)}
                  >
                    {t('staff.email.change')}
                  </Button>
                </Group>
              )}
            </>
          )}
        </LongList>
      )}
      {withoutAddress > 0 && <Text size="sm">{t('staff.mail.withoutAddress', { count: withoutAddress })}</Text>}
      {send.isError && <Problem error={send.error} />}
      {due > 0 && maySend && (
        <Group>
          <Button
            leftSection={<IconMail size={20} aria-hidden />}
            loading={send.isPending}
            onClick={() => send.mutate(null)}
          >
            {t('staff.mail.sendAll', { count: due })}
          </Button>
        </Group>
      )}
      {edited && <EmailDialog sessionId={sessionId} person={edited} onClose={() => setEdited(null)} />}
    </>
  )
}

const icons = {
  queued: <IconClock size={16} aria-hidden />,
  retrying: <IconClock size={16} aria-hidden />,
  sent: <IconCheck size={16} aria-hidden />,
  failed: <IconAlertTriangle size={16} aria-hidden />,
}

function DeliveryText({ recipient: { delivery, isOutdated } }: { recipient: MailRecipient }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (!delivery) return <Text size="sm">{t('staff.mail.state.none')}</Text>
  const { state, kind, at, attempts, fault } = delivery
  return (
    <>
      <Group gap={6} wrap="nowrap" {...(state === 'failed' && { c: 'var(--mantine-color-error)' })}>
        {icons[state]}
        <Text size="sm" role="status">
          {t(`staff.mail.state.${state}`, {
            what: t(`staff.mail.kind.${kind}`),
            time: format.dateTime(at),
            count: attempts,
          })}
        </Text>
      </Group>
      {fault && <Text size="sm">{mailFaultText(t, fault)}</Text>}
      {isOutdated && state === 'sent' && <Text size="sm">{t('staff.mail.outdated')}</Text>}
    </>
  )
}
