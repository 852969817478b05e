// Words typed into the minutes and not yet written: kept in this browser, per session and person, through a closed panel, a
// lost connection, a reload and a crash, until they are written or thrown away (ADR 0025).
import { useStore } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { useSession } from '../../session/store.ts'
import { type EntryDraft, emptyDraft } from './entry-draft.ts'

export interface KeptRevision {
  /** The revision its writer had in sight when they began. */
  readonly baseRevision: number
  readonly draft: EntryDraft
}

interface KeptDrafts {
  readonly fresh: EntryDraft
  readonly revisions: Readonly<Record<string, KeptRevision>>
}

const nothing: KeptDrafts = { fresh: emptyDraft, revisions: {} }
const stores = new Map<string, StoreApi<KeptDrafts>>()

export function keptDraftsOf(owner: string): StoreApi<KeptDrafts> {
  const found = stores.get(owner)
  if (found) return found
  const made = createStore<KeptDrafts>()(
    persist(() => nothing, {
      name: `diemcau.minutes.${owner}`,
      storage: createJSONStorage(() => localStorage),
      // A draft of an earlier release lacks what has been added since.
      merge: (kept, initial) => {
        const { fresh, revisions } = { ...initial, ...Object(kept) } as KeptDrafts
        return { fresh: { ...emptyDraft, ...fresh }, revisions }
      },
    }),
  )
  stores.set(owner, made)
  return made
}

const useOwner = () => useSession(({ state, me }) => `${state?.session.sessionId}.${me?.participantId}`)

/** The new entry. Cleared, its kind and place stay: a secretary writes several of a kind in a row. */
export function useFreshDraft(): [draft: EntryDraft, write: (draft: EntryDraft) => void, clear: () => void] {
  const store = keptDraftsOf(useOwner())
  const draft = useStore(store, ({ fresh }) => fresh)
  const write = (fresh: EntryDraft) => store.setState({ fresh })
  return [draft, write, () => write({ ...emptyDraft, kind: draft.kind, place: draft.place })]
}

/** Revisions that are being written, by entry. */
export function useKeptRevisions() {
  const store = keptDraftsOf(useOwner())
  const revisions = useStore(store, (kept) => kept.revisions)
  return {
    revisions,
    keep: (entryId: string, revision: KeptRevision) =>
      store.setState({ revisions: { ...store.getState().revisions, [entryId]: revision } }),
    drop(entryId: string) {
      const { [entryId]: _dropped, ...others } = store.getState().revisions
      store.setState({ revisions: others })
    },
  }
}
