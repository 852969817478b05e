// The gates before the opening, as those in the room see them; staff confirm by hand what cannot be measured of a site, or of all.
import { Button, Group, List, Stack, Text, Title } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isPassed } from '../../../shared/modules/readiness/contract.ts'
import type { Site } from '../../../shared/modules/sites/contract.ts'
import { useFormat } from '../../i18n/format.ts'
import { usePermission } from '../../session/permissions.ts'
import { useSession } from '../../session/store.ts'
import { useCommand } from '../../session/use-command.ts'
import { useGates } from './use-gates.ts'

export function Gates() {
  const { t } = useTranslation()
  const format = useFormat()
  const gates = useGates()
  const isLaw = useSession(({ state }) => state?.session.kind === 'reception')
  const mayConfirm = usePermission('readiness.recordAllConnected')
  const confirm = useCommand('readiness.recordAllConnected')
  const lacking = useLackingConnections()
  if (gates.length === 0) return null
  const isConfirmed = gates.some(({ gate, passedAt }) => gate === 'allConnected' && passedAt !== null)
  return (
    <section>
      <Title order={3} size="h5" mb="xs">
        {t('readiness.title')}
      </Title>
      <Stack gap="xs">
        <List size="sm" spacing={4}>
          {gates.map((one) => (
            <List.Item key={one.gate}>
              {t(isPassed(one) ? 'readiness.short.passed' : 'readiness.short.open', {
                gate: t(`readiness.gate.${one.gate}`),
                due: format.dateTime(one.dueAt),
              })}
            </List.Item>
          ))}
        </List>
        {lacking.length > 0 && <LackingSites sites={lacking} />}
        {!isLaw && (
          <Text size="sm" c="dimmed">
            {t('readiness.guidance')}
          </Text>
        )}
        {mayConfirm && !isConfirmed && (
          <Button variant="default" loading={confirm.isPending} onClick={() => void confirm({})}>
            {t('readiness.confirmConnected')}
          </Button>
        )}
      </Stack>
    </section>
  )
}

/** Those of which it is not known that they see and hear the centre, and are seen and heard by it. */
function useLackingConnections(): readonly Site[] {
  const readiness = useSession(({ state }) => state?.readiness)
  const sites = useSession(({ state }) => state?.sites.sites)
  return useMemo(
    () =>
      !readiness || readiness.connectedAt !== null
        ? []
        : (sites ?? []).filter(({ siteId }) => !readiness.connections.some((one) => one.siteId === siteId)),
    [readiness, sites],
  )
}

function LackingSites({ sites }: { sites: readonly Site[] }) {
  const { t } = useTranslation()
  const mayNote = usePermission('readiness.recordSiteConnected')
  const note = useCommand('readiness.recordSiteConnected')
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('readiness.connections.lacking')}
      </Text>
      <Stack gap={4}>
        {sites.map(({ siteId, name }) => (
          <Group key={siteId} justify="space-between" gap="xs">
            <Text size="sm">{name}</Text>
            {mayNote && (
              <Button
                variant="subtle"
                size="xs"
                aria-label={t('readiness.connection.noteOf', { site: name })}
                disabled={note.isPending}
                onClick={() => void note({ siteId })}
              >
                {t('readiness.connection.note')}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </div>
  )
}
