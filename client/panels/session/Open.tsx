// Opening. Where a gate is not passed the chair is asked why: for a reception the reason must be given. What must be recorded is
// recorded first, by the same press.
import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isPassed } from '../../../shared/modules/readiness/contract.ts'
import { TextDialog } from '../../dialogs/TextDialog.tsx'
import { useSession } from '../../session/store.ts'
import { useCommand } from '../../session/use-command.ts'
import { useGates } from './use-gates.ts'
import { useRecorded } from './use-recorded.ts'

const LONGEST_REASON = 500

export function Open() {
  const { t } = useTranslation()
  const isLaw = useSession(({ state }) => state?.session.kind === 'reception')
  const missing = useGates().filter((gate) => !isPassed(gate))
  const open = useCommand('session.open')
  const override = useCommand('readiness.override')
  const recorded = useRecorded()
  const [isAsking, setAsking] = useState(false)

  async function openFor(reason: string): Promise<boolean> {
    if (!(await recorded.begin())) {
      // What to do then stands below the button.
      setAsking(false)
      return false
    }
    if (reason !== '' && !(await override({ reason })).ok) return false
    return (await open({})).ok
  }
  const begin = () => (missing.length > 0 ? setAsking(true) : void openFor(''))

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
            <Button variant="default" onClick={() => void recorded.beginOtherwise()}>
              {t('panels.room.recording.start')}
            </Button>
          </Stack>
        </Alert>
      )}
      {isAsking && (
        <TextDialog
          keptAs="session-open"
          title={t('readiness.override.title')}
          label={t('dialog.reason')}
          description={t(isLaw ? 'readiness.override.law' : 'readiness.override.guidance', {
            gates: missing.map(({ gate }) => t(`readiness.gate.${gate}`)).join('; '),
          })}
          submitLabel={t('panels.session.open')}
          maximumLength={LONGEST_REASON}
          isOptional={!isLaw}
          onClose={() => setAsking(false)}
          onSubmit={openFor}
        />
      )}
    </>
  )
}
