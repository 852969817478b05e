// Entering petitions, one after the other, without lifting the hands from the keyboard: Ctrl + Enter enters it from any field, then
// Enter begins the next with the same way and day.
import {
  Alert,
  Anchor,
  Button,
  Code,
  Group,
  Paper,
  Radio,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { IntakeWay } from '../../../../shared/cases/intake/contract.ts'
import { maximumFilesAtOnce } from '../../../../shared/conclusions/follow-up/contract.ts'
import { calendarDayOf } from '../../../../shared/law/working-days.ts'
import { isStateSecret } from '../../../../shared/secrecy/levels.ts'
import { NewCase, type ReceivedCase } from '../../../../shared/wire/casework/cases.ts'
import { DateField } from '../../../base/ui/dates/DateField.tsx'
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
import { Section } from '../../ui/Section.tsx'
import { useReceive } from '../queries.ts'
import { EarlierWhileTyping } from './EarlierWhileTyping.tsx'
import { LevelField } from './LevelField.tsx'
import { fieldOf, type NewCaseDraft, newCaseOf, nextDraft, petitionDraftOf } from './new-case-draft.ts'
import { SenderFields } from './SenderFields.tsx'

export function NewCasePage() {
  const { t } = useTranslation()
  const [entered, setEntered] = useState<{ case: ReceivedCase; draft: NewCaseDraft } | null>(null)
  // What the register knows of a visit comes along; it is not in the address, for it names somebody.
  const known = useLocation().state as Partial<NewCaseDraft> | null
  const [draft, setDraft] = useState(() => ({ ...nextDraft(calendarDayOf(Date.now())), ...known }))
  return (
    <Stack>
      <Anchor component={Link} to="/staff/cases">
        {t('cases.back')}
      </Anchor>
      <Title order={1} size="h2">
        {t('cases.new.title')}
      </Title>
      {entered ? (
        <Entered
          entered={entered.case}
          onNext={() => {
            setDraft(nextDraft(calendarDayOf(Date.now()), entered.draft))
            setEntered(null)
          }}
        />
      ) : (
        <Entry
          draft={draft}
          // Of a visit: never offered beside the next one, who is somebody else.
          name={known ? `new-case.${draft.receptionDay}.${draft.ticket}` : 'new-case'}
          onEntered={(one, typed) => setEntered({ case: one, draft: typed })}
        />
      )}
    </Stack>
  )
}

function Entered({ entered: { caseId, number, code }, onNext }: { entered: ReceivedCase; onNext: () => void }) {
  const { t } = useTranslation()
  return (
    <Paper withBorder p="lg" role="status">
      <Stack>
        <Title order={2} size="h3">
          {t('cases.new.done', { number })}
        </Title>
        <Text>{t('cases.new.done.code')}</Text>
        <Code fz={32} fw={700} p="md" ta="center" data-testid="follow-code">
          {code}
        </Code>
        <Group>
          {/* The hands stay where they are: Enter begins the next. */}
          <Button data-autofocus autoFocus onClick={onNext}>
            {t('cases.new.next')}
          </Button>
          <Button variant="default" component={Link} to={`/staff/cases/${caseId}`}>
            {t('cases.new.open')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}

interface EntryProps {
  draft: NewCaseDraft
  /** Under which it is kept until it is sent. */
  name: string
  onEntered: (entered: ReceivedCase, draft: NewCaseDraft) => void
}

function Entry({ draft, name, onEntered }: EntryProps) {
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
  const { way } = form.values

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
          <Section title={t('cases.new.petition')}>
            <Radio.Group label={t('cases.new.way')} {...form.getInputProps('way')}>
              <Group mt={4}>
                {IntakeWay.options
                  .filter((one) => one !== 'web')
                  .map((one) => (
                    <Radio key={one} value={one} label={t(`caseWay.${one}`)} />
                  ))}
              </Group>
            </Radio.Group>
            <SimpleGrid cols={{ base: 1, sm: 3 }}>
              <DateField label={t('cases.new.receivedOn')} required {...form.getInputProps('receivedOn')} />
              <DateField label={t('cases.new.writtenOn')} {...form.getInputProps('writtenOn')} />
              {way === 'reception' && (
                <>
                  <DateField label={t('cases.new.receptionDay')} required {...form.getInputProps('receptionDay')} />
                  <TextInput label={t('cases.new.ticket')} {...form.getInputProps('ticket')} />
                </>
              )}
            </SimpleGrid>
            <TextInput
              label={t('cases.new.subject')}
              description={t('cases.new.subject.hint')}
              maxLength={300}
              required
              {...form.getInputProps('subject')}
            />
            <Textarea
              label={t('cases.new.content')}
              maxLength={10_000}
              required
              autosize
              minRows={3}
              maxRows={12}
              {...form.getInputProps('content')}
            />
            <LevelField {...form.getInputProps('secrecy')} />
          </Section>
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
