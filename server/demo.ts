// The process of the demo: the real server with a sample session created over its real REST API. Prints one link per
// participant.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { AgencySettings } from '../shared/agency/contract.ts'
import type { NewSessionBody } from '../shared/wire/hearing/booking.ts'
import { LinkList, ScheduledSession } from '../shared/wire/hearing/sessions.ts'
import { AgencyReply } from '../shared/wire/papers/agency.ts'
import type { App } from './app/app.ts'
import { loadConfig } from './platform/config/config.ts'
import { runProcess } from './process.ts'

const isJson = process.argv.includes('--json')

const username = 'demo'

async function hold(app: App): Promise<void> {
  const { url } = app
  const password = await staffPassword(app)
  const cookie = await signIn(url, password)
  await setAgency(url, cookie)
  const { sessionId } = ScheduledSession.parse(await post(url, '/api/sessions', cookie, sampleSession()))
  await post(url, `/api/sessions/${sessionId}/open`, cookie, {})
  const { participants } = LinkList.parse(await get(url, `/api/sessions/${sessionId}/links`, cookie))
  const links = Object.fromEntries(linkNames.map((name, index) => [name, participants[index]?.link]))
  if (isJson) console.log(JSON.stringify({ baseUrl: url, sessionId, links }))
  else print(url, password, links)
}

/** One account for every demo on this data folder, with a new password each time: it is printed, never kept. */
async function staffPassword({ accounts }: App): Promise<string> {
  const password = randomBytes(12).toString('base64url')
  const existing = (await accounts.list()).find((account) => account.username === username)
  if (existing) {
    await accounts.replacePassword(existing.accountId, await accounts.hashed(password))
    await accounts.change(existing.accountId, { isEnabled: true })
  } else await accounts.createFirst({ username, displayName: 'Cán bộ dùng thử', password })
  return password
}

async function signIn(url: string, password: string): Promise<string> {
  const answer = await ask(url, '/api/login', {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ username, password }),
  })
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')
}

/** As an administrator does; what was set before, or by the environment, stays. */
async function setAgency(url: string, cookie: string): Promise<void> {
  if (AgencyReply.parse(await get(url, '/api/agency', cookie)).isSet) return
  const body: AgencySettings = {
    organisation: 'Ủy ban nhân dân thành phố Tân Lập',
    parentOrganisation: null,
    abbreviation: 'UBND',
    letterhead: 'state',
    placeName: 'Tân Lập',
  }
  const headers = { ...json, cookie, origin: url }
  await ask(url, '/api/agency', { method: 'PUT', headers, body: JSON.stringify(body) })
}

const json = { 'content-type': 'application/json' }

const post = async (url: string, path: string, cookie: string, body: unknown): Promise<unknown> =>
  (
    await ask(url, path, { method: 'POST', headers: { ...json, cookie, origin: url }, body: JSON.stringify(body) })
  ).json()

const get = async (url: string, path: string, cookie: string): Promise<unknown> =>
  (await ask(url, path, { headers: { cookie } })).json()

async function ask(url: string, path: string, request: RequestInit): Promise<Response> {
  const answer = await fetch(new URL(path, url), request)
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return answer
}

/** In the order of the participants of the sample session. */
const linkNames = ['chair', 'secretary', 'siteA', 'siteB', 'citizen', 'observer'] as const

const labels: Record<(typeof linkNames)[number], string> = {
  chair: 'Chủ tọa',
  secretary: 'Thư ký',
  siteA: 'Điểm cầu A',
  siteB: 'Điểm cầu B',
  citizen: 'Công dân',
  observer: 'Quan sát viên',
}

function print(url: string, password: string, links: Record<string, string | undefined>): void {
  console.log(`\nPhiên họp mẫu đang diễn ra tại ${url}\nMở mỗi đường dẫn trong một cửa sổ riêng:\n`)
  for (const name of linkNames) console.log(`  ${labels[name].padEnd(14)} ${links[name]}\n`)
  console.log(`  ${'Cán bộ'.padEnd(14)} ${url}/staff   tên: ${username}   mật khẩu: ${password}\n`)
  console.log('Dừng: Ctrl+C')
}

function sampleSession(): NewSessionBody {
  return {
    title: 'Hội nghị trực tuyến triển khai công tác tiếp công dân, đối thoại trực tiếp với Nhân dân',
    kind: 'conference',
    scheduledAt: Date.now(),
    plannedMinutes: 90,
    place: 'Hội trường tầng 2, trụ sở Ủy ban nhân dân thành phố',
    sites: [
      {
        name: 'Điểm cầu trung tâm',
        rank: 'centre',
        delegates: [
          { name: 'Nguyễn Thị Minh Hạnh', title: 'Phó Chủ tịch Ủy ban nhân dân thành phố' },
          { name: 'Trần Quốc Bảo', title: 'Trưởng Ban Tiếp công dân' },
        ],
      },
      {
        name: 'Điểm cầu phường An Bình',
        rank: 'branch',
        delegates: [
          { name: 'Lê Văn Tám', title: 'Chủ tịch Ủy ban nhân dân phường' },
          { name: 'Phạm Thị Thu Hà', title: 'Công chức tư pháp – hộ tịch' },
          { name: 'Đỗ Mạnh Cường', title: 'Trưởng Công an phường' },
        ],
      },
      {
        name: 'Điểm cầu xã Tân Phú',
        rank: 'branch',
        delegates: [
          { name: 'Hoàng Thị Ngọc Ánh', title: 'Chủ tịch Ủy ban nhân dân xã' },
          { name: 'Vũ Đình Long', title: 'Công chức địa chính' },
        ],
      },
    ],
    participants: [
      { name: 'Nguyễn Thị Minh Hạnh', title: 'Phó Chủ tịch Ủy ban nhân dân thành phố', role: 'chair', siteIndex: 0 },
      { name: 'Bùi Thanh Mai', title: 'Chuyên viên Văn phòng', role: 'secretary', siteIndex: 0 },
      { name: 'Phạm Thị Thu Hà', title: 'Phụ trách điểm cầu phường An Bình', role: 'siteOperator', siteIndex: 1 },
      { name: 'Vũ Đình Long', title: 'Phụ trách điểm cầu xã Tân Phú', role: 'siteOperator', siteIndex: 2 },
      { name: 'Ngô Văn Phúc', title: null, role: 'citizen', siteIndex: null },
      { name: 'Đặng Thùy Linh', title: 'Hội đồng nhân dân thành phố', role: 'observer', siteIndex: null },
    ],
  }
}

// Beside the data of a real installation in the same folder, never in it.
const environment = { DATA_DIR: join('.data', 'demo'), LOG_LEVEL: 'warn', ...process.env }
if (!isJson) console.log('Starting the server …')
await runProcess(() => loadConfig(environment), hold)
