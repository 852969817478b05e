// The files chosen to go along with words: looked at before they are sent; one that is refused stays behind and says why.
import { createStore } from 'zustand/vanilla'
import { maximumFilesAtOnce } from '../../../shared/conclusions/follow-up/contract.ts'
import { ApiError } from '../api.ts'
import { kindFaultOf } from './kind-of-file.ts'
import { faultOf } from './use-uploads.ts'

/** Why a file is not attached: the code of a rejection, and who found it. */
export interface Refusal {
  /** `server`: nothing of what was sent is kept. */
  readonly by: 'page' | 'server'
  readonly code: string
}

export interface ChosenFile {
  readonly key: string
  readonly file: File
  /** null: it goes along. */
  readonly refusal: Refusal | null
}

/** As the server would answer. */
export const tooManyAtOnce = 'followUp.too-many-at-once'

/** With room for so many at once, those chosen first go along. */
export function judged(files: readonly ChosenFile[]): readonly ChosenFile[] {
  let room = maximumFilesAtOnce
  return files.map((one) => {
    if (one.refusal !== null || room-- > 0) return one
    return { ...one, refusal: { by: 'page', code: tooManyAtOnce } }
  })
}

/** The server names the file that it refuses: `files.2`. A fault of its own (5xx) is no fault of the file. */
function refusedPosition(error: unknown): number | null {
  if (!(error instanceof ApiError) || error.status >= 500) return null
  const position = /^files\.(\d+)$/.exec(error.field ?? '')?.[1]
  return position === undefined ? null : Number(position)
}

/** It is said at that file, and nowhere else. */
export const isAtFile = (error: unknown): boolean => refusedPosition(error) !== null

export function createChosenFiles(newKey: () => string, look = kindFaultOf) {
  const store = createStore<readonly ChosenFile[]>(() => [])
  const looks = new Set<Promise<void>>()

  const refuse = (refusedKey: string, refusal: Refusal) =>
    store.setState((all) => all.map((one) => (one.key === refusedKey ? { ...one, refusal } : one)), true)

  function begin({ key, file }: ChosenFile) {
    const looking = look(file).then((fault) => {
      if (fault !== null) refuse(key, { by: 'page', code: `document.${fault}` })
      looks.delete(looking)
    })
    looks.add(looking)
  }

  return {
    store,
    add(files: readonly File[]) {
      const added = files.map((file): ChosenFile => {
        const fault = faultOf(file)
        return { key: newKey(), file, refusal: fault && { by: 'page', code: `document.${fault}` } }
      })
      store.setState((all) => [...all, ...added], true)
      for (const one of added) if (one.refusal === null) begin(one)
    },
    remove: (key: string) => store.setState((all) => all.filter((one) => one.key !== key), true),
    /** Sends the files that are not refused. @throws what `send` throws; where that refuses a file, it has been marked. */
    async handIn<T>(send: (files: readonly File[]) => Promise<T>): Promise<T> {
      await Promise.all(looks)
      const sent = judged(store.getState()).filter(({ refusal }) => refusal === null)
      try {
        return await send(sent.map(({ file }) => file))
      } catch (error) {
        const refused = sent[refusedPosition(error) ?? sent.length]
        if (refused && error instanceof ApiError) refuse(refused.key, { by: 'server', code: error.code })
        throw error
      }
    },
  }
}
