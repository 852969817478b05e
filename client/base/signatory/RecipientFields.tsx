// To whom a paper goes beside the copy for the file: people of the session, and others in lines. In the room and at the office.
import { Checkbox, Stack, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type ProposedRecipients, type RecipientsDraft, recipientsOf } from './recipients-draft.ts'

interface RecipientFieldsProps {
  proposed: ProposedRecipients
  draft: RecipientsDraft
  onChange: (changes: Partial<RecipientsDraft>) => void
}

export function RecipientFields({ proposed, draft, onChange }: RecipientFieldsProps) {
  const { t } = useTranslation()
  const people = proposed.filter(({ participantId }) => participantId !== null)
  return (
    <>
      {people.length > 0 && (
        <Checkbox.Group
          label={t('signatory.people')}
          value={[...draft.people]}
          onChange={(chosen) => onChange({ people: chosen })}
        >
          <Stack gap="xs" mt="xs">
            {people.map(({ participantId, text }) => (
              <Checkbox key={participantId} size="md" value={participantId ?? ''} label={text} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      <Textarea
        label={t('signatory.places')}
        description={t('signatory.places.hint')}
        error={recipientsOf(draft) === null ? t('signatory.places.tooLong') : null}
        autosize
        minRows={3}
        maxRows={10}
        value={draft.places}
        onChange={({ currentTarget }) => onChange({ places: currentTarget.value })}
      />
    </>
  )
}
