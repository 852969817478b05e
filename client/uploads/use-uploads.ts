// Files on their way to the server, one after another: how far each is, and in words why one was not taken.
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { createStore } from 'zustand/vanilla'
import type { ItemId, SessionId } from '../../shared/kernel/ids.ts'
import { type DocumentFault, formatsByExtension, maximumFileBytes } from '../../shared/wire/documents.ts'
import { ApiError, uploadFile } from '../api.ts'
import { rejectionText } from '../i18n/index.ts'

export interface Upload {
  readonly id: number
  readonly sessionId: SessionId
  readonly name: string
  /** 0 … 1 sent; 1: the server is looking at it. */
  readonly share: number
  /** null: all is well so far. */
  readonly problem: string | null
}

export interface UploadSettings {
  readonly itemId: ItemId | null
  readonly isMarked: boolean
  readonly readBefore: boolean
  readonly needsAcknowledgement: boolean
}

interface Destination {
  readonly sessionId: SessionId
  /** Of the own link; staff are known by their cookie. */
  readonly token?: string | undefined
  /** One was taken in. */
  readonly onTaken?: (() => void) | undefined
}

/** Of the page, not of a panel: what is sent goes on, and why it was refused is told, when the panel is opened again. */
const uploadsStore = createStore<readonly Upload[]>(() => [])
let queue: Promise<unknown> = Promise.resolve()
let lastId = 0

const change = (id: number, part: Partial<Upload>) =>
  uploadsStore.setState((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)), true)
const forget = (id: number) => uploadsStore.setState((all) => all.filter((one) => one.id !== id), true)

export const useUploadsOf = (sessionId: SessionId | undefined): readonly Upload[] =>
  useStore(
    uploadsStore,
    useShallow((all) => all.filter((one) => one.sessionId === sessionId)),
  )

export function useUploads({ sessionId, token, onTaken }: Destination) {
  const { t } = useTranslation()
  const uploads = useUploadsOf(sessionId)

  async function send(id: number, file: File, settings: UploadSettings) {
    try {
      const fault = faultOf(file)
      if (fault) throw new ApiError(`document.${fault}`, fault, 0)
      await uploadFile(`/api/sessions/${sessionId}/documents?${queryOf(settings)}`, file, {
        ...(token !== undefined && { token }),
        onProgress: (share) => change(id, { share }),
      })
      forget(id)
      onTaken?.()
    } catch (error) {
      change(id, { problem: error instanceof ApiError ? problemOf(error) : t('uploads.unreachable') })
    }
  }

  const problemOf = ({ code, incident = '' }: ApiError) =>
    code === 'unreachable' ? t('uploads.unreachable') : rejectionText(t, { code, params: { incident } })

  /** One at a time: on a slow line the first is then there soonest. */
  function add(files: readonly File[], settings: UploadSettings) {
    for (const file of files) {
      const id = ++lastId
      uploadsStore.setState((all) => [...all, { id, sessionId, name: file.name, share: 0, problem: null }], true)
      queue = queue.then(() => send(id, file, settings))
    }
  }

  return { uploads, add, forget }
}

/** What can be said before anything is sent. The server looks again, and closer. */
export function faultOf({ name, size }: Pick<File, 'name' | 'size'>): DocumentFault | null {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  if (!Object.hasOwn(formatsByExtension, extension)) return 'unknown-type'
  if (size === 0) return 'empty'
  return size > maximumFileBytes ? 'too-large' : null
}

function queryOf({ itemId, ...flags }: UploadSettings): string {
  const query = new URLSearchParams(Object.entries(flags).map(([name, isOn]) => [name, String(isOn)]))
  if (itemId) query.set('itemId', itemId)
  return query.toString()
}
