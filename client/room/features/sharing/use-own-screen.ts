// Sharing the own screen: what the browser has chosen, and what the session allows, brought together.
import { useScreenCapture } from '../../../live/media/screen-capture.ts'
import { useLiveSession } from '../../../live/session/live-session-context.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'

export function useOwnScreen() {
  const { screen } = useLiveSession()
  const isCapturing = useScreenCapture(screen, ({ status }) => status === 'on')
  const isChoosing = useScreenCapture(screen, ({ status }) => status === 'starting')
  const mayShare = useSession(
    ({ state, me }) => state?.sharing.holder != null && state.sharing.holder.participantId === me?.participantId,
  )
  const start = useCommand('sharing.start')
  const stop = useCommand('sharing.stop')
  return {
    isPossible: screen.isPossible,
    isPending: isChoosing || start.isPending || stop.isPending,
    mayShare,
    isSharing: mayShare && isCapturing,
    /** To be called from a click. @returns false when nothing was chosen, or the right is gone. */
    async begin(): Promise<boolean> {
      if (!(await screen.start())) return false
      const { ok } = await start({})
      if (!ok) screen.stop()
      return ok
    },
    async end(): Promise<void> {
      screen.stop()
      await stop({})
    },
  }
}
