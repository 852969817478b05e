// Progress, evidence or the report that it is done: words, and the files that show it. All of it is taken, or nothing.
import { Modal, Stack, Textarea, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { maximumFilesAtOnce } from '../../../shared/conclusions/follow-up/contract.ts'
import { DialogButtons } from '../../base/ui/dialogs/DialogButtons.tsx'
import { DraftNotice } from '../../base/ui/forms/DraftNotice.tsx'
import { useKept } from '../../base/ui/forms/use-kept.ts'
import { ChosenFiles, SendingFiles } from '../../base/uploads/ChosenFiles.tsx'
import { isAtFile } from '../../base/uploads/chosen-files.ts'
import { useChosenFiles } from '../../base/uploads/use-chosen-files.ts'
import { Problem } from '../ui/Problem.tsx'
import { type StepAct, useStep } from './queries.ts'

const LONGEST_TEXT = 2000
const LONGEST_TITLE = 300
const LONGEST_REFERENCE = 1000

interface StepDialogProps {
  entryId: string
  act: StepAct
  onClose: () => void
}

export function StepDialog({ entryId, act, onClose }: StepDialogProps) {
  const { t } = useTranslation()
  const { step, share } = useStep(entryId)
  const [words, write, kept] = useKept<Record<string, string>>(
    `conclusion.${entryId}.${act}`,
    act === 'evidence' ? { title: '', reference: '' } : { text: '' },
  )
  const files = useChosenFiles()
  const isWritten = (words.text ?? words.title ?? '').trim() !== ''
  const hasPlace = act !== 'evidence' || files.count > 0 || words.reference?.trim() !== ''
  const maySend = isWritten && hasPlace

  function submit(event: FormEvent) {
    event.preventDefault()
    if (!maySend || step.isPending) return
    void files
      .handIn((attached) => step.mutateAsync({ act, words, files: attached }))
      // Shown from `step.error`, or at the file that is refused.
      .then(kept.sent(onClose), () => undefined)
  }

  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      title={t(`staff.conclusions.act.${act}`)}
      centered
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <DraftNotice kept={kept} />
          <StepFields act={act} words={words} onChange={write} />
          <ChosenFiles
            {...files}
            hint={t('staff.conclusions.files.hint', { count: maximumFilesAtOnce })}
            submitLabel={t('staff.conclusions.save')}
          />
          {step.isPending && files.count > 0 && <SendingFiles share={share} />}
          {step.isError && !isAtFile(step.error) && <Problem error={step.error} />}
          <DialogButtons
            onCancel={onClose}
            submitLabel={t('staff.conclusions.save')}
            isPending={step.isPending}
            isDisabled={!maySend}
          />
        </Stack>
      </form>
    </Modal>
  )
}

interface StepFieldsProps {
  act: StepAct
  words: Readonly<Record<string, string>>
  onChange: (words: Record<string, string>) => void
}

function StepFields({ act, words, onChange }: StepFieldsProps) {
  const { t } = useTranslation()
  const fieldOf = (name: string) => ({
    value: words[name] ?? '',
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      onChange({ [name]: value })
    },
  })

  if (act !== 'evidence')
    return (
      <Textarea
        label={t('staff.conclusions.text')}
        required
        maxLength={LONGEST_TEXT}
        autosize
        minRows={3}
        maxRows={8}
        data-autofocus
        {...fieldOf('text')}
      />
    )
  return (
    <>
      <TextInput
        label={t('staff.conclusions.evidenceTitle')}
        required
        maxLength={LONGEST_TITLE}
        data-autofocus
        {...fieldOf('title')}
      />
      <Textarea
        label={t('staff.conclusions.evidenceReference')}
        description={t('staff.conclusions.evidenceHint')}
        maxLength={LONGEST_REFERENCE}
        autosize
        minRows={2}
        {...fieldOf('reference')}
      />
    </>
  )
}
