// What officers do for somebody who denounces and only the server can: protect the visit, keep the scan of a waiver, name readers.
import type { AccountId } from '../../../../shared/kernel/ids.ts'
import { api, downloadWithToken, uploadFile } from '../../../base/api.ts'
import { useLinkCall } from '../../../live/session/use-link-call.ts'

export function useProtection() {
  const { at, token, isPending, done } = useLinkCall()
  const here = `${at}/protection`
  const scanKept = async (scan: File) =>
    (await uploadFile<{ sha256: string }>(`${here}/waiver-scan`, scan, { token, onProgress: () => undefined })).sha256
  return {
    here,
    token,
    isPending,
    /** true: it is done; so of each. */
    protect: () => done(() => api.post(here, {}, { token })),
    waive: (paper: { paperNumber: string; signedOn: string }, scan: File | null) =>
      done(async () => {
        const sha256 = scan && (await scanKept(scan))
        await api.put(`${here}/waiver`, { ...paper, sha256 }, { token })
      }),
    takeBack: (reason: string) => done(() => api.post(`${here}/waiver/taking-back`, { reason }, { token })),
    download: () => done(() => downloadWithToken(`${here}/waiver-scan`, token, 'van-ban-dong-y')),
    nameReader: (accountId: AccountId) => done(() => api.post(`${here}/readers`, { accountId }, { token })),
  }
}
