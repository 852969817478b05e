// Agenda, floor with time limits, layouts and a second screen of a conference in real browsers.
import { expect, test } from '@playwright/test'
import { everybodyLeaves } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { admit, goIn, isInside, names, openPage, openPanel, participantOf, seesMoving } from '../harness/hearing.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await DemoServer.start()
})
test.afterEach(({ browser }) => everybodyLeaves(browser))
test.afterAll(() => server.close())

test('agenda, a reordered speaker list, a turn that ends at its time limit, layouts and a second screen', async ({
  browser,
}) => {
  const chair = await openPage(browser, server.link('chair'))
  const siteA = await openPage(browser, server.link('siteA'), { isPhone: true })
  const siteB = await openPage(browser, server.link('siteB'))
  for (const page of [chair, siteA, siteB]) {
    await goIn(page)
    await isInside(page)
  }

  await test.step('the chair writes the agenda and takes up the first item', async () => {
    await openPanel(chair, 'Chương trình')
    for (const title of ['Báo cáo công tác tiếp công dân', 'Thảo luận']) {
      await chair.getByRole('button', { name: 'Thêm nội dung' }).click()
      const dialog = chair.getByRole('dialog')
      await dialog.getByLabel('Tên nội dung').fill(title)
      await dialog.getByRole('button', { name: 'Thêm nội dung' }).click()
      await expect(dialog).toHaveCount(0)
    }
    await chair.getByRole('button', { name: 'Chuyển sang: Báo cáo' }).click()
    await expect(siteA.getByLabel('Nội dung đang tiến hành')).toContainText(
      'Nội dung 1/2: Báo cáo công tác tiếp công dân',
    )
  })

  await test.step('everybody sees that fewer delegates than the quorum are present', async () => {
    await openPanel(chair, 'Điểm danh')
    await chair.getByRole('button', { name: 'Số lượng tối thiểu' }).click()
    await chair.getByRole('radio', { name: 'Ít nhất hai phần ba' }).check()
    await chair.getByRole('button', { name: 'Áp dụng' }).click()
    await expect(siteA.getByText('Không đủ số lượng: 0/7 đại biểu có mặt, cần ít nhất 5.')).toBeVisible()
  })

  await test.step('the time limit for questions is set to half a minute', async () => {
    await openPanel(chair, 'Phát biểu')
    await chair.getByRole('button', { name: 'Quy định phát biểu' }).click()
    const dialog = chair.getByRole('dialog')
    await dialog.getByLabel('Đặt câu hỏi').fill('0,5')
    await dialog.getByRole('button', { name: 'Áp dụng' }).click()
    await expect(dialog).toHaveCount(0)
  })

  await test.step('two sites request the floor; the chair moves the second to the first place', async () => {
    await siteA.getByRole('button', { name: 'Giơ tay' }).click()
    await openPanel(siteB, 'Phát biểu')
    await siteB.getByRole('radio', { name: 'Đặt câu hỏi' }).check()
    await siteB.getByRole('button', { name: 'Đăng ký phát biểu' }).click()
    await expect(siteB.getByText('đứng thứ 2')).toBeVisible()
    await chair.getByRole('button', { name: 'Chuyển lên trước: Vũ Đình Long' }).click()
    await expect(siteB.getByText('đứng thứ 1')).toBeVisible()
    await chair.getByRole('button', { name: 'Mời phát biểu: Vũ Đình Long (Theo quy định)' }).click()
  })

  await test.step('the site names the speaker', async () => {
    await siteB.getByRole('combobox', { name: 'Người đang nói tại điểm cầu' }).click()
    await siteB.getByRole('option', { name: /Hoàng Thị Ngọc Ánh/ }).click()
    await expect(siteA.getByText('Đang phát biểu: Hoàng Thị Ngọc Ánh')).toBeVisible()
  })

  // The half minute goes by meanwhile.
  const screen = await openPage(browser, server.link('observer').replace('#', '?display=wall#'))

  await test.step('the second screen connects by itself, and shows participants once admitted', async () => {
    await expect(screen.getByText('Màn hình đang chờ được cho vào phòng.')).toBeVisible()
    await admit(chair, names.observer)
    await seesMoving(screen, [participantOf(server, 'chair'), participantOf(server, 'siteB')])
    await expect(screen.getByRole('button')).toHaveCount(0)
  })

  await test.step('the chair’s layout applies to everybody who has not chosen another', async () => {
    await openPanel(chair, 'Điều hành')
    await chair.getByRole('radio', { name: 'Chủ tọa và một điểm cầu' }).click()
    await expect(siteB.getByRole('figure')).toHaveCount(2)
    await seesMoving(siteB, [participantOf(server, 'chair')])
    await siteB.getByRole('button', { name: /^Thêm/ }).click()
    await siteB.getByRole('radio', { name: 'Người phát biểu lớn, mọi người thành dải' }).check()
    await siteB.keyboard.press('Escape')
    // The large one, and the strip of all who have a tile.
    await expect(siteB.getByRole('figure')).not.toHaveCount(2)
    await chair.getByRole('radio', { name: 'Tất cả điểm cầu bằng nhau' }).click()
    await seesMoving(chair, [participantOf(server, 'siteB')])
  })

  await test.step('the link of a site operator is rejected as a second screen', async () => {
    const mistaken = await openPage(browser, server.link('siteB').replace('#', '?display=wall#'))
    await expect(mistaken.getByText('Đường dẫn này không dùng cho màn hình phụ')).toBeVisible()
    await isInside(siteB)
  })

  await test.step('after half a minute the floor is free, and the speaking time is listed', async () => {
    await openPanel(chair, 'Phát biểu')
    await expect(chair.getByText('Chưa mời ai phát biểu.')).toBeVisible({ timeout: 40_000 })
    await expect(chair.getByRole('list', { name: 'Thời gian đã phát biểu' })).toContainText(
      // All of the half minute that was left when the name was given.
      /Hoàng Thị Ngọc Ánh0:(2\d|30)/,
    )
  })

  await test.step('the chair locks the floor; sites cannot request it until it is unlocked', async () => {
    await chair.getByRole('button', { name: 'Tắt micro tất cả' }).click()
    await expect(siteA.getByText('tạm khóa phát biểu')).toBeVisible()
    await chair.getByRole('button', { name: 'Mở lại phát biểu' }).click()
    await expect(siteA.getByText('tạm khóa phát biểu')).toHaveCount(0)
  })
})
