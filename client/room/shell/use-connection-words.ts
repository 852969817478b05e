// What is wrong with the connection, in a sentence, and for how long; null while all is well.
import { useTranslation } from 'react-i18next'
import { useServerNow } from '../../live/session/selectors.ts'
import { type ConnectionProblem, useSession } from '../../live/session/store.ts'

const wordsFor = {
  'network-down': 'connection.networkDown',
  'server-unreachable': 'connection.serverUnreachable',
  'server-restarting': 'connection.serverRestarting',
  'too-fast': 'connection.tooFast',
  'no-answer': 'connection.noAnswer',
} as const satisfies Record<ConnectionProblem, string>

export function useConnectionWords(): { problem: string; since: string } | null {
  const { t } = useTranslation()
  const { reason, since } = useSession(({ connection }) => connection)
  const clockOffsetMs = useSession((session) => session.clockOffsetMs)
  const now = useServerNow(1000) - clockOffsetMs
  if (!reason) return null
  const seconds = Math.max(0, Math.round((now - since) / 1000))
  return { problem: t(wordsFor[reason]), since: t('connection.comingBack', { count: seconds }) }
}
