// Everybody invited, site by site, with the personal link of each.
import { Button, CopyButton, Group, Text, Title } from '@mantine/core'
import { IconCheck, IconCopy, IconQrcode } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isOver } from '../../../../../shared/modules/session/contract.ts'
import type { SessionDetail } from '../../../../../shared/wire/hearing/sessions.ts'
import { LongList } from '../../../../base/ui/LongList.tsx'
import classes from '../../../ui/office.module.css'
import { Problem } from '../../../ui/Problem.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useAccessList, useLinks } from '../../queries.ts'
import { bySite } from './by-site.ts'
import { EmailDialog, type EmailOf } from './EmailDialog.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { type LinkAct, LinkDialog } from './LinkDialog.tsx'
import { ParticipantRow } from './ParticipantRow.tsx'
import { QrDialog } from './QrDialog.tsx'

export function Participants({ session }: { session: SessionDetail }) {
  const { t } = useTranslation()
  const access = useAccessList(session.sessionId)
  const hasPart = access.data?.hasPart === true
  const [isShown, setShown] = useState(false)
  const links = useLinks(session.sessionId, isShown && hasPart)
  const [act, setAct] = useState<LinkAct | null>(null)
  const [qr, setQr] = useState<{ name: string; link: string } | null>(null)
  const [email, setEmail] = useState<EmailOf | null>(null)
  const [isInviting, setInviting] = useState(false)
  const isClosed = isOver(session.status)
  const linkOf = new Map(links.data?.map(({ participantId, link }) => [participantId, link]))
  // One list, so that one of three thousand people over sixty sites is no more to show than what is in sight.
  const rows = bySite(session).flatMap(({ site, participants }) => [
    { site, participant: null },
    ...participants.map((participant) => ({ site, participant })),
  ])
  const all = links.data?.map(({ name, role, link }) => `${name} (${t(`role.${role}`)}): ${link}`).join('\n') ?? ''
  return (
    <Section title={t('staff.participants')} hint={t('staff.participants.hint')}>
      {links.isError && <Problem error={links.error} onRetry={() => void links.refetch()} />}
      {session.participants.length === 0 && <Text>{t('staff.participants.empty')}</Text>}
      <LongList
        items={rows}
        keyOf={({ participant, site }) => participant?.participantId ?? site?.siteId ?? 'none'}
        label={t('staff.participants')}
        className={classes.rows}
      >
        {({ participant, site }) =>
          participant ? (
            <ParticipantRow
              participant={participant}
              session={session}
              link={linkOf.get(participant.participantId) ?? null}
              onQr={setQr}
              onEmail={setEmail}
              onAct={isClosed || !hasPart ? null : setAct}
            />
          ) : (
            <Title order={3} size="h5" pt="sm">
              {site?.name ?? t('panels.people.withoutSite')}
            </Title>
          )
        }
      </LongList>
      <Group>
        {hasPart && !links.data && (
          <Button loading={links.isFetching} onClick={() => setShown(true)}>
            {t('staff.link.show')}
          </Button>
        )}
        {!isClosed && hasPart && (
          <Button variant="light" onClick={() => setInviting(true)}>
            {t('staff.invite')}
          </Button>
        )}
        {all !== '' && <CopyAll value={all} />}
        {hasPart && session.participants.length > 0 && (
          <Button
            component={Link}
            to={`/staff/sessions/${session.sessionId}/qr`}
            variant="default"
            leftSection={<IconQrcode size={18} aria-hidden />}
          >
            {t('staff.qr.sheet')}
          </Button>
        )}
      </Group>
      {act && <LinkDialog sessionId={session.sessionId} act={act} onClose={() => setAct(null)} />}
      {qr && <QrDialog {...qr} onClose={() => setQr(null)} />}
      {email && <EmailDialog sessionId={session.sessionId} person={email} onClose={() => setEmail(null)} />}
      {isInviting && <InviteDialog session={session} onClose={() => setInviting(false)} />}
    </Section>
  )
}

function CopyAll({ value }: { value: string }) {
  const { t } = useTranslation()
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
          onClick={copy}
        >
          {t(copied ? 'staff.link.copied' : 'staff.link.copyAll')}
        </Button>
      )}
    </CopyButton>
  )
}
