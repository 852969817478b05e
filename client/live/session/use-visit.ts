// What only the server can do at a reception: keep who somebody is, keep and show a signature.
import { useCallback, useEffect, useState } from 'react'
import type { DocumentId, ParticipantId } from '../../../shared/kernel/ids.ts'
import type { CalledSite, CalledSiteList } from '../../../shared/wire/called-sites.ts'
import type { IdentityFindings } from '../../../shared/wire/identity.ts'
import type { Drawing } from '../../../shared/wire/signature.ts'
import { ApiError, api, downloadWithToken } from '../../base/api.ts'
import { useLinkCall } from './use-link-call.ts'

export function useConfirmIdentity(participantId: ParticipantId) {
  const { at, token, isPending, done } = useLinkCall()
  return {
    isPending,
    confirm: (findings: IdentityFindings) =>
      done(() => api.post(`${at}/identity/${participantId}`, findings, { token })),
  }
}

export function useSign(statementId: string) {
  const { at, token, isPending, done } = useLinkCall()
  return {
    isPending,
    /** true: it is signed. */
    sign: (version: number, drawing: Drawing) =>
      done(() => api.post(`${at}/statements/${statementId}/signature`, { version, drawing }, { token })),
  }
}

/** null: on its way. */
export function useSignature(statementId: string, sha256: string): Drawing | 'failed' | null {
  const { at, token } = useLinkCall()
  const [signature, setSignature] = useState<Drawing | 'failed' | null>(null)
  useEffect(() => {
    let isCurrent = true
    api.get<Drawing>(`${at}/statements/${statementId}/signature/${sha256}`, { token }).then(
      (drawing) => isCurrent && setSignature(drawing),
      () => isCurrent && setSignature('failed'),
    )
    return () => {
      isCurrent = false
    }
  }, [at, token, statementId, sha256])
  return signature
}

export function useIssueReceipt(participantId: ParticipantId) {
  const { at, token, isPending, done } = useLinkCall()
  const path = `${at}/receipts/${participantId}`
  const draw = useCallback(
    (signal: AbortSignal) => api.madeBlob(`${path}/picture`, {}, { token, signal }),
    [path, token],
  )
  return {
    isPending,
    draw,
    /** The same id again gets the same receipt. true: it is issued. */
    issue: (receiptId: string) => done(() => api.post(path, { receiptId }, { token })),
    /** `first`: none has been issued as papers look now, and this one is to be looked at before. */
    async issueUnlessFirst(receiptId: string): Promise<boolean | 'first'> {
      let isFirst = false
      const isIssued = await done(async () => {
        try {
          await api.post(path, { receiptId, unlessFirst: true }, { token })
        } catch (error) {
          isFirst = error instanceof ApiError && error.code === 'receipt.first'
          if (!isFirst) throw error
        }
      })
      return isFirst ? 'first' : isIssued
    },
  }
}

export function useTakeBack() {
  const { at, token, isPending, done } = useLinkCall()
  return {
    isPending,
    takeBack: (documentId: DocumentId) => done(() => api.delete(`${at}/submissions/${documentId}`, { token })),
  }
}

export function useReceiptFiles() {
  const { at, token, isPending, done } = useLinkCall()
  return {
    isPending,
    download: (receiptId: string, extension: 'pdf' | 'docx') =>
      done(() => downloadWithToken(`${at}/receipts/${receiptId}/${extension}`, token, `bien-nhan.${extension}`)),
    downloadNotice: (noticeId: string) =>
      done(() => downloadWithToken(`${at}/refusal-notices/${noticeId}/pdf`, token, 'thong-bao.pdf')),
  }
}

/** null: on its way, or not read; another call reads it again. */
export function useCalledSites() {
  const { at, token, isPending, done } = useLinkCall()
  const [list, setList] = useState<CalledSiteList | null>(null)
  useEffect(() => {
    let isCurrent = true
    api.get<CalledSiteList>(`${at}/called-sites`, { token }).then(
      (found) => isCurrent && setList(found),
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [at, token])
  return {
    list,
    isPending,
    /** true: it has a way in. */
    call: (name: string, representative: string | null) =>
      done(async () => {
        const called = await api.post<CalledSite>(`${at}/called-sites`, { name, representative }, { token })
        setList((before) => ({
          units: before?.units ?? [],
          sites: [...(before?.sites ?? []).filter(({ siteId }) => siteId !== called.siteId), called],
        }))
      }),
  }
}
