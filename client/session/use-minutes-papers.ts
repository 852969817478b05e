// What only the server can do with the minutes, over REST by the own link: sign the text that was read, allot a number, print.
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaperKind } from '../../shared/modules/approval/contract.ts'
import { ApiError, api, downloadWithToken } from '../api.ts'
import { rejectionText } from '../i18n/index.ts'
import { useLiveSession } from './live-session-context.ts'
import { useSession } from './store.ts'

export interface MinutesPapers {
  readonly isPending: boolean
  /** true: it is signed. A refusal is shown. */
  sign(sha256: string): Promise<boolean>
  /** true: it is issued. A refusal is shown. */
  issue(paper: PaperKind): Promise<boolean>
  /** Of document 1, 2 … of this session. */
  download(paper: PaperKind, version: number): Promise<boolean>
}

export function useMinutesPapers(): MinutesPapers {
  const { t } = useTranslation()
  const { token } = useLiveSession()
  const sessionId = useSession(({ state }) => state?.session.sessionId)
  const [isPending, setPending] = useState(false)
  const at = `/api/sessions/${sessionId}`

  async function done(call: () => Promise<unknown>): Promise<boolean> {
    setPending(true)
    try {
      await call()
      return true
    } catch (error) {
      const code = error instanceof ApiError && error.status !== 0 ? error.code : 'unavailable'
      notifications.show({
        id: `rejection.${code}`,
        color: 'red',
        message: rejectionText(t, { code, params: {} }),
        autoClose: 8000,
      })
      return false
    } finally {
      setPending(false)
    }
  }

  return {
    isPending,
    sign: (sha256) => done(() => api.post(`${at}/minutes/signature`, { sha256 }, { token })),
    issue: (paper) => done(() => api.post(`${at}/minutes/issue`, { paper }, { token })),
    download: (paper, version) =>
      done(() => downloadWithToken(`${at}/${paper}.pdf?version=${version}`, token, `${paper}.pdf`)),
  }
}
