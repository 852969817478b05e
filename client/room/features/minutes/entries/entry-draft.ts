// An entry as it is being typed, and when it is whole enough to be sent. Pure.
import type { ItemId } from '../../../../../shared/kernel/ids.ts'
import { EntryContent, type MinutesEntry } from '../../../../../shared/modules/minutes/contract.ts'

export type EntryKind = EntryContent['kind']

/** To which item of the agenda it goes: whichever is going on, none, or one that was chosen. */
export type Place = 'running' | 'none' | `item:${string}`

export interface EntryDraft {
  readonly kind: EntryKind
  readonly place: Place
  readonly text: string
  readonly unit: string
  /** One on each line. */
  readonly supportingUnits: string
  readonly ground: string
  /** 2026-12-01, or empty. */
  readonly dueOn: string
}

export const emptyDraft: EntryDraft = {
  kind: 'note',
  place: 'running',
  text: '',
  unit: '',
  supportingUnits: '',
  ground: '',
  dueOn: '',
}

export const placeOf = (itemId: ItemId | null): Place => (itemId === null ? 'none' : `item:${itemId}`)

/** undefined: the server knows which is going on. */
export function itemIdOf(place: Place): ItemId | null | undefined {
  if (place === 'running') return undefined
  return place === 'none' ? null : (place.slice('item:'.length) as ItemId)
}

export const draftOf = ({ content, itemId }: Pick<MinutesEntry, 'content' | 'itemId'>): EntryDraft => ({
  ...emptyDraft,
  kind: content.kind,
  place: placeOf(itemId),
  text: content.text,
  ...(content.kind === 'assignment' && {
    unit: content.unit,
    supportingUnits: content.supportingUnits.join('\n'),
    ground: content.ground ?? '',
    dueOn: content.dueOn ?? '',
  }),
})

/** null: something is missing still. */
export function contentOf(draft: EntryDraft): EntryContent | null {
  const { kind, text, unit, supportingUnits, ground, dueOn } = draft
  const content =
    kind === 'assignment'
      ? {
          kind,
          text,
          unit,
          supportingUnits: supportingUnits.split('\n').filter((one) => one.trim() !== ''),
          ground: ground.trim() === '' ? null : ground,
          dueOn: dueOn === '' ? null : dueOn,
        }
      : { kind, text }
  return EntryContent.safeParse(content).data ?? null
}

/** Both versions, one after the other: whoever merges them cuts what is said twice. */
export function merged(theirs: EntryDraft, mine: EntryDraft): EntryDraft {
  const both = (one: string, other: string) => (one.trim() === other.trim() ? one : `${one}\n${other}`.trim())
  return {
    ...theirs,
    text: both(theirs.text, mine.text),
    unit: mine.unit || theirs.unit,
    supportingUnits: both(theirs.supportingUnits, mine.supportingUnits),
    ground: both(theirs.ground, mine.ground),
    dueOn: mine.dueOn || theirs.dueOn,
  }
}

/** The phrase after what is written, cut where a text ends. */
export const withPhrase = (text: string, phrase: string): string =>
  `${text}${text === '' || /\s$/u.test(text) ? '' : ' '}${phrase}`
