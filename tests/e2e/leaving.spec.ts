// A chair who leaves a running session is asked first; the others are told that the session is not over.
import { expect, test } from '@playwright/test'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { goIn, isInside, names, openPage } from '../harness/hearing.ts'

test.afterEach(({ browser }) => everybodyLeaves(browser))

test('a leaving chair chooses between handing over, leaving alone and closing the session', async ({ browser }) => {
  const server = await DemoServer.start()
  try {
    const chair = await openPage(browser, server.link('chair'))
    const secretary = await openPage(browser, server.link('secretary'))
    for (const page of [chair, secretary]) {
      await goIn(page)
      await isInside(page)
    }
    const leave = chair.getByRole('toolbar').getByRole('button', { name: 'Rời phòng' })
    const sheet = chair.getByRole('dialog', { name: 'Rời phòng khi phiên đang họp?' })
    await leave.click()
    await hasNoFault(chair, 'the question before the chair leaves')
    await sheet.getByRole('button', { name: 'Bế mạc, kết thúc với mọi người' }).click()
    await expect(chair.getByRole('dialog', { name: 'Bế mạc phiên này?' })).toBeVisible()
    await chair.getByRole('dialog').getByRole('button', { name: 'Quay lại' }).click()
    await isInside(chair)

    // Handed over to the secretary, who is proposed, and back: both are told, and have the screen of their office.
    await leave.click()
    await sheet.getByRole('button', { name: 'Giao quyền chủ tọa' }).click()
    const handOver = chair.getByRole('dialog', { name: 'Giao quyền chủ tọa' })
    await expect(handOver.getByRole('radio', { checked: true })).toHaveAccessibleName(names.secretary)
    await hasNoFault(chair, 'who chairs from now on')
    await handOver.getByRole('button', { name: 'Giao quyền, tôi ở lại' }).click()
    const told = (page: typeof chair) => page.getByRole('status', { name: 'Đổi người chủ trì' })
    await expect(told(secretary)).toContainText('Ông/bà chủ trì từ bây giờ')
    await expect(told(chair)).toContainText('Ông/bà tiếp tục với vai trò: Thư ký')
    await secretary.getByRole('toolbar').getByRole('button', { name: 'Rời phòng' }).click()
    await secretary.getByRole('button', { name: 'Giao quyền chủ tọa' }).click()
    await secretary.getByRole('button', { name: 'Giao quyền, tôi ở lại' }).click()
    await expect(told(chair)).toContainText('Ông/bà chủ trì từ bây giờ')

    await leave.click()
    await sheet.getByRole('button', { name: 'Chỉ mình tôi rời phòng' }).click()
    await expect(chair.getByText('Ông/bà đã rời phiên.')).toBeVisible()
    await expect(secretary.getByText('Người chủ trì đã rời phòng. Phiên chưa kết thúc, xin chờ.')).toBeVisible()

    // A secretary takes the chair, and is asked before leaving in their turn.
    await secretary.getByRole('button', { name: 'Nhận quyền chủ tọa' }).click()
    const taking = secretary.getByRole('dialog', { name: 'Nhận quyền chủ tọa?' })
    await hasNoFault(secretary, 'the question before a secretary takes the chair')
    await taking.getByRole('button', { name: 'Nhận quyền chủ tọa' }).click()
    await expect(told(secretary)).toContainText('Ông/bà chủ trì từ bây giờ')
    await expect(secretary.getByText('Người chủ trì đã rời phòng.')).toBeHidden()
    await secretary.getByRole('toolbar').getByRole('button', { name: 'Rời phòng' }).click()
    await secretary.getByRole('button', { name: 'Chỉ mình tôi rời phòng' }).click()
    await expect(secretary.getByText('Ông/bà đã rời phiên.')).toBeVisible()

    // Whoever does not chair just goes.
    const site = await openPage(browser, server.link('siteA'))
    await goIn(site)
    await isInside(site)
    await site.getByRole('toolbar').getByRole('button', { name: 'Rời phòng' }).click()
    await expect(site.getByText('Ông/bà đã rời phiên.')).toBeVisible()
  } finally {
    await server.close()
  }
})
