// What officers do for somebody who denounces and only the server can: protect the visit, keep the scan of a waiver, name readers.

import type { AccountId } from '../../../../shared/kernel/ids.ts'
import { protectionApi } from '../../../../shared/wire/hearing/protection-api.ts'
import { call, download, uploadFile } from '../../../base/api.ts'
import { useLinkCall } from '../../../live/session/use-link-call.ts'

export function useProtection() {
  const { sessionId, token, isPending, done } = useLinkCall()
  const scanKept = async (scan: File) =>
    (
      await uploadFile(protectionApi.keepWaiverScan, { params: { sessionId } }, scan, {
        token,
        onProgress: () => undefined,
      })
    ).sha256
  return {
    /** Who may read who denounces, and who has. Throws ApiError. */
    read: () => call(protectionApi.read, { params: { sessionId } }, { token }),
    isPending,
    /** true: it is done; so of each. */
    protect: () => done(() => call(protectionApi.protect, { params: { sessionId } }, { token })),
    waive: (paper: { paperNumber: string; signedOn: string }, scan: File | null) =>
      done(async () => {
        const sha256 = scan && (await scanKept(scan))
        await call(protectionApi.noteWaiver, { params: { sessionId }, body: { ...paper, sha256 } }, { token })
      }),
    takeBack: (reason: string) =>
      done(() => call(protectionApi.takeBackWaiver, { params: { sessionId }, body: { reason } }, { token })),
    download: () =>
      done(() =>
        download(protectionApi.waiverScan, { params: { sessionId } }, { token, fallbackName: 'van-ban-dong-y' }),
      ),
    nameReader: (accountId: AccountId) =>
      done(() => call(protectionApi.addReader, { params: { sessionId }, body: { accountId } }, { token })),
  }
}
