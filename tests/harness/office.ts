// The office of an agency in a browser.
import { type Browser, expect, type Page } from '@playwright/test'
import type { NewSessionBody } from '../../shared/wire/hearing/booking.ts'
import type { ScheduledSession } from '../../shared/wire/hearing/sessions.ts'
import { aCommune } from './agency.ts'
import { newPerson } from './browser.ts'
import { goIn, isInside } from './hearing.ts'

/** Creates the first administrator of a new server, Trần Thị Lan, who is then signed in and on the page of the agency. */
export async function isLedToAgency(office: Page, setUpUrl: string): Promise<void> {
  await office.goto(setUpUrl)
  await office.getByLabel('Họ và tên').fill('Trần Thị Lan')
  await office.getByLabel('Tên đăng nhập').fill('lan.tran')
  await office.getByLabel('Mật khẩu', { exact: false }).first().fill('một câu dài dễ nhớ')
  await office.getByLabel('Nhập lại mật khẩu').fill('một câu dài dễ nhớ')
  await office.getByRole('button', { name: 'Tạo tài khoản và đăng nhập' }).click()
  await office.getByRole('heading', { name: 'Thông tin cơ quan' }).waitFor()
}

/** The first administrator, of an agency that is set: over REST, for the page that makes them is walked once, in staff.spec.ts. */
export async function becomesAdministrator(office: Page, setUpUrl: string): Promise<void> {
  const { origin, hash } = new URL(setUpUrl)
  const credentials = { username: 'lan.tran', password: 'một câu dài dễ nhớ' }
  const setUp = { ...credentials, displayName: 'Trần Thị Lan', token: hash.slice(1) }
  for (const [method, path, data] of [
    ['post', '/api/setup', setUp],
    ['post', '/api/login', credentials],
    ['put', '/api/agency', aCommune],
  ] as const) {
    const answer = await office.request[method](`${origin}${path}`, { data })
    expect(answer.ok(), await answer.text()).toBe(true)
  }
  await office.goto(`${origin}/staff`)
  await office.getByRole('navigation', { name: 'Các trang quản lý' }).waitFor()
}

/** The first administrator of a new server has booked a reception of one citizen: their page, the session, and everybody's link. */
export async function booksReception(
  browser: Browser,
  setUpUrl: string,
  { title, citizen }: { title: string; citizen: string },
): Promise<{ office: Page; sessionId: string; link(role: string): string }> {
  const office = await (await newPerson(browser)).newPage()
  await becomesAdministrator(office, setUpUrl)
  const booking: NewSessionBody = {
    title,
    kind: 'reception',
    scheduledAt: Date.now(),
    plannedMinutes: 30,
    place: 'Trụ sở tiếp công dân thành phố',
    sites: [{ name: 'Điểm cầu trung tâm', rank: 'centre', delegates: [] }],
    participants: [
      { name: 'Nguyễn Thị Minh Hạnh', title: 'Phó Chủ tịch', role: 'chair', siteIndex: 0 },
      { name: 'Bùi Thanh Mai', title: 'Văn phòng', role: 'secretary', siteIndex: 0 },
      { name: citizen, title: null, role: 'citizen', siteIndex: null },
    ],
  }
  await expect(office.getByRole('link', { name: 'Tạo phiên họp' }).first()).toBeVisible()
  const answer = await office.request.post(new URL('/api/sessions', setUpUrl).href, { data: booking })
  const { sessionId, participants } = (await answer.json()) as ScheduledSession
  return { office, sessionId, link: (role) => participants.find((one) => one.role === role)?.link ?? '' }
}

/** Its owner sets the password, with the link that the administrator is shown. */
export async function makesAccount(
  administrator: Page,
  origin: string,
  { password, ...account }: { username: string; displayName: string; role: string; password: string },
): Promise<string> {
  const made = await administrator.request.post(`${origin}/api/accounts`, { data: account })
  expect(made.ok(), await made.text()).toBe(true)
  const { account: found, link } = await made.json()
  const set = { token: new URL(link.address).hash.slice(1), password }
  expect((await administrator.request.post(`${origin}/api/password-link/password`, { data: set })).ok()).toBe(true)
  return found.accountId
}

/** One more member of staff, made by the administrator, on their own page of the office. */
export async function signsIn(
  browser: Browser,
  administrator: Page,
  { username, displayName }: { username: string; displayName: string },
): Promise<Page> {
  const { origin } = new URL(administrator.url())
  const credentials = { username, password: 'một câu dài khác dễ nhớ' }
  await makesAccount(administrator, origin, { ...credentials, displayName, role: 'staff' })
  const page = await (await newPerson(browser)).newPage()
  expect((await page.request.post(`${origin}/api/login`, { data: credentials })).ok()).toBe(true)
  await page.goto(`${origin}/staff`)
  return page
}

/** Opens the desk of whose page it is; Phạm Thu Thảo, who has an account, takes the notes. */
export async function openDesk(page: Page, label: string): Promise<void> {
  await page.getByRole('link', { name: 'Tiếp công dân', exact: true }).click()
  await page.getByLabel('Tên bàn').fill(label)
  await page.getByRole('combobox', { name: 'Người ghi chép' }).click()
  await page.getByRole('option', { name: 'Phạm Thu Thảo' }).click()
  await page.getByRole('button', { name: 'Mở bàn' }).click()
  await expect(page.getByRole('heading', { name: label })).toBeVisible()
}

/** From their own page of the office, in a tab of its own. */
export async function goesIntoVisit(page: Page, deskLabel?: string): Promise<Page> {
  const where = deskLabel === undefined ? page : page.getByText(deskLabel).locator('..')
  const opened = page.context().waitForEvent('page')
  await where.getByRole('link', { name: 'Vào phòng tiếp' }).click()
  const room = await opened
  await goIn(room)
  await isInside(room)
  return room
}
