import { ActionIcon, Button, CopyButton, Group, Menu, Text } from '@mantine/core'
import { IconCheck, IconCopy, IconDotsVertical } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { mailApi } from '../../../../../shared/wire/hearing/mail-api.ts'
import type { SessionDetail } from '../../../../../shared/wire/hearing/sessions.ts'
import { addressOf } from '../../../../base/api.ts'
import { useFormat } from '../../../../base/i18n/format.ts'
import { SelftestNote } from '../../../../base/line-grades/SelftestNote.tsx'
import classes from '../../../ui/office.module.css'
import type { Participant } from './by-site.ts'
import type { EmailOf } from './EmailDialog.tsx'
import type { LinkAct } from './LinkDialog.tsx'
import { screenLink } from './screen-link.ts'

interface ParticipantRowProps {
  participant: Participant
  session: SessionDetail
  link: string | null
  onQr: (qr: { name: string; link: string }) => void
  onEmail: (person: EmailOf) => void
  /** null: the session is over, its links stay as they are. */
  onAct: ((act: LinkAct) => void) | null
}

export function ParticipantRow({ participant, session, link, onQr, onEmail, onAct }: ParticipantRowProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { person, email, role, status, since, hasLink, waits, selftest } = participant
  const name = person?.name ?? t('staff.person.erased')
  const words = t(`participantStatus.${status}`)
  return (
    <>
      <div className={classes.who}>
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="dimmed">
          {[t(`role.${role}`), person?.title, email].filter(Boolean).join(' · ')}
        </Text>
        <Text size="sm">
          {status === 'invited' ? words : t('panels.people.statusAt', { status: words, time: format.time(since) })}
          {waits && status === 'invited' && ` · ${t('staff.participants.waits')}`}
          {!hasLink && status !== 'withdrawn' && ` · ${t('staff.link.revoked')}`}
        </Text>
        {selftest && <SelftestNote {...selftest} />}
      </div>
      <Group gap="xs">
        {link !== null && (
          <>
            <Copy value={link} label={t('staff.link.copy')} nameOfAll={t('staff.link.copyOf', { name })} />
            {role === 'observer' && (
              <Copy
                value={screenLink(link)}
                label={t('staff.link.copyScreen')}
                nameOfAll={t('staff.link.copyScreenOf', { name })}
              />
            )}
            <Copy
              value={t('staff.link.invitation', {
                name,
                session: session.title,
                time: format.dateTime(session.scheduledAt),
                link,
              })}
              label={t('staff.link.copyInvitation')}
              nameOfAll={t('staff.link.copyInvitationOf', { name })}
            />
          </>
        )}
        {onAct && (
          <ParticipantMenu
            participant={participant}
            name={name}
            sessionId={session.sessionId}
            link={link}
            onQr={onQr}
            onEmail={onEmail}
            onAct={onAct}
          />
        )}
      </Group>
    </>
  )
}

interface ParticipantMenuProps extends Pick<ParticipantRowProps, 'participant' | 'link' | 'onQr' | 'onEmail'> {
  name: string
  sessionId: string
  onAct: (act: LinkAct) => void
}

function ParticipantMenu({ participant, name, sessionId, link, onQr, onEmail, onAct }: ParticipantMenuProps) {
  const { t } = useTranslation()
  const { participantId, personId, email, status, hasLink } = participant
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('panels.people.actions', { name })}>
          <IconDotsVertical size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {link !== null && (
          <>
            <Menu.Item onClick={() => onQr({ name, link })}>{t('staff.qr')}</Menu.Item>
            <Menu.Item
              component="a"
              href={addressOf(mailApi.calendarEntry, { params: { sessionId, participantId } })}
              download
            >
              {t('staff.calendar.download')}
            </Menu.Item>
          </>
        )}
        <Menu.Item onClick={() => onEmail({ personId, name, email })}>{t('staff.email')}</Menu.Item>
        <Menu.Item onClick={() => onAct({ kind: 'reissue', participantId, name })}>{t('staff.link.reissue')}</Menu.Item>
        {status !== 'withdrawn' && status !== 'present' && status !== 'waiting' && (
          <Menu.Item onClick={() => onAct({ kind: 'withdraw', participantId, name })}>{t('staff.withdraw')}</Menu.Item>
        )}
        {hasLink && (
          <Menu.Item c="var(--mantine-color-error)" onClick={() => onAct({ kind: 'revoke', participantId, name })}>
            {t('staff.link.revoke')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

function Copy({ value, label, nameOfAll }: { value: string; label: string; nameOfAll: string }) {
  const { t } = useTranslation()
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
          aria-label={copied ? t('staff.link.copied') : nameOfAll}
          onClick={copy}
        >
          {copied ? t('staff.link.copied') : label}
        </Button>
      )}
    </CopyButton>
  )
}
