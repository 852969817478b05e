// What only REST can do, by the own link. A refusal is shown.
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../base/api.ts'
import { rejectionText } from '../../base/i18n/index.ts'
import { useLiveSession } from './live-session-context.ts'
import { useSession } from './store.ts'

export function useLinkCall() {
  const { t } = useTranslation()
  const { token } = useLiveSession()
  const sessionId = useSession(({ state }) => state?.session.sessionId ?? '')
  const [isPending, setPending] = useState(false)

  /** true: it is done. */
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

  return { sessionId, token, isPending, done }
}
