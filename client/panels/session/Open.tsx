// Opening. Where a gate is not passed the chair is asked why: for a reception the reason must be given.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isPassed } from '../../../shared/modules/readiness/contract.ts'
import { TextDialog } from '../../dialogs/TextDialog.tsx'
import { useSession } from '../../session/store.ts'
import { useCommand } from '../../session/use-command.ts'
import { useGates } from './use-gates.ts'

const LONGEST_REASON = 500

export function Open() {
  const { t } = useTranslation()
  const isLaw = useSession(({ state }) => state?.session.kind === 'reception')
  const missing = useGates().filter((gate) => !isPassed(gate))
  const open = useCommand('session.open')
  const override = useCommand('readiness.override')
  const [isAsking, setAsking] = useState(false)

  async function openFor(reason: string): Promise<boolean> {
    if (reason !== '' && !(await override({ reason })).ok) return false
    return (await open({})).ok
  }

  return (
    <>
      <Button
        size="md"
        fullWidth
        loading={open.isPending}
        onClick={() => (missing.length > 0 ? setAsking(true) : void open({}))}
      >
        {t('panels.session.open')}
      </Button>
      {isAsking && (
        <TextDialog
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
