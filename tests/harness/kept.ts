// A closed session and a closed case, with data of people in every place that stores them, and the decision to erase
// them.
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { filmFile } from '../../server/hearing/films/render.ts'
import { type ErasableClass, ErasableClass as Erasables } from '../../shared/retention/classes.ts'
import { aPetition, Office } from './cases.ts'
import { aPdf } from './files.ts'
import { cookieOf, type HttpServer, password } from './http.ts'
import { until } from './wait.ts'

export const canary = {
  name: 'Quách Phụng Tiên',
  title: 'Trưởng thôn Hạ Lũng',
  email: 'quach.phung.tien@halung.example',
  petitioner: 'Lò Thị Mẩy Chang',
  address: 'Ngõ cây khế, bản Pá Khoang',
  phone: '0936123987',
  paper: 'tờ khai của ông lái đò bến Nghè',
} as const
export const canaryWords = Object.values(canary)

const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')
const years = 365 * 24 * 60 * 60 * 1000

/** A sealed session with a document, a recording of `segments` segments, and a film that shows a name. */
export async function aKeptSession(server: HttpServer, cookie: string, segments = 2) {
  const { sessionId } = await server.schedule(cookie, {
    participants: [
      { name: canary.name, title: canary.title, role: 'chair', siteIndex: 0, email: canary.email },
      { name: 'Trần Thị Lan', title: null, role: 'secretary', siteIndex: 0 },
    ],
  })
  const url = `/api/sessions/${sessionId}`
  const document = new Uint8Array(Buffer.concat([aPdf(1), Buffer.from(`% ${canary.paper}`)]))
  const { status } = await server.upload(`${url}/documents`, 'Báo cáo.pdf', document, { cookie })
  if (status !== 201) throw new Error(`the document was not taken: ${status}`)
  const folder = join(server.directory, 'recordings', sessionId)
  await mkdir(folder, { recursive: true })
  const lines: object[] = [
    { line: 'track', track: 1, participantId: sessionId, source: 'microphone', channel: null, mimeType: 'audio/opus' },
  ]
  for (let number = 1; number <= segments; number++) {
    const file = `0001-${number}.mkv`
    const content = Buffer.from(`what was said, ${number}: ${canary.name}`)
    await writeFile(join(folder, file), content)
    lines.push({
      line: 'segment',
      track: 1,
      file,
      from: number,
      until: number + 1,
      bytes: content.length,
      sha256: sha256(content),
    })
  }
  await writeFile(join(folder, 'index.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  for (const step of ['open', 'close', 'minutes-waiver', 'seal']) {
    const answer = await server.call('POST', `${url}/${step}`, {
      cookie,
      body: { reason: 'Chỉ để trao đổi thông tin' },
    })
    if (answer.status !== 200) throw new Error(`${step}: ${answer.text}`)
  }
  server.isRecorded = true
  server.makeFilm = async ({ folder: into }) => {
    await mkdir(into, { recursive: true })
    await writeFile(join(into, filmFile), `the film, in which is written ${canary.name}`)
    return []
  }
  await server.films.ask(sessionId)
  await until(async () => {
    const { state } = await server.films.state(sessionId)
    return state === 'done' ? null : state
  })
  return { sessionId, url, folder }
}

/** A case that is closed, with a paper, of somebody who is in the record of citizens. */
export async function aKeptCase(server: HttpServer, cookie: string, officerId: string) {
  const office = new Office(server, cookie)
  const person = {
    name: canary.petitioner,
    address: canary.address,
    phone: canary.phone,
    email: null,
    identity: null,
  }
  const paper = Buffer.concat([aPdf(1), Buffer.from(`% ${canary.paper}`)])
  const { caseId, number } = await office.received(aPetition({ petitioners: [person] }), [['Tờ khai.pdf', paper]])
  await office.takesUp(caseId)
  const day = { paperNumber: '45/QĐ-UBND', on: '2026-11-25' }
  for (const [step, body] of [
    ['assignment', { unit: 'Phòng Kinh tế', officerId, note: null }],
    ['decision', { ...day, result: 'partlyRight', text: 'Tính lại.' }],
    ['answer', { ...day, text: 'Xin gửi quyết định.' }],
    ['closing', { satisfaction: 'satisfied', note: null }],
  ] as const) {
    const outcome = await office.does(caseId, step, body)
    if (outcome !== 204) throw new Error(`${step}: ${outcome}`)
  }
  const citizenId = (await server.cases.state(caseId))?.intake.receipt?.petitionerIds[0] ?? ''
  return { caseId, number, citizenId, office }
}

/** Of each of these classes one year is enough, by the agency’s own decision. */
export async function confirms(
  server: HttpServer,
  cookie: string,
  classes: readonly ErasableClass[] = Erasables.options,
) {
  for (const name of classes) {
    const body = {
      class: name,
      amount: 1,
      unit: 'years',
      source: 'Quyết định 12/QĐ-UBND',
      mark: 'read',
      validFrom: '2026-01-01',
      note: null,
    }
    const { status, text } = await server.call('POST', '/api/retention/rows', { cookie, body })
    if (status !== 204) throw new Error(text)
  }
}

type SignedIn = Awaited<ReturnType<HttpServer['signIn']>>

/** So many years from now, signed in anew: logins do not last as long. */
export async function yearsLater(server: HttpServer, count: number, people: readonly SignedIn[]): Promise<void> {
  server.skewMs = count * years
  for (const one of people) {
    const body = { username: one.account.username, password }
    one.cookie = cookieOf((await server.call('POST', '/api/login', { body })).headers)
  }
}
