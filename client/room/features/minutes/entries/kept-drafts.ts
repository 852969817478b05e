// Words typed into the minutes and not yet written: kept in this tab, per session and person, through a closed panel, a lost
// connection and a reload, until they are written or thrown away (ADR 0025, 0079).
import { useStore } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { isStateSecret } from '../../../../../shared/secrecy/levels.ts'
import { useSession } from '../../../../live/session/store.ts'
import { type EntryDraft, emptyDraft } from './entry-draft.ts'

/** What is being reworded, and the revision its writer had in sight when they began. */
interface Based {
  readonly baseRevision: number
}
export interface KeptRevision extends Based {
  readonly draft: EntryDraft
}
export interface KeptRewording extends Based {
  readonly text: string
}

interface KeptDrafts {
  readonly fresh: EntryDraft
  /** Of entries, by entryId. */
  readonly revisions: Readonly<Record<string, KeptRevision>>
  /** Of lines that wrote themselves, by their place in the journal. */
  readonly rewordings: Readonly<Record<string, KeptRewording>>
}

/** Earlier releases kept them where the next person at this computer finds them. */
function forgetEarlier(storage: Storage) {
  for (const key of Object.keys(storage)) if (key.startsWith('diemcau.minutes.')) storage.removeItem(key)
}
if (typeof localStorage !== 'undefined') forgetEarlier(localStorage)

const nothing: KeptDrafts = { fresh: emptyDraft, revisions: {}, rewordings: {} }
const stores = new Map<string, StoreApi<KeptDrafts>>()

/** `isSecret`: what may be a state secret is in no storage, but in the memory of the page. */
export function keptDraftsOf(owner: string, isSecret = false): StoreApi<KeptDrafts> {
  const found = stores.get(owner)
  if (found) return found
  const made = isSecret ? createStore<KeptDrafts>()(() => nothing) : inTab(owner)
  stores.set(owner, made)
  return made
}

const inTab = (owner: string) =>
  createStore<KeptDrafts>()(
    persist(() => nothing, {
      name: `diemcau.minutes.${owner}`,
      storage: createJSONStorage(() => sessionStorage),
      // A draft of an earlier release lacks what has been added since.
      merge: (kept, initial) => {
        const drafts = { ...initial, ...Object(kept) } as KeptDrafts
        return { ...drafts, fresh: { ...emptyDraft, ...drafts.fresh } }
      },
    }),
  )

function useStoreOfMine() {
  const owner = useSession(({ state, me }) => `${state?.session.sessionId}.${me?.participantId}`)
  const isSecret = useSession(({ state }) => state !== null && isStateSecret(state.session.secrecy))
  return keptDraftsOf(owner, isSecret)
}

/**
 * The new entry. Cleared, its kind and place stay: a secretary writes several of a kind in a row. So does what was typed or chosen
 * while the one before was on its way.
 */
export function useFreshDraft(): [draft: EntryDraft, write: (draft: EntryDraft) => void, clear: () => void] {
  const store = useStoreOfMine()
  const draft = useStore(store, ({ fresh }) => fresh)
  const write = (fresh: EntryDraft) => store.setState({ fresh })
  const clear = () =>
    store.setState(({ fresh }) => ({
      fresh: fresh.text === draft.text ? { ...emptyDraft, kind: fresh.kind, place: fresh.place } : fresh,
    }))
  return [draft, write, clear]
}

/** Revisions of entries that are being written. */
export function useKeptRevisions() {
  const store = useStoreOfMine()
  const revisions = useStore(store, (kept) => kept.revisions)
  return {
    revisions,
    keep: (entryId: string, revision: KeptRevision) =>
      store.setState((kept) => ({ revisions: { ...kept.revisions, [entryId]: revision } })),
    drop: (entryId: string) => store.setState((kept) => ({ revisions: without(kept.revisions, entryId) })),
  }
}

/** Lines that are being reworded. */
export function useKeptRewordings() {
  const store = useStoreOfMine()
  const rewordings = useStore(store, (kept) => kept.rewordings)
  return {
    rewordings,
    keep: (place: string, rewording: KeptRewording) =>
      store.setState((kept) => ({ rewordings: { ...kept.rewordings, [place]: rewording } })),
    drop: (place: string) => store.setState((kept) => ({ rewordings: without(kept.rewordings, place) })),
  }
}

function without<T>(all: Readonly<Record<string, T>>, key: string): Record<string, T> {
  const { [key]: _dropped, ...others } = all
  return others
}
