import { useDraft } from '../draft.ts'
import { type EntryDraft, type EntryKind, emptyDraft } from './entry-draft.ts'

/** The new entry, kept while the panel is closed. */
export function useEntryDraft(): [draft: EntryDraft, write: (draft: EntryDraft) => void, clear: () => void] {
  const [kind, setKind] = useDraft<EntryKind>('minutes.kind', emptyDraft.kind)
  const [text, setText] = useDraft('minutes.text', '')
  const [unit, setUnit] = useDraft('minutes.unit', '')
  const [dueOn, setDueOn] = useDraft('minutes.dueOn', '')
  function write(draft: EntryDraft) {
    setKind(draft.kind)
    setText(draft.text)
    setUnit(draft.unit)
    setDueOn(draft.dueOn)
  }
  // The kind stays: a secretary writes several of a kind in a row.
  return [{ kind, text, unit, dueOn }, write, () => write({ ...emptyDraft, kind })]
}
