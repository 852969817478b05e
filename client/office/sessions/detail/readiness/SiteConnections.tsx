// Which sites see and hear the centre, and are seen and heard by it: measured, or noted by hand where that cannot be.
import { Button, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionReadiness } from '../../../../../shared/wire/hearing/readiness.ts'
import type { SessionDetail } from '../../../../../shared/wire/hearing/sessions.ts'
import { useFormat } from '../../../../base/i18n/format.ts'
import { ConfirmByHand } from '../../../../live/opening/ConfirmByHand.tsx'
import { lackWords } from '../../../../live/opening/lack-words.ts'
import classes from '../../../ui/office.module.css'
import { problemText } from '../../../ui/problems.ts'
import { useRecordConnection } from './readiness-queries.ts'

interface SiteConnectionsProps {
  session: SessionDetail
  readiness: SessionReadiness
  mayNote: boolean
}

export function SiteConnections({
  session: { sessionId, sites },
  readiness: { connections, connected, lacking },
  mayNote,
}: SiteConnectionsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const record = useRecordConnection(sessionId)
  const [asked, ask] = useState<SessionDetail['sites'][number] | null>(null)
  const stateOf = (siteId: string) => {
    const connection = connections.find((one) => one.siteId === siteId)
    if (connection?.isMeasured) return t('readiness.connection.measured', { time: format.dateTime(connection.at) })
    const noted = connection ?? connected
    return noted
      ? t(noted.reason === null ? 'readiness.connection.notedEarlier' : 'readiness.connection.noted', {
          time: format.dateTime(noted.at),
          by: noted.by ?? '',
          reason: noted.reason ?? '',
        })
      : [t('readiness.connection.none'), lackWords(t, lacking, siteId)].filter(Boolean).join('. ')
  }
  const isLacking = (siteId: string) => connected === null && !connections.some((one) => one.siteId === siteId)
  return (
    <div>
      <Title order={3} size="h5">
        {t('readiness.connections')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('readiness.connections.how')}
      </Text>
      <ul className={classes.rows}>
        {sites.map((site) => {
          const { siteId, name } = site
          return (
            <li key={siteId}>
              <div className={classes.who}>
                <Text fw={600}>{name}</Text>
                <Text size="sm">{stateOf(siteId)}</Text>
              </div>
              {mayNote && isLacking(siteId) && (
                <Button
                  variant="default"
                  aria-label={t('readiness.connection.noteOf', { site: name })}
                  onClick={() => ask(site)}
                >
                  {t('readiness.connection.note')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {asked && (
        <ConfirmByHand
          site={asked}
          problem={record.isError ? problemText(t, record.error) : null}
          onClose={() => {
            record.reset()
            ask(null)
          }}
          onSubmit={(reason) =>
            record.mutateAsync({ siteId: asked.siteId, reason }).then(
              () => true,
              () => false,
            )
          }
        />
      )}
    </div>
  )
}
