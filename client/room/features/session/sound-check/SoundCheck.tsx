// Where one speaks by turns no site is heard before the opening: staff let one after the other be heard, so that its sound is measured,
// too (ADR 0083).
import { Button, Group, Stack, Text } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionState } from '../../../../../shared/modules/index.ts'
import type { Site } from '../../../../../shared/modules/sites/contract.ts'
import { usePermission } from '../../../../live/session/permissions.ts'
import { useSession } from '../../../../live/session/store.ts'
import { useCommand } from '../../../../live/session/use-command.ts'

export function SoundCheck() {
  const { t } = useTranslation()
  const mayCheck = usePermission('floor.checkSound')
  const check = useCommand('floor.checkSound')
  const checked = useSession(({ state }) => state?.floor.soundCheck ?? null)
  const sites = useCheckable()
  if (!mayCheck || sites.length === 0) return null
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('readiness.sound')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('readiness.sound.how')}
      </Text>
      <Stack gap={4}>
        {sites.map(({ siteId, name }) => {
          const isChecked = siteId === checked
          return (
            <Group key={siteId} justify="space-between" gap="xs">
              <Text size="sm">{name}</Text>
              <Button
                variant={isChecked ? 'filled' : 'default'}
                size="xs"
                aria-label={t(isChecked ? 'readiness.sound.endOf' : 'readiness.sound.checkOf', { site: name })}
                disabled={check.isPending}
                onClick={() => void check({ siteId: isChecked ? null : siteId })}
              >
                {t(isChecked ? 'readiness.sound.end' : 'readiness.sound.check')}
              </Button>
            </Group>
          )
        })}
      </Stack>
    </div>
  )
}

/** Sites in the room, but for the centre, which is heard, of which it is not known yet. */
function useCheckable(): readonly Site[] {
  const state = useSession((session) => session.state)
  return useMemo(() => (state?.floor.isByTurns ? checkable(state) : []), [state])
}

function checkable({ sites, readiness, admission }: SessionState): Site[] {
  if (readiness.connectedAt !== null) return []
  const known = new Set(readiness.connections.map(({ siteId }) => siteId))
  const there = new Set(
    Object.values(admission.participants).flatMap(({ status, siteId }) => (status === 'present' ? [siteId] : [])),
  )
  return sites.sites.filter(({ siteId, rank }) => rank !== 'centre' && there.has(siteId) && !known.has(siteId))
}
