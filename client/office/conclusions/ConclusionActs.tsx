// What staff can do with an assignment now: tell its progress, hand in evidence, report it done; then accept or return the report.
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conclusion } from '../../../shared/wire/casework/conclusions.ts'
import { TextDialog } from '../../base/ui/dialogs/TextDialog.tsx'
import { Problem } from '../ui/Problem.tsx'
import { problemText } from '../ui/problems.ts'
import { type StepAct, useOfficeWord } from './queries.ts'
import { StepDialog } from './StepDialog.tsx'

const LONGEST_TEXT = 2000

export function ConclusionActs({ conclusion: { entryId, status } }: { conclusion: Conclusion }) {
  const { t } = useTranslation()
  const accept = useOfficeWord(entryId)
  const [asking, setAsking] = useState<StepAct | 'return' | null>(null)
  if (status === 'accepted') return null
  const end = () => setAsking(null)
  return (
    <>
      <Group gap="xs">
        <Button variant="default" onClick={() => setAsking('progress')}>
          {t('staff.conclusions.act.progress')}
        </Button>
        <Button variant="default" onClick={() => setAsking('evidence')}>
          {t('staff.conclusions.act.evidence')}
        </Button>
        {status === 'open' && <Button onClick={() => setAsking('report')}>{t('staff.conclusions.act.report')}</Button>}
        {status === 'reported' && (
          <>
            <Button loading={accept.isPending} onClick={() => accept.mutate({ act: 'accept', body: {} })}>
              {t('staff.conclusions.act.accept')}
            </Button>
            <Button variant="default" onClick={() => setAsking('return')}>
              {t('staff.conclusions.act.return')}
            </Button>
          </>
        )}
      </Group>
      {accept.isError && <Problem error={accept.error} />}
      {asking === 'return' && <ReturnDialog entryId={entryId} onClose={end} />}
      {asking !== null && asking !== 'return' && <StepDialog entryId={entryId} act={asking} onClose={end} />}
    </>
  )
}

function ReturnDialog({ entryId, onClose }: { entryId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const word = useOfficeWord(entryId)
  const submit = (text: string) =>
    word.mutateAsync({ act: 'return', body: { text } }).then(
      () => true,
      () => false,
    )
  return (
    <TextDialog
      keptAs={`conclusion.${entryId}.return`}
      title={t('staff.conclusions.act.return')}
      label={t('dialog.reason')}
      problem={word.isError ? problemText(t, word.error) : null}
      submitLabel={t('staff.conclusions.save')}
      maximumLength={LONGEST_TEXT}
      onClose={onClose}
      onSubmit={submit}
    />
  )
}
