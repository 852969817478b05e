import type { UseFormReturnType } from '@mantine/form'
import type { SessionDraft } from './session-draft.ts'

/** What every part of the form is given. */
export interface DraftForm {
  form: UseFormReturnType<SessionDraft>
}
