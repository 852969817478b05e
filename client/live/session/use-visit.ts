// What only the server can do at a reception: keep who somebody is, keep and show a signature.

import { useCallback, useEffect, useState } from 'react'
import type { DocumentId, ParticipantId } from '../../../shared/kernel/ids.ts'
import { calledSiteApi } from '../../../shared/wire/hearing/called-site-api.ts'
import type { CalledSiteList } from '../../../shared/wire/hearing/called-sites.ts'
import { submissionApi } from '../../../shared/wire/papers/submission-api.ts'
import { draftPictureApi } from '../../../shared/wire/reception/draft-picture-api.ts'
import type { IdentityFindings } from '../../../shared/wire/reception/identity-findings.ts'
import { receiptApi } from '../../../shared/wire/reception/receipt-api.ts'
import { refusalNoticeApi } from '../../../shared/wire/reception/refusal-notice-api.ts'
import type { Drawing } from '../../../shared/wire/reception/signature.ts'
import { visitApi } from '../../../shared/wire/reception/visit-api.ts'
import { ApiError, call, callForFile, download } from '../../base/api.ts'
import { useLinkCall } from './use-link-call.ts'

export function useConfirmIdentity(participantId: ParticipantId) {
  const { sessionId, token, isPending, done } = useLinkCall()
  return {
    isPending,
    confirm: (findings: IdentityFindings) =>
      done(() => call(visitApi.identify, { params: { sessionId, participantId }, body: findings }, { token })),
  }
}

export function useSign(statementId: string) {
  const { sessionId, token, isPending, done } = useLinkCall()
  return {
    isPending,
    /** true: it is signed. */
    sign: (version: number, drawing: Drawing) =>
      done(() => call(visitApi.sign, { params: { sessionId, statementId }, body: { version, drawing } }, { token })),
  }
}

/** null: on its way. */
export function useSignature(statementId: string, sha256: string): Drawing | 'failed' | null {
  const { sessionId, token } = useLinkCall()
  const [signature, setSignature] = useState<Drawing | 'failed' | null>(null)
  useEffect(() => {
    let isCurrent = true
    call(visitApi.signature, { params: { sessionId, statementId, sha256 } }, { token }).then(
      (drawing) => isCurrent && setSignature(drawing),
      () => isCurrent && setSignature('failed'),
    )
    return () => {
      isCurrent = false
    }
  }, [sessionId, token, statementId, sha256])
  return signature
}

export function useIssueReceipt(participantId: ParticipantId) {
  const { sessionId, token, isPending, done } = useLinkCall()
  const draw = useCallback(
    (signal: AbortSignal) =>
      callForFile(draftPictureApi.receipt, { params: { sessionId, participantId } }, { token, signal }),
    [sessionId, participantId, token],
  )
  return {
    isPending,
    draw,
    /** The same id again gets the same receipt. true: it is issued. */
    issue: (receiptId: string) =>
      done(() => call(receiptApi.issue, { params: { sessionId, participantId }, body: { receiptId } }, { token })),
    /** `first`: none has been issued as papers look now, and this one is to be looked at before. */
    async issueUnlessFirst(receiptId: string): Promise<boolean | 'first'> {
      let isFirst = false
      const isIssued = await done(async () => {
        try {
          await call(
            receiptApi.issue,
            { params: { sessionId, participantId }, body: { receiptId, unlessFirst: true } },
            { token },
          )
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
  const { sessionId, token, isPending, done } = useLinkCall()
  return {
    isPending,
    takeBack: (documentId: DocumentId) =>
      done(() => call(submissionApi.remove, { params: { sessionId, documentId } }, { token })),
  }
}

export function useReceiptFiles() {
  const { sessionId, token, isPending, done } = useLinkCall()
  return {
    isPending,
    download: (receiptId: string, extension: 'pdf' | 'docx') =>
      done(() =>
        download(
          receiptApi[extension],
          { params: { sessionId, receiptId } },
          { token, fallbackName: `bien-nhan.${extension}` },
        ),
      ),
    downloadNotice: (noticeId: string) =>
      done(() =>
        download(refusalNoticeApi.pdf, { params: { sessionId, noticeId } }, { token, fallbackName: 'thong-bao.pdf' }),
      ),
  }
}

/** null: on its way, or not read; another call reads it again. */
export function useCalledSites() {
  const { sessionId, token, isPending, done } = useLinkCall()
  const [list, setList] = useState<CalledSiteList | null>(null)
  useEffect(() => {
    let isCurrent = true
    call(calledSiteApi.list, { params: { sessionId } }, { token }).then(
      (found) => isCurrent && setList(found),
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [sessionId, token])
  return {
    list,
    isPending,
    /** true: it has a way in. */
    call: (name: string, representative: string | null) =>
      done(async () => {
        const called = await call(
          calledSiteApi.call,
          { params: { sessionId }, body: { name, representative } },
          { token },
        )
        setList((before) => ({
          units: before?.units ?? [],
          sites: [...(before?.sites ?? []).filter(({ siteId }) => siteId !== called.siteId), called],
        }))
      }),
  }
}
