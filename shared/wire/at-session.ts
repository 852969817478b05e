// The parameters of every route beneath a session.
import { z } from 'zod'
import { SessionId } from '../kernel/ids.ts'

export const AtSession = z.object({ sessionId: SessionId })
