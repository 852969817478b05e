// Entering petitions, one after the other, without lifting the hands from the keyboard: Ctrl + Enter enters it from any field, then
// Enter begins the next with the same way and day.
import { Anchor, Stack, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { calendarDayOf } from '../../../../shared/law/working-days.ts'
import type { ReceivedCase } from '../../../../shared/wire/casework/cases.ts'
import { CaseEntered } from './CaseEntered.tsx'
import { CaseEntry } from './CaseEntry.tsx'
import { type NewCaseDraft, nextDraft } from './new-case-draft.ts'

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
        <CaseEntered
          entered={entered.case}
          onNext={() => {
            setDraft(nextDraft(calendarDayOf(Date.now()), entered.draft))
            setEntered(null)
          }}
        />
      ) : (
        <CaseEntry
          draft={draft}
          // Of a visit: never offered beside the next one, who is somebody else.
          name={known ? `new-case.${draft.receptionDay}.${draft.ticket}` : 'new-case'}
          onEntered={(one, typed) => setEntered({ case: one, draft: typed })}
        />
      )}
    </Stack>
  )
}
