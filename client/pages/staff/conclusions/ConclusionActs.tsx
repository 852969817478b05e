// What staff can do with an assignment now: tell its progress, name evidence, report it done; then accept or return the report.
import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conclusion } from '../../../../shared/wire/conclusions.ts'
import { DialogButtons } from '../../../dialogs/DialogButtons.tsx'
import { TextDialog } from '../../../dialogs/TextDialog.tsx'
import { Problem } from '../Problem.tsx'
import { problemText } from '../problems.ts'
import { useFollowUp } from '../queries.ts'

const LONGEST_TEXT = 2000
const LONGEST_TITLE = 300
const LONGEST_REFERENCE = 1000

type WordedAct = 'progress' | 'report' | 'return'

export function ConclusionActs({ conclusion: { entryId, status } }: { conclusion: Conclusion }) {
  const { t } = useTranslation()
  const accept = useFollowUp(entryId)
  const [asking, setAsking] = useState<WordedAct | 'evidence' | null>(null)
  if (status === 'accepted') return null
  const end = () => setAsking(null)
  return (
    <>
      <Group>
        <Button variant="default" onClick={() => setAsking('progress')}>
          {t('staff.conclusions.act.progress')}
        </Button>
        <Button variant="default" onClick={() => setAsking('evidence')}>
          {t('staff.conclusions.act.evidence')}
        </Button>
        {status === 'open' && <Button onClick={() => setAsking('report')}>{t('staff.conclusions.act.report')}</Button>}
        {status === 'reported' && (
          <>
            <Button loading={accept.isPending} onClick={() => accept.mutate({ act: 'acceptance', body: {} })}>
              {t('staff.conclusions.act.accept')}
            </Button>
            <Button variant="default" onClick={() => setAsking('return')}>
              {t('staff.conclusions.act.return')}
            </Button>
          </>
        )}
      </Group>
      {accept.isError && <Problem error={accept.error} />}
      {asking === 'evidence' && <EvidenceDialog entryId={entryId} onClose={end} />}
      {asking !== null && asking !== 'evidence' && <WordsDialog entryId={entryId} act={asking} onClose={end} />}
    </>
  )
}

function WordsDialog({ entryId, act, onClose }: { entryId: string; act: WordedAct; onClose: () => void }) {
  const { t } = useTranslation()
  const followUp = useFollowUp(entryId)
  const submit = (text: string) =>
    followUp.mutateAsync({ act, body: { text } }).then(
      () => true,
      () => false,
    )
  return (
    <TextDialog
      title={t(`staff.conclusions.act.${act}`)}
      label={t(act === 'return' ? 'dialog.reason' : 'staff.conclusions.text')}
      problem={followUp.isError ? problemText(t, followUp.error) : null}
      submitLabel={t('staff.conclusions.save')}
      maximumLength={LONGEST_TEXT}
      onClose={onClose}
      onSubmit={submit}
    />
  )
}

function EvidenceDialog({ entryId, onClose }: { entryId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const followUp = useFollowUp(entryId)
  const [title, setTitle] = useState('')
  const [reference, setReference] = useState('')

  function submit(event: FormEvent) {
    event.preventDefault()
    followUp.mutate({ act: 'evidence', body: { title, reference } }, { onSuccess: onClose })
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('staff.conclusions.act.evidence')}
      centered
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('staff.conclusions.evidenceTitle')}
            required
            maxLength={LONGEST_TITLE}
            data-autofocus
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Textarea
            label={t('staff.conclusions.evidenceReference')}
            description={t('staff.conclusions.evidenceHint')}
            required
            maxLength={LONGEST_REFERENCE}
            autosize
            minRows={2}
            value={reference}
            onChange={(event) => setReference(event.currentTarget.value)}
          />
          {followUp.isError && <Problem error={followUp.error} />}
          <DialogButtons onCancel={onClose} submitLabel={t('staff.conclusions.save')} isPending={followUp.isPending} />
        </Stack>
      </form>
    </Modal>
  )
}
