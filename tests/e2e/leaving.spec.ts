// The chair of a running session does not leave by one click; the others are told, and know that it is not over.
import { expect, test } from '@playwright/test'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { goIn, isInside, openPage } from '../harness/hearing.ts'

test.afterEach(({ browser }) => everybodyLeaves(browser))

test('the chair is asked before leaving: to go alone, or to end it for everybody', async ({ browser }) => {
  const server = await DemoServer.start()
  try {
    const chair = await openPage(browser, server.link('chair'))
    const secretary = await openPage(browser, server.link('secretary'))
    for (const page of [chair, secretary]) {
      await page.emulateMedia({ reducedMotion: 'reduce' })
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

    await leave.click()
    await sheet.getByRole('button', { name: 'Chỉ mình tôi rời phòng' }).click()
    await expect(chair.getByText('Ông/bà đã rời phiên.')).toBeVisible()
    await expect(secretary.getByText('Người chủ trì đã rời phòng. Phiên chưa kết thúc, xin chờ.')).toBeVisible()

    // Whoever does not chair just goes.
    await secretary.getByRole('toolbar').getByRole('button', { name: 'Rời phòng' }).click()
    await expect(secretary.getByText('Ông/bà đã rời phiên.')).toBeVisible()
  } finally {
    await server.close()
  }
})
