// What only the server can do with the minutes, over REST by the own link: sign the text that was read, allot a number, print.
import { useCallback } from 'react'
import type { PaperKind } from '../../../../../shared/modules/approval/contract.ts'
import type { IssueProposal, IssueWish } from '../../../../../shared/wire/issuing.ts'
import { api, downloadWithToken } from '../../../../base/api.ts'
import { useLinkCall } from '../../../../live/session/use-link-call.ts'

export interface MinutesPapers {
  readonly isPending: boolean
  /** true: it is signed. A refusal is shown. */
  sign(sha256: string): Promise<boolean>
  /** Who signed last, and to whom the paper would go. Throws. */
  propose(paper: PaperKind): Promise<IssueProposal>
  /** true: it is issued. A refusal is shown. */
  issue(wish: IssueWish): Promise<boolean>
  /** Of document 1, 2 … of this session. */
  download(paper: PaperKind, version: number): Promise<boolean>
}

export function useMinutesPapers(): MinutesPapers {
  const { at, token, isPending, done } = useLinkCall()
  const propose = useCallback(
    (paper: PaperKind) => api.get<IssueProposal>(`${at}/minutes/issue-proposal?paper=${paper}`, { token }),
    [at, token],
  )
  return {
    isPending,
    propose,
    sign: (sha256) => done(() => api.post(`${at}/minutes/signature`, { sha256 }, { token })),
    issue: (wish) => done(() => api.post(`${at}/minutes/issue`, wish, { token })),
    download: (paper, version) =>
      done(() => downloadWithToken(`${at}/${paper}.pdf?version=${version}`, token, `${paper}.pdf`)),
  }
}
