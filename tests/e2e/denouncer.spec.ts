// The protection of a denouncer on the pages of citizen (phone) and officer, also when it is decided during the visit;
// the waiver recorded and withdrawn; no name is shown.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves, fillDate, newPerson } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { aPng } from '../harness/files.ts'
import { goIn, isInside, openPage } from '../harness/hearing.ts'
import { becomesAdministrator, booksReception, makesAccount, signsIn } from '../harness/office.ts'

test.afterEach(({ browser }) => everybodyLeaves(browser))

/** A desk of Lan’s with Thảo as its note-taker. */
async function openDesk(browser: Browser, server: { setUpUrl: string }, kinds: readonly string[]) {
  const url = new URL(server.setUpUrl).origin
  const lan = await (await newPerson(browser)).newPage()
  await becomesAdministrator(lan, server.setUpUrl)
  const post = async (path: string, data: object) => {
    const answer = await lan.request.post(`${url}/api${path}`, { data })
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
    return answer.json()
  }
  const notes = { username: 'thao.pham', displayName: 'Phạm Thu Thảo', password: 'một câu dài khác', role: 'staff' }
  const noteTakerId = await makesAccount(lan, url, notes)
  const { account } = await (await lan.request.get(`${url}/api/me`)).json()
  const naming = { accountId: account.accountId, reason: 'Quyết định thành lập tổ tiếp nhận' }
  if (kinds.includes('denunciation'))
    expect((await lan.request.post(`${url}/api/intake-group/members`, { data: naming })).status()).toBe(204)
  const { deskId } = await post('/reception/desks', { label: 'Phòng tiếp riêng', kinds, noteTakerId })
  const entersRoom = async (ticketId: string): Promise<Page> => {
    const { link } = await (await lan.request.get(`${url}/api/reception/tickets/${ticketId}/visit`)).json()
    const room = await openPage(browser, link)
    await goIn(room)
    await isInside(room)
    return room
  }
  return { lan, url, post, deskId, entersRoom }
}

/** On the citizen’s own telephone. */
async function isCalled(browser: Browser, link: string, call: () => Promise<unknown>): Promise<Page> {
  const phone = await openPage(browser, link, { isPhone: true })
  await call()
  await phone.getByRole('button', { name: 'Gặp cán bộ bằng máy này' }).click()
  await isInside(phone)
  return phone
}

test('a denouncer is shown as a number in the room; the officer records and withdraws a waiver, and names a reader', async ({
  browser,
}) => {
  const server = await DemoServer.startEmpty()
  try {
    const { lan, url, post, deskId, entersRoom } = await openDesk(browser, server, ['denunciation'])
    const dung = { username: 'dung.ho', displayName: 'Hồ Ngọc Dung', password: 'một câu dài nữa', role: 'staff' }
    await makesAccount(lan, url, dung)
    const ticket = await post('/reception/tickets', { kind: 'denunciation', citizen: { name: 'Kiều Thị Yến' } })
    const yen = await isCalled(browser, ticket.link, () => post(`/reception/desks/${deskId}/call-next`, {}))
    await expect(yen.getByText('Trong phòng này ông/bà được gọi là “Người tố cáo số C001”.')).toBeVisible()
    await hasNoFault(yen, 'the room of a denouncer on a phone')

    const room = await entersRoom(ticket.ticketId)
    await expect(room.getByText('Chế độ bảo vệ người tố cáo: gọi bằng số')).toBeVisible()
    await room.getByRole('button', { name: 'Buổi tiếp' }).click()
    await room.getByRole('button', { name: 'Ai đã xem?' }).click()
    await expect(room.getByText('Được xem: Trần Thị Lan, Phạm Thu Thảo')).toBeVisible()
    await room.getByRole('combobox', { name: 'Cho thêm người được xem' }).fill('Dung')
    // A list that is just opening forgets to which option an arrow key came.
    await expect(room.getByRole('option', { name: 'Hồ Ngọc Dung' })).toBeVisible()
    await room.keyboard.press('ArrowDown')
    await expect(room.locator('[role=option][data-combobox-selected]')).toHaveText('Hồ Ngọc Dung')
    await room.keyboard.press('Enter')
    await room.getByRole('button', { name: 'Cho xem', exact: true }).click()
    await expect(room.getByText('Được xem: Trần Thị Lan, Phạm Thu Thảo, Hồ Ngọc Dung')).toBeVisible()

    await room.getByLabel('Số văn bản').fill('12/VB')
    await fillDate(room.getByLabel('Ngày ký'), '2026-01-15')
    const chooses = room.waitForEvent('filechooser')
    await room.getByRole('button', { name: 'Bản chụp văn bản' }).click()
    await (await chooses).setFiles({ name: 'van-ban.png', mimeType: 'image/png', buffer: aPng(8, 8) })
    await room.getByRole('button', { name: 'Ghi văn bản vào biên bản' }).click()
    await expect(room.getByText('Đã ghi văn bản đồng ý số 12/VB')).toBeVisible()
    await expect(room.getByText(/SHA-256 của bản chụp: [0-9a-f]{64}/)).toBeVisible()
    await hasNoFault(room, 'the waiver of a denouncer')

    await room.getByRole('button', { name: 'Người tố cáo rút lại đồng ý' }).click()
    const asked = room.getByRole('dialog', { name: 'Người tố cáo rút lại đồng ý' })
    await asked.getByLabel('Lý do').fill('Người tố cáo đổi ý.')
    await asked.getByRole('button', { name: 'Ghi việc rút lại' }).click()
    await expect(room.getByLabel('Số văn bản')).toBeVisible()
    for (const page of [room, yen]) expect(await page.content()).not.toContain('Yến')
  } finally {
    await server.close()
  }
})

test('a visit marked as a denunciation hides the name for the citizen, in the room and at the desks', async ({
  browser,
}) => {
  const server = await DemoServer.startEmpty()
  try {
    const { lan, url, post, deskId, entersRoom } = await openDesk(browser, server, ['reception'])
    const ticket = await post('/reception/tickets', { kind: 'reception', citizen: { name: 'Kiều Thị Yến' } })
    const yen = await isCalled(browser, ticket.link, () => post(`/reception/desks/${deskId}/call-next`, {}))
    const room = await entersRoom(ticket.ticketId)
    await expect(room.getByText('Kiều Thị Yến').first()).toBeVisible()

    await room.getByRole('button', { name: 'Buổi tiếp' }).click()
    await room.getByRole('button', { name: 'Bảo vệ người tố cáo' }).click()
    const asked = room.getByRole('dialog', { name: 'Chuyển sang chế độ bảo vệ người tố cáo?' })
    await expect(asked.getByText('không niêm mật được nữa')).toBeVisible()
    await hasNoFault(room, 'what is hidden from now on')
    await asked.getByRole('button', { name: 'Bảo vệ từ bây giờ' }).click()

    await expect(yen.getByText('Trong phòng này ông/bà được gọi là “Người tố cáo số A001”.')).toBeVisible()
    await expect(room.getByText(/Được bảo vệ từ \d/)).toBeVisible()
    for (const page of [room, yen]) await expect(page.getByText('Kiều Thị Yến')).toHaveCount(0)
    await lan.goto(`${url}/staff/reception`)
    await expect(lan.getByText('A001').first()).toBeVisible()
    await expect(lan.getByText('Kiều Thị Yến')).toHaveCount(0)
  } finally {
    await server.close()
  }
})

test('a manually booked reception is protected on its page before the citizen comes, and closed to other staff', async ({
  browser,
}) => {
  const server = await DemoServer.startEmpty()
  try {
    const name = 'Vũ Thị Bích'
    const { office, sessionId } = await booksReception(browser, server.setUpUrl, {
      title: 'Tiếp ngày 26',
      citizen: name,
    })
    const other = await signsIn(browser, office, { username: 'thao.pham', displayName: 'Phạm Thu Thảo' })
    const page = `${new URL(server.setUpUrl).origin}/staff/sessions/${sessionId}`
    await office.goto(page)
    const section = office.getByRole('region', { name: 'Nội dung là tố cáo?' })
    await section.getByRole('button', { name: 'Bảo vệ người tố cáo' }).click()
    await hasNoFault(office, 'the question whether who comes is to be protected')
    await office.getByRole('dialog').getByRole('button', { name: 'Bảo vệ từ bây giờ' }).click()
    await expect(section).toHaveCount(0)
    await expect(office.getByText('Người tố cáo', { exact: false }).first()).toBeVisible()
    await expect(office.getByText(name)).toHaveCount(0)
    await other.goto(page)
    await expect(other.getByText('Buổi tiếp này được bảo vệ')).toBeVisible()
    await expect(other.getByText(name)).toHaveCount(0)

    const readers = office.getByRole('region', { name: 'Chế độ bảo vệ người tố cáo' })
    await readers.getByRole('combobox', { name: 'Cho thêm người được xem' }).click()
    await office.getByRole('option', { name: 'Phạm Thu Thảo' }).click()
    await readers.getByRole('button', { name: 'Cho xem', exact: true }).click()
    await expect(readers.getByText('Được xem: Trần Thị Lan, Phạm Thu Thảo')).toBeVisible()
    await hasNoFault(office, 'the readers of a protected session')
    await other.reload()
    await expect(other.getByRole('region', { name: 'Chế độ bảo vệ người tố cáo' })).toBeVisible()
  } finally {
    await server.close()
  }
})
