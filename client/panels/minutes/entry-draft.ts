// An entry as it is being typed, and when it is whole enough to be sent. Pure.
import { EntryContent } from '../../../shared/modules/minutes/contract.ts'

export type EntryKind = EntryContent['kind']

export interface EntryDraft {
  readonly kind: EntryKind
  readonly text: string
  readonly unit: string
  /** 2026-12-01, or empty. */
  readonly dueOn: string
}

export const emptyDraft: EntryDraft = { kind: 'note', text: '', unit: '', dueOn: '' }

export const draftOf = (content: EntryContent): EntryDraft => ({
  ...emptyDraft,
  kind: content.kind,
  text: content.text,
  ...(content.kind === 'assignment' && { unit: content.unit, dueOn: content.dueOn ?? '' }),
})

/** null: something is missing still. */
export function contentOf({ kind, text, unit, dueOn }: EntryDraft): EntryContent | null {
  const content = kind === 'assignment' ? { kind, text, unit, dueOn: dueOn === '' ? null : dueOn } : { kind, text }
  return EntryContent.safeParse(content).data ?? null
}
