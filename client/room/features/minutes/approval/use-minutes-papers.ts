// What only the server can do with the minutes, over REST by the own link: sign the text that was read, allot a number, print.

import { useCallback } from 'react'
import type { PaperKind } from '../../../../../shared/modules/approval/contract.ts'
import { minutesApi } from '../../../../../shared/wire/hearing/minutes-api.ts'
import { paperApi } from '../../../../../shared/wire/hearing/paper-api.ts'
import type { IssueProposal, IssueWish } from '../../../../../shared/wire/papers/issuing.ts'
import { call, download } from '../../../../base/api.ts'
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
  const { sessionId, token, isPending, done } = useLinkCall()
  const propose = useCallback(
    (paper: PaperKind) => call(minutesApi.issueProposal, { params: { sessionId }, query: { paper } }, { token }),
    [sessionId, token],
  )
  return {
    isPending,
    propose,
    sign: (sha256) => done(() => call(minutesApi.sign, { params: { sessionId }, body: { sha256 } }, { token })),
    issue: (wish) => done(() => call(minutesApi.issue, { params: { sessionId }, body: wish }, { token })),
    download: (paper, version) =>
      done(() =>
        download(
          paperApi[`${paper}.pdf`],
          { params: { sessionId }, query: { version } },
          { token, fallbackName: `${paper}.pdf` },
        ),
      ),
  }
}
