import { Alert, Anchor, Button, Group, Stack, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { isStateSecret } from '../../../../shared/secrecy/levels.ts'
import { DraftNotice } from '../../../base/ui/forms/DraftNotice.tsx'
import { LeavingQuestion } from '../../../base/ui/forms/LeavingQuestion.tsx'
import { useKeptForm } from '../../../base/ui/forms/use-kept-form.ts'
import { handIn } from '../../../base/uploads/use-uploads.ts'
import { dateAndTimeOf } from '../../ui/agency-time.ts'
import { Problem } from '../../ui/Problem.tsx'
import { refreshDocuments, useScheduleSession } from '../queries.ts'
import { Agenda } from './Agenda.tsx'
import { Documents } from './Documents.tsx'
import { type DocumentDraft, filesOf } from './document-drafts.ts'
import { draftErrors, serverErrors } from './draft-errors.ts'
import { Guests } from './Guests.tsx'
import { Schedule } from './Schedule.tsx'
import { Sites } from './Sites.tsx'
import { Staff } from './Staff.tsx'
import { emptyDraft, type SessionDraft } from './session-draft.ts'
import { requestOf } from './session-request.ts'

const ONE_DAY_MS = 24 * 60 * 60 * 1000

const tomorrow = () => dateAndTimeOf(Date.now() + ONE_DAY_MS).date

export function NewSessionPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const schedule = useScheduleSession()
  const [form, kept] = useKeptForm<SessionDraft>('new-session', {
    blank: emptyDraft(tomorrow()),
    isSecret: ({ secrecy }) => isStateSecret(secrecy),
    validate: (draft) => draftErrors(t, draft),
  })

  // Beside the form’s values, which are copied at every keystroke: a file is no plain value.
  const [documents, setDocuments] = useState<readonly DocumentDraft[]>([])

  function submit(draft: SessionDraft) {
    const booked = schedule.mutateAsync(requestOf(draft).request).then(({ sessionId, itemIds }) => {
      // They go on being sent while the session’s own page shows how far they are.
      const onTaken = () => void refreshDocuments(sessionId)
      if (!isStateSecret(draft.secrecy)) handIn(t, { sessionId, onTaken }, filesOf(documents, draft.agenda, itemIds))
      return sessionId
    })
    kept.sentBy(booked, (sessionId) => void navigate(`/staff/sessions/${sessionId}`))
    booked.catch((error) => form.setErrors(serverErrors(t, draft, error) ?? {}))
  }

  const faults = Object.keys(form.errors)
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(submit, (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus())}
    >
      <Stack gap="xl">
        <div>
          <Anchor component={Link} to="/staff">
            {t('staff.backToSessions')}
          </Anchor>
          <Title order={1} size="h2">
            {t('staff.newSession')}
          </Title>
        </div>
        <DraftNotice kept={kept} />
        <LeavingQuestion kept={kept} />
        <Schedule form={form} />
        <Staff form={form} />
        <Sites form={form} />
        <Guests form={form} />
        <Agenda form={form} />
        {isStateSecret(form.values.secrecy) ? (
          <Alert color="gray">{t('secrecy.noDocuments')}</Alert>
        ) : (
          <Documents form={form} documents={documents} onChange={setDocuments} />
        )}
        {faults.length > 0 && (
          <Alert color="red" role="alert">
            {t('staff.form.faults', { count: faults.length })}
          </Alert>
        )}
        {schedule.isError && <Problem error={schedule.error} />}
        <Group justify="flex-end">
          <Button component={Link} to="/staff" variant="default">
            {t('dialog.cancel')}
          </Button>
          <Button type="submit" loading={schedule.isPending}>
            {t('staff.newSession.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
