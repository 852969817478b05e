// The sites of which it is not known yet that they and the centre see and hear each other, with what is missing; staff confirm by hand
// what cannot be measured.
import { Box, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readiness } from '../../../shared/modules/readiness/contract.ts'
import type { Site } from '../../../shared/modules/sites/contract.ts'
import { usePermission } from '../session/permissions.ts'
import { useSession } from '../session/store.ts'
import { useCommand } from '../session/use-command.ts'
import { ConfirmByHand } from './ConfirmByHand.tsx'
import { lackWords } from './lack-words.ts'
import { lackingSites } from './lacking-sites.ts'
import { useGates } from './use-gates.ts'

const noSites: never[] = []

export function LackingSites() {
  const { t } = useTranslation()
  const gate = useGates().find((one) => one.gate === 'allConnected')
  const isAhead = useSession(({ state }) => state?.session.status === 'scheduled')
  const evidence = useSession(({ state }) => state?.readiness ?? readiness.initial)
  const sites = useSession(({ state }) => state?.sites.sites ?? noSites)
  const told = useSession(({ live }) => live.health?.lacking ?? noSites)
  const mayNote = usePermission('readiness.recordSiteConnected')
  const note = useCommand('readiness.recordSiteConnected')
  const [asked, ask] = useState<Pick<Site, 'siteId' | 'name'> | null>(null)
  const lacking = gate && isAhead ? lackingSites(gate, evidence, sites) : noSites
  if (lacking.length === 0) return null
  return (
    <section>
      <Title order={3} size="h5" mb="xs">
        {t('readiness.connections.lacking')}
      </Title>
      <Stack
        component="ul"
        gap="xs"
        m={0}
        p={0}
        style={{ listStyle: 'none' }}
        aria-label={t('readiness.connections.lacking')}
      >
        {lacking.map(({ siteId, name }) => (
          <li key={siteId}>
            <LackingSite
              name={name}
              lack={lackWords(t, told, siteId)}
              confirm={mayNote ? () => ask({ siteId, name }) : null}
            />
          </li>
        ))}
      </Stack>
      {asked && (
        <ConfirmByHand
          site={asked}
          onClose={() => ask(null)}
          onSubmit={async (reason) => (await note({ siteId: asked.siteId, reason })).ok}
        />
      )}
    </section>
  )
}

/** `confirm` null: not for this person to do. */
function LackingSite({ name, lack, confirm }: { name: string; lack: string; confirm: (() => void) | null }) {
  const { t } = useTranslation()
  return (
    <Group justify="space-between" gap="xs">
      <Box flex="1 1 12rem">
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Text size="sm">{lack}</Text>
      </Box>
      {confirm && (
        <Button
          variant="default"
          size="sm"
          aria-label={t('readiness.connection.noteOf', { site: name })}
          onClick={confirm}
        >
          {t('readiness.connection.note')}
        </Button>
      )}
    </Group>
  )
}
