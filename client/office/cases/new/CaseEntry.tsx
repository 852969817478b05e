// The form of a new petition, beside it the earlier ones it may be about. Ctrl + Enter enters it from any field.
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { maximumFilesAtOnce } from '../../../../shared/conclusions/follow-up/contract.ts'
import { isStateSecret } from '../../../../shared/secrecy/levels.ts'
import { NewCase, type ReceivedCase } from '../../../../shared/wire/casework/cases.ts'
import { sendOn } from '../../../base/ui/dialogs/send-key.ts'
import { DraftNotice } from '../../../base/ui/forms/DraftNotice.tsx'
import { LeavingQuestion } from '../../../base/ui/forms/LeavingQuestion.tsx'
import { useKeptForm } from '../../../base/ui/forms/use-kept-form.ts'
import { ChosenFiles, SendingFiles } from '../../../base/uploads/ChosenFiles.tsx'
import { isAtFile } from '../../../base/uploads/chosen-files.ts'
import { useChosenFiles } from '../../../base/uploads/use-chosen-files.ts'
import { issueText } from '../../ui/form-errors.ts'
import classes from '../../ui/office.module.css'
import { Problem } from '../../ui/Problem.tsx'
import { useReceive } from '../queries.ts'
import { EarlierWhileTyping } from './EarlierWhileTyping.tsx'
import { fieldOf, type NewCaseDraft, newCaseOf, petitionDraftOf } from './new-case-draft.ts'
import { PetitionFields } from './PetitionFields.tsx'
import { SenderFields } from './SenderFields.tsx'

interface CaseEntryProps {
  draft: NewCaseDraft
  /** Under which it is kept until it is sent. */
  name: string
  onEntered: (entered: ReceivedCase, draft: NewCaseDraft) => void
}

export function CaseEntry({ draft, name, onEntered }: CaseEntryProps) {
  const { t } = useTranslation()
  const { send, share, receive } = useReceive()
  const files = useChosenFiles()
  const [form, kept] = useKeptForm<NewCaseDraft>(name, {
    blank: draft,
    isSecret: ({ secrecy }) => isStateSecret(secrecy),
    validate: (values) => {
      const errors: Record<string, string> = {}
      for (const issue of NewCase.safeParse(newCaseOf(values)).error?.issues ?? [])
        errors[fieldOf(issue.path)] ??= issueText(t, issue)
      return errors
    },
  })

  const enter = form.onSubmit(async (values) => {
    if (send.isPending) return
    const entering = isStateSecret(values.secrecy)
      ? receive(newCaseOf(values), [])
      : files.handIn((attached) => receive(newCaseOf(values), attached))
    await entering.then(
      (entered) => {
        kept.end()
        onEntered(entered, values)
      },
      // Shown from `send.error`, or at the file that is refused.
      () => undefined,
    )
  })

  return (
    <form onSubmit={enter} onKeyDown={sendOn('ctrlEnter', () => enter())} noValidate>
      <div className={classes.besideForm}>
        <Stack>
          <Text size="sm" c="dimmed">
            {t('cases.new.keys')}
          </Text>
          <DraftNotice kept={kept} />
          <LeavingQuestion kept={kept} />
          <SenderFields form={form} />
          <PetitionFields form={form} />
        </Stack>
        <div className={classes.beside}>
          <EarlierWhileTyping
            draft={petitionDraftOf(form.values)}
            linkedIds={form.values.earlierIds}
            onLink={(earlierIds) => form.setFieldValue('earlierIds', earlierIds)}
          />
        </div>
        <Stack>
          {isStateSecret(form.values.secrecy) ? (
            <Alert color="gray">{t('rejection.intake.secret-papers')}</Alert>
          ) : (
            <ChosenFiles
              {...files}
              hint={t('cases.files.hint', { count: maximumFilesAtOnce })}
              submitLabel={t('cases.new.submit')}
            />
          )}
          {send.isPending && files.count > 0 && <SendingFiles share={share} />}
          {Object.keys(form.errors).length > 0 && (
            <Text role="alert" c="var(--mantine-color-error)">
              {t('petition.faults', { count: Object.keys(form.errors).length })}
            </Text>
          )}
          {send.isError && !isAtFile(send.error) && <Problem error={send.error} />}
          <Group>
            <Button type="submit" loading={send.isPending}>
              {t('cases.new.submit')}
            </Button>
          </Group>
        </Stack>
      </div>
    </form>
  )
}
