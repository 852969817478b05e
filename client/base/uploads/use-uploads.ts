// Files on their way to the server, one after another: how far each is, and in words why one was not taken.

import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { createStore } from 'zustand/vanilla'
import type { ItemId, SessionId } from '../../../shared/kernel/ids.ts'
import type { SecrecyLevel } from '../../../shared/secrecy/levels.ts'
import { documentApi } from '../../../shared/wire/papers/document-api.ts'
import { type DocumentFault, maximumFileBytes } from '../../../shared/wire/papers/documents.ts'
import { submissionApi } from '../../../shared/wire/papers/submission-api.ts'
import { ApiError, uploadFile } from '../api.ts'
import { rejectionText } from '../i18n/index.ts'
import { formatOf, kindFaultOf } from './kind-of-file.ts'

export interface Upload {
  readonly id: number
  readonly sessionId: SessionId
  readonly name: string
  /** 0 … 1 sent; 1: the server is looking at it. */
  readonly share: number
  /** null: all is well so far. */
  readonly problem: string | null
  /** Sends it once more, as it was; null: it would be refused again. */
  readonly again: (() => void) | null
}

export interface UploadSettings {
  readonly itemId: ItemId | null
  readonly isMarked: boolean
  readonly readBefore: boolean
  readonly needsAcknowledgement: boolean
  /** undefined: as the session. */
  readonly secrecy?: SecrecyLevel | undefined
}

export const plainSettings: UploadSettings = {
  itemId: null,
  isMarked: false,
  readBefore: false,
  needsAcknowledgement: false,
}

interface Destination {
  readonly sessionId: SessionId
  /** Papers of one's own, for staff alone; without it: documents of the session. */
  readonly isSubmission?: boolean
  /** Of the own link; staff are known by their cookie. */
  readonly token?: string | undefined
  /** One was taken in. */
  readonly onTaken?: (() => void) | undefined
}

interface FileToHandIn {
  readonly file: File
  readonly settings: UploadSettings
}

/** Of the page, not of a panel: what is sent goes on, and why it was refused is told, when the panel is opened again. */
export const uploadsStore = createStore<readonly Upload[]>(() => [])
let queue: Promise<unknown> = Promise.resolve()
let lastId = 0

const change = (id: number, part: Partial<Upload>) =>
  uploadsStore.setState((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)), true)
const forget = (id: number) => uploadsStore.setState((all) => all.filter((one) => one.id !== id), true)

/** The browser asks before it closes a page whose files are not all sent. */
const stay = (event: BeforeUnloadEvent) => event.preventDefault()
uploadsStore.subscribe((all) => {
  if (all.some(({ problem }) => problem === null)) window.addEventListener('beforeunload', stay)
  else window.removeEventListener('beforeunload', stay)
})

export const useUploadsOf = (sessionId: SessionId | undefined): readonly Upload[] =>
  useStore(
    uploadsStore,
    useShallow((all) => all.filter((one) => one.sessionId === sessionId)),
  )

export function useUploads(destination: Destination) {
  const { t } = useTranslation()
  const uploads = useUploadsOf(destination.sessionId)
  const add = (files: readonly File[], settings: UploadSettings) =>
    handIn(
      t,
      destination,
      files.map((file) => ({ file, settings })),
    )
  return { uploads, add, forget }
}

/** One at a time: on a slow line the first is then there soonest. */
export function handIn(t: TFunction, destination: Destination, files: readonly FileToHandIn[]) {
  for (const { file, settings } of files) {
    const id = ++lastId
    const begun = { id, sessionId: destination.sessionId, name: file.name, share: 0, problem: null, again: null }
    const start = () => {
      change(id, begun)
      queue = queue.then(() => send(t, destination, { id, file, settings, again: start }))
    }
    uploadsStore.setState((all) => [...all, begun], true)
    start()
  }
}

async function send(
  t: TFunction,
  { sessionId, isSubmission, token, onTaken }: Destination,
  { id, file, settings, again }: FileToHandIn & { id: number; again: () => void },
) {
  try {
    const fault = faultOf(file) ?? (await kindFaultOf(file))
    if (fault) throw new ApiError(`document.${fault}`, fault, 422)
    const options = { ...(token !== undefined && { token }), onProgress: (share: number) => change(id, { share }) }
    const params = { sessionId }
    if (isSubmission) await uploadFile(submissionApi.add, { params }, file, options)
    else await uploadFile(documentApi.add, { params, query: queryOf(settings) }, file, options)
    forget(id)
    onTaken?.()
  } catch (error) {
    const isFinal = error instanceof ApiError && error.status >= 400 && error.status < 500
    change(id, { problem: problemOf(t, error), again: isFinal ? null : again })
  }
}

function problemOf(t: TFunction, error: unknown): string {
  if (!(error instanceof ApiError) || error.code === 'unreachable') return t('uploads.unreachable')
  const { code, incident = '' } = error
  return rejectionText(t, { code, params: { incident } })
}

/** What can be said before anything is sent. The server looks again, and closer. */
export function faultOf({ name, size }: Pick<File, 'name' | 'size'>): DocumentFault | null {
  if (formatOf(name) === undefined) return 'unknown-type'
  if (size === 0) return 'empty'
  return size > maximumFileBytes ? 'too-large' : null
}

function queryOf({ itemId, secrecy, ...flags }: UploadSettings): URLSearchParams {
  const query = new URLSearchParams(Object.entries(flags).map(([name, isOn]) => [name, String(isOn)]))
  if (itemId) query.set('itemId', itemId)
  if (secrecy) query.set('secrecy', secrecy)
  return query
}

const longest = 60

/** Names are a stranger's text: cut, and isolated from the direction of the words around them. */
export const shortName = (name: string): string =>
  `\u2068${name.length > longest ? `${name.slice(0, longest)}…` : name}\u2069`
