// A hearing in real browsers: who is in it, what they receive, and what the papers contain afterwards.
import { type APIRequestContext, type Browser, expect, type Page } from '@playwright/test'
import { z } from 'zod'
import type { MediaStatistics } from '../../client/live/media/statistics.ts'
import { newPerson } from './browser.ts'
import type { DemoServer, LinkName } from './demo-server.ts'
import { pdfText } from './papers.ts'

declare global {
  interface Window {
    diemcauStatistics?: () => Promise<MediaStatistics>
  }
}

/** By the names of the sample session. */
export const names: Record<LinkName, string> = {
  chair: 'Nguyễn Thị Minh Hạnh',
  secretary: 'Bùi Thanh Mai',
  siteA: 'Phạm Thị Thu Hà',
  siteB: 'Vũ Đình Long',
  citizen: 'Ngô Văn Phúc',
  observer: 'Đặng Thùy Linh',
}

/** Says so once the dialog is in the way. */
const knowsOfRecording = (page: Page) =>
  page.addLocatorHandler(page.getByRole('dialog', { name: 'Phiên này được ghi âm, ghi hình' }), async (dialog) =>
    dialog.getByRole('button', { name: 'Tôi đã biết' }).click(),
  )

interface OpenPageOptions {
  isPhone?: boolean
  /** Whether the notice of the recording is confirmed as soon as it is in the way. */
  knowsOfRecording?: boolean
}

export async function openPage(browser: Browser, link: string, options: OpenPageOptions = {}): Promise<Page> {
  const person = await newPerson(browser, options)
  const page = await person.newPage()
  if (options.knowsOfRecording ?? true) await knowsOfRecording(page)
  page.on('pageerror', (error) => {
    throw error
  })
  await page.goto(link)
  return page
}

export async function goIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Vào phòng' }).click()
}

export async function isInside(page: Page): Promise<void> {
  await expect(page.getByRole('toolbar', { name: 'Các nút điều khiển' })).toBeVisible()
}

/** By its button in the toolbar or, where the toolbar has no room for it, from the menu. */
export async function openPanel(page: Page, name: string): Promise<void> {
  if (await page.getByRole('heading', { name, exact: true, level: 2 }).isVisible()) return
  const words = { name: new RegExp(`^${name}`) }
  const toolbar = page.getByRole('toolbar', { name: 'Các nút điều khiển' })
  const button = toolbar.getByRole('button', words)
  const more = toolbar.getByRole('button', { name: /^Thêm/ })
  await expect(more).toBeVisible()
  if (await button.isVisible()) return button.click()
  await more.click()
  await page.getByRole('dialog', { name: 'Thêm' }).getByRole('button', words).click()
}

export async function admit(staff: Page, name: string): Promise<void> {
  await openPanel(staff, 'Người tham gia')
  await staff.getByRole('button', { name: `Cho vào: ${name}` }).click()
}

/** With a finger, in the field for a signature. */
export async function signs(citizen: Page): Promise<void> {
  const field = await citizen.getByRole('img', { name: 'Ô ký tên' }).boundingBox()
  if (!field) throw new Error('there is no field to sign in')
  const at = (x: number, y: number) => [field.x + field.width * x, field.y + field.height * y] as const
  await citizen.mouse.move(...at(0.2, 0.7))
  await citizen.mouse.down()
  for (const [x, y] of [
    [0.35, 0.2],
    [0.4, 0.75],
    [0.55, 0.3],
    [0.8, 0.6],
  ] as const)
    await citizen.mouse.move(...at(x, y), { steps: 4 })
  await citizen.mouse.up()
}

const statistics = (page: Page): Promise<MediaStatistics> =>
  page.evaluate(() => window.diemcauStatistics?.() ?? { inbound: [], outbound: [] })

/** By participant: frames decoded, of those whose picture comes. */
export async function framesDecoded(page: Page): Promise<Record<string, number>> {
  const { inbound } = await statistics(page)
  return Object.fromEntries(
    inbound.filter(({ source }) => source === 'camera').map((one) => [one.participantId, one.framesDecoded]),
  )
}

/** Playwright’s own steps grow to a second. */
const often = { intervals: [100] }

/** By participant: audio packets received. */
export async function audioPackets(page: Page): Promise<Record<string, number>> {
  const { inbound } = await statistics(page)
  return Object.fromEntries(
    inbound.filter(({ source }) => source === 'microphone').map((one) => [one.participantId, one.packetsReceived]),
  )
}

/** Resolves once this page receives more and more sound of somebody. */
export async function hearsMore(page: Page, participantId: string): Promise<void> {
  const packets = async () => (await audioPackets(page))[participantId] ?? 0
  let before = await packets()
  await expect
    .poll(async () => {
      const now = await packets()
      // A new consumer counts from the beginning.
      before = Math.min(before, now)
      return now - before
    }, often)
    .toBeGreaterThan(20)
}

/** Resolves once nothing of one comes in while sound of another does. */
export async function hearsNoMore(page: Page, silent: string, audible: string): Promise<void> {
  await expect
    .poll(async () => {
      const before = (await audioPackets(page))[silent] ?? 0
      await hearsMore(page, audible)
      return ((await audioPackets(page))[silent] ?? 0) - before
    }, often)
    .toBe(0)
}

const Claims = z.object({ sid: z.string(), sub: z.string() })

/** What the token of a link says. */
function claimsOf(link: string) {
  const [, payload = ''] = (link.split('#')[1] ?? '').split('.')
  return Claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
}

/** The participant behind a link. */
export const participantBehind = (link: string): string => claimsOf(link).sub

export const participantOf = (server: DemoServer, name: LinkName): string => participantBehind(server.link(name))

/** Resolves once this page decodes more and more frames of each of the others. */
export async function seesMoving(page: Page, others: readonly string[]): Promise<void> {
  const before = await framesDecoded(page)
  await expect
    .poll(async () => {
      const now = await framesDecoded(page)
      return others.filter((id) => !((now[id] ?? 0) > (before[id] ?? 0)))
    }, often)
    .toEqual([])
}

/** A figure of /metrics. */
export async function metric(request: APIRequestContext, server: DemoServer, name: string): Promise<number> {
  const text = await (await request.get(`${server.url}/metrics`)).text()
  const line = text.split('\n').find((one) => one.startsWith(`${name} `))
  if (!line) throw new Error(`no metric ${name}`)
  return Number(line.split(' ')[1])
}

/** A paper of the session, asked for with the link of a member of its staff. */
export async function paperWith(request: APIRequestContext, link: string, name: string): Promise<Buffer> {
  const answer = await request.get(`${new URL(link).origin}/api/sessions/${claimsOf(link).sid}/${name}`, {
    headers: { authorization: `Bearer ${link.split('#')[1]}` },
  })
  expect(answer.status(), name).toBe(200)
  return answer.body()
}

/** The words of the sheets of voting codes, of every site with delegates; whoever holds the link is in the room. */
export async function codeSheets(request: APIRequestContext, link: string): Promise<string> {
  const journal = (await paperWith(request, link, 'journal.jsonl')).toString()
  const named = journal.matchAll(/"type":"sites\.delegateAdded"[^{]*\{[^}]*"siteId":"([^"]+)"/g)
  const sheets: string[] = []
  for (const siteId of new Set([...named].map(([, id]) => id))) {
    const answer = await request.post(`${new URL(link).origin}/api/sessions/${claimsOf(link).sid}/voting-codes`, {
      headers: { authorization: `Bearer ${link.split('#')[1]}` },
      data: { siteId, delegateId: null, reason: null },
    })
    expect(answer.status(), await answer.text()).toBe(200)
    sheets.push(await pdfText(await answer.body()))
  }
  return sheets.join('\n')
}

export const paper = (request: APIRequestContext, server: DemoServer, name: string): Promise<Buffer> =>
  paperWith(request, server.link('secretary'), name)
