// Progress, evidence or the report that it is done: words, and the files that show it. All of it is taken, or nothing.
import { Modal, Stack, Textarea, TextInput } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { maximumFilesAtOnce } from '../../../shared/conclusions/follow-up/contract.ts'
import { DialogButtons } from '../../base/ui/dialogs/DialogButtons.tsx'
import { DraftNotice } from '../../base/ui/forms/DraftNotice.tsx'
import { type KeptForm, useKeptForm } from '../../base/ui/forms/use-kept-form.ts'
import { ChosenFiles, SendingFiles } from '../../base/uploads/ChosenFiles.tsx'
import { isAtFile } from '../../base/uploads/chosen-files.ts'
import { useChosenFiles } from '../../base/uploads/use-chosen-files.ts'
import { Problem } from '../ui/Problem.tsx'
import { type StepAct, useStep } from './queries.ts'

const LONGEST_TEXT = 2000
const LONGEST_TITLE = 300
const LONGEST_REFERENCE = 1000

type Words = Record<string, string>

interface StepDialogProps {
  entryId: string
  act: StepAct
  onClose: () => void
}

export function StepDialog({ entryId, act, onClose }: StepDialogProps) {
  const { t } = useTranslation()
  const { step, share } = useStep(entryId)
  const files = useChosenFiles()
  const [form, kept] = useKeptForm<Words>(`conclusion.${entryId}.${act}`, {
    blank: act === 'evidence' ? { title: '', reference: '' } : { text: '' },
    validate:
      act === 'evidence'
        ? { title: isNotEmpty(), reference: (typed = '') => files.count === 0 && typed.trim() === '' }
        : { text: isNotEmpty() },
  })

  const submit = form.onSubmit((words) => {
    if (step.isPending) return
    void files
      .handIn((attached) => step.mutateAsync({ act, words, files: attached }))
      // Shown from `step.error`, or at the file that is refused.
      .then(kept.sent(onClose), () => undefined)
  })

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
          <StepFields act={act} form={form} />
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
            isDisabled={!form.isValid()}
          />
        </Stack>
      </form>
    </Modal>
  )
}

function StepFields({ act, form }: { act: StepAct; form: KeptForm<Words> }) {
  const { t } = useTranslation()
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
        {...form.getInputProps('text')}
      />
    )
  return (
    <>
      <TextInput
        label={t('staff.conclusions.evidenceTitle')}
        required
        maxLength={LONGEST_TITLE}
        data-autofocus
        {...form.getInputProps('title')}
      />
      <Textarea
        label={t('staff.conclusions.evidenceReference')}
        description={t('staff.conclusions.evidenceHint')}
        maxLength={LONGEST_REFERENCE}
        autosize
        minRows={2}
        {...form.getInputProps('reference')}
      />
    </>
  )
}
