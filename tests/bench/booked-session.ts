// A session of any size on a real server, booked by the first administrator: for measurements with more people than the
// sample session has.
import { v7 as newId } from 'uuid'
import type { NewSessionBody } from '../../shared/wire/hearing/booking.ts'
import { LinkList, ScheduledSession } from '../../shared/wire/hearing/sessions.ts'
import { DemoServer } from '../harness/demo-server.ts'

export interface BookedSession {
  readonly url: string
  /** In the order of the participants booked. */
  readonly links: readonly string[]
  close(): Promise<void>
}

type EmptyServer = Omit<Awaited<ReturnType<typeof DemoServer.startEmpty>>, 'directory' | 'output'>
type Booked = Pick<NewSessionBody, 'sites' | 'participants'> & Partial<Pick<NewSessionBody, 'title' | 'agenda'>>

/** On a server in a process of its own, unless another is given. */
export async function bookSession(
  { sites, participants, title = 'Hội nghị đo hiệu năng', agenda = [] }: Booked,
  server: Promise<EmptyServer> = DemoServer.startEmpty(),
): Promise<BookedSession> {
  const { setUpUrl, close } = await server
  const url = new URL(setUpUrl).origin
  let cookie = ''
  async function ask(path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(new URL(path, url), {
      method: body === undefined ? 'GET' : 'POST',
      headers: { cookie, origin: url, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    const set = answer.headers.getSetCookie().map((one) => one.split(';', 1)[0])
    if (set.length > 0) cookie = set.join('; ')
    return answer.json()
  }
  const account = { username: 'bench', password: newId() }
  await ask('/api/setup', { ...account, token: new URL(setUpUrl).hash.slice(1), displayName: 'Cán bộ đo' })
  await ask('/api/login', account)
  const body: NewSessionBody = {
    title,
    kind: 'conference',
    scheduledAt: Date.now(),
    plannedMinutes: 60,
    place: 'Hội trường',
    sites,
    participants,
    agenda,
  }
  const { sessionId } = ScheduledSession.parse(await ask('/api/sessions', body))
  await ask(`/api/sessions/${sessionId}/open`, {})
  const list = LinkList.parse(await ask(`/api/sessions/${sessionId}/links`))
  return { url, links: list.participants.map(({ link }) => link), close }
}
