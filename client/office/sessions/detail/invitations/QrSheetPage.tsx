// All personal links as QR codes, one card each, to be printed, cut apart and handed out: to a site, or in the hall.
import { Anchor, Button, Group, Loader, Stack, Text, Title } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { ParticipantLink, SessionDetail } from '../../../../../shared/wire/hearing/sessions.ts'
import { useFormat } from '../../../../base/i18n/format.ts'
import { QrCode } from '../../../../base/ui/QrCode.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { useLinks, useSessionDetail } from '../../queries.ts'
import classes from './qr-sheet.module.css'

export function QrSheetPage() {
  const { t } = useTranslation()
  const { sessionId = '' } = useParams()
  const session = useSessionDetail(sessionId)
  const links = useLinks(sessionId)
  const failed = session.isError ? session : links.isError ? links : null
  return (
    <Stack>
      <div className={classes.screenOnly}>
        <Stack>
          <Anchor component={Link} to={`/staff/sessions/${sessionId}`}>
            {t('staff.qr.sheet.back')}
          </Anchor>
          <Title order={1} size="h2">
            {t('staff.qr.sheet.title')}
          </Title>
          <Text>{t('staff.qr.sheet.hint')}</Text>
          {failed && <Problem error={failed.error} onRetry={() => void failed.refetch()} />}
          {!failed && !(session.data && links.data) && <Loader aria-label={t('staff.loading')} />}
          <Group>
            <Button
              leftSection={<IconPrinter size={20} aria-hidden />}
              disabled={!links.data}
              onClick={() => window.print()}
            >
              {t('staff.qr.sheet.print')}
            </Button>
          </Group>
        </Stack>
      </div>
      {session.data && links.data && (
        <ul className={classes.cards}>
          {links.data.map((link) => (
            <Card key={link.participantId} session={session.data} link={link} />
          ))}
        </ul>
      )}
    </Stack>
  )
}

function Card({ session, link: { name, role, siteId, link } }: { session: SessionDetail; link: ParticipantLink }) {
  const { t } = useTranslation()
  const format = useFormat()
  const site = session.sites.find((one) => one.siteId === siteId)
  return (
    <li className={classes.card}>
      <QrCode value={link} label={t('staff.qr.of', { name })} size="52mm" />
      <div>
        <Text fw={700}>{name}</Text>
        <Text size="sm">{[t(`role.${role}`), site?.name].filter(Boolean).join(' · ')}</Text>
        <Text size="sm" mt={6}>
          {session.title}
        </Text>
        <Text size="sm">{format.dateTime(session.scheduledAt)}</Text>
      </div>
    </li>
  )
}
