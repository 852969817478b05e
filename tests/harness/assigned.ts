// Assignments in the minutes of a closed session, created through the same interfaces as in production.
import { v7 as newId } from 'uuid'
import type { ActorReference } from '../../shared/kernel/actor.ts'
import type { HttpServer } from './http.ts'

interface Wanted {
  readonly unit: string
  readonly supportingUnits?: readonly string[]
  readonly dueOn: string | null
}

/** The ids of their entries, in order. */
export async function assigned(server: HttpServer, cookie: string, wanted: readonly Wanted[]): Promise<string[]> {
  const { sessionId, participants } = await server.schedule(cookie)
  const dispatch = (by: ActorReference, type: string, data: object) =>
    server.sessions.dispatch(sessionId, by, { id: newId(), type, data })
  const participantId = participants.find(({ role }) => role === 'secretary')?.participantId
  if (!participantId) throw new Error('nobody is secretary')
  await dispatch({ kind: 'system' }, 'admission.connect', { participantId, connectionId: 'desk' })
  for (const { unit, supportingUnits = [], dueOn } of wanted) {
    const text = 'Rà soát các vụ việc tồn đọng.'
    const content = { kind: 'assignment', text, unit, supportingUnits, ground: null, dueOn }
    const added = await dispatch({ kind: 'participant', participantId }, 'minutes.add', { content })
    if (!added.ok) throw new Error(added.rejection.code)
  }
  const entries = (await server.sessions.state(sessionId))?.minutes.entries ?? []
  for (const step of ['open', 'close'])
    await server.call('POST', `/api/sessions/${sessionId}/${step}`, { cookie, body: {} })
  return entries.map(({ entryId }) => entryId)
}
