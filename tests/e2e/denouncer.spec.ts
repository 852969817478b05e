// Somebody denounces at a desk: what they, on a telephone, and the officer see of the protection; and no name on either page.
import { expect, test } from '@playwright/test'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves, newPerson } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { goIn, isInside, openPage } from '../harness/hearing.ts'
import { becomesAdministrator } from '../harness/office.ts'

test.afterEach(({ browser }) => everybodyLeaves(browser))

test('who denounces is a number in the room, and the officer notes the agreement in writing', async ({ browser }) => {
  const server = await DemoServer.startEmpty()
  const url = new URL(server.setUpUrl).origin
  try {
    const lan = await (await newPerson(browser)).newPage()
    await lan.emulateMedia({ reducedMotion: 'reduce' })
    await becomesAdministrator(lan, server.setUpUrl)
    const post = async (path: string, data: object) => {
      const answer = await lan.request.post(`${url}/api${path}`, { data })
      expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
      return answer.json()
    }
    const notes = { username: 'thao.pham', displayName: 'Phạm Thu Thảo', password: 'một câu dài khác', role: 'staff' }
    const noteTakerId = (await post('/accounts', notes)).account.accountId
    const desk = { label: 'Phòng tiếp riêng', kinds: ['denunciation'], noteTakerId }
    const { deskId } = await post('/reception/desks', desk)
    const ticket = await post('/reception/tickets', { kind: 'denunciation', citizen: { name: 'Kiều Thị Yến' } })
    const yen = await openPage(browser, ticket.link, { isPhone: true })
    await expect(yen.getByText('Ông/bà được gọi bằng số C001')).toBeVisible()
    await post(`/reception/desks/${deskId}/call-next`, {})
    await yen.getByRole('button', { name: 'Gặp cán bộ bằng máy này' }).click()
    await isInside(yen)
    await expect(yen.getByText('Trong phòng này ông/bà được gọi là “Người tố cáo số C001”.')).toBeVisible()
    await hasNoFault(yen, 'the room of a denouncer on a phone')

    const { link } = await (await lan.request.get(`${url}/api/reception/tickets/${ticket.ticketId}/visit`)).json()
    const room = await openPage(browser, link)
    await goIn(room)
    await isInside(room)
    await expect(room.getByText('Chế độ bảo vệ người tố cáo: gọi bằng số')).toBeVisible()
    await room.getByRole('button', { name: 'Buổi tiếp' }).click()
    await room.getByRole('button', { name: 'Ai đã xem tên?' }).click()
    await expect(room.getByText('Được xem: Trần Thị Lan, Phạm Thu Thảo')).toBeVisible()
    await room.getByLabel('Số văn bản').fill('12/VB')
    await room.getByLabel('Ngày ký').fill('2026-01-15')
    await room.getByRole('button', { name: 'Ghi văn bản vào biên bản' }).click()
    await expect(room.getByText('Đã ghi văn bản đồng ý số 12/VB')).toBeVisible()
    for (const page of [room, yen]) expect(await page.content()).not.toContain('Yến')
  } finally {
    await server.close()
  }
})
