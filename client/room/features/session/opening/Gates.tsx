// The gates before the opening, as those in the room see them; staff confirm by hand what cannot be measured of a site, or of all.
import { Button, List, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isPassed } from '../../../../../shared/modules/readiness/contract.ts'
import { useFormat } from '../../../../base/i18n/format.ts'
import { ConfirmByHand } from '../../../../live/opening/ConfirmByHand.tsx'
import { LackingSites } from '../../../../live/opening/LackingSites.tsx'
import { useGates } from '../../../../live/opening/use-gates.ts'
import { usePermission } from '../../../../live/session/permissions.ts'
import { useSession } from '../../../../live/session/store.ts'
import { useCommand } from '../../../../live/session/use-command.ts'
import { SoundCheck } from '../sound-check/SoundCheck.tsx'

export function Gates() {
  const { t } = useTranslation()
  const format = useFormat()
  const gates = useGates()
  const isLaw = useSession(({ state }) => state?.session.kind === 'reception')
  const mayConfirm = usePermission('readiness.recordAllConnected')
  const confirm = useCommand('readiness.recordAllConnected')
  const [isAsking, setAsking] = useState(false)
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
        <LackingSites />
        {!isLaw && (
          <Text size="sm" c="dimmed">
            {t('readiness.guidance')}
          </Text>
        )}
        <SoundCheck />
        {mayConfirm && !isConfirmed && (
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('readiness.confirmConnected')}
          </Button>
        )}
      </Stack>
      {isAsking && (
        <ConfirmByHand
          site={null}
          onClose={() => setAsking(false)}
          onSubmit={async (reason) => (await confirm({ reason })).ok}
        />
      )}
    </section>
  )
}
