// Opening. Where a gate is not passed the chair is asked why: for a reception the reason must be given. What must be recorded is
// recorded first, by the same press.
import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isPassed, openGates } from '../../../../../shared/modules/readiness/contract.ts'
import { lackingSites } from '../../../../live/opening/lacking-sites.ts'
import { OpeningDialog } from '../../../../live/opening/OpeningDialog.tsx'
import { useGates } from '../../../../live/opening/use-gates.ts'
import { useSession } from '../../../../live/session/store.ts'
import { useCommand } from '../../../../live/session/use-command.ts'
import { EquipmentDialog } from '../recording/EquipmentDialog.tsx'
import { useRecorded } from '../recording/use-recorded.ts'

export function Open() {
  const { t } = useTranslation()
  const session = useSession(({ state }) => state?.session)
  const gates = useGates()
  const sites = useSession(({ state }) => state?.sites.sites)
  const readiness = useSession(({ state }) => state?.readiness)
  const missing =
    session && readiness && sites
      ? openGates(
          readiness,
          session,
          sites.map(({ siteId }) => siteId),
        )
      : []
  const open = useCommand('session.open')
  const override = useCommand('readiness.override')
  const recorded = useRecorded()
  const [isAsking, setAsking] = useState(false)
  const [isNaming, setNaming] = useState(false)

  async function openFor(reason: string | null): Promise<boolean> {
    if (!(await recorded.begin())) {
      // What to do then stands below the button.
      setAsking(false)
      return false
    }
    if (reason !== null && !(await override({ reason })).ok) return false
    return (await open({})).ok
  }
  const begin = () => (missing.length > 0 ? setAsking(true) : void openFor(null))

  return (
    <>
      <Button size="md" fullWidth loading={open.isPending || recorded.isWaiting} onClick={begin}>
        {t('panels.session.open')}
      </Button>
      {recorded.isWaiting && (
        <Text size="sm" role="status">
          {t('panels.session.open.recording')}
        </Text>
      )}
      {recorded.hasFailed && (
        <Alert
          color="red"
          role="alert"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('panels.session.open.notRecorded')}
        >
          <Stack gap="xs">
            <Text size="sm">{t('panels.session.open.notRecordedHow')}</Text>
            <Button variant="default" onClick={() => setNaming(true)}>
              {t('panels.room.recording.start')}
            </Button>
          </Stack>
        </Alert>
      )}
      {isNaming && <EquipmentDialog onClose={() => setNaming(false)} onSubmit={recorded.beginOtherwise} />}
      {isAsking && (
        <OpeningDialog
          keptAs="session-open"
          gates={gates.map((one) => ({
            ...one,
            isPassed: isPassed(one),
            lacking: readiness ? lackingSites(one, readiness, sites ?? []) : [],
          }))}
          missing={missing}
          isLaw={session?.kind === 'reception'}
          onClose={() => setAsking(false)}
          onOpen={({ reason }) => openFor(reason)}
        />
      )}
    </>
  )
}
