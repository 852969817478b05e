// The self-test of a site before a session, and during it an alarm for a stopped camera, which staff resolve from the
// health board.
import { expect, type Page, test } from '@playwright/test'
import { everybodyLeaves } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { goIn, isInside, names, openPage, openPanel, participantOf, seesMoving } from '../harness/hearing.ts'

/** As the sample session calls them. */
const siteA = 'Điểm cầu phường An Bình'
const siteB = 'Điểm cầu xã Tân Phú'

let server: DemoServer
test.beforeEach(async () => {
  server = await DemoServer.start()
})
test.afterEach(async ({ browser }) => {
  await everybodyLeaves(browser)
  await server.close()
})

async function entered(page: Page): Promise<Page> {
  await goIn(page)
  await isInside(page)
  return page
}

const rowOf = (staff: Page, name: string) =>
  staff.getByRole('list', { name: 'Các điểm cầu' }).getByRole('listitem').filter({ hasText: name })
const tasks = (staff: Page) => staff.getByRole('list', { name: 'Việc cần xử lý' })

test('a site tests devices and line from its own link; staff see the result before it enters', async ({ browser }) => {
  const site = await openPage(browser, server.link('siteA'))
  await site.getByRole('link', { name: 'Kiểm tra thiết bị và đường truyền' }).click()
  await site.getByRole('button', { name: 'Bắt đầu kiểm tra' }).click()
  await site.getByRole('button', { name: 'Tôi thấy hình của mình' }).click()
  await site.getByRole('button', { name: 'Ghi âm 5 giây' }).click()
  await site.getByRole('button', { name: 'Tôi nghe rõ giọng mình' }).click()
  await site.getByRole('button', { name: 'Phát tiếng chuông' }).click()
  await site.getByRole('button', { name: 'Không nghe thấy' }).click()
  await expect(site.getByText('Đã gửi kết quả cho cơ quan tổ chức')).toBeVisible({ timeout: 60_000 })
  await expect(site.getByRole('heading', { name: 'Chưa đạt: cần sửa trước khi họp' })).toBeVisible()
  await expect(site.getByText('Tăng âm lượng, bỏ chế độ im lặng')).toBeVisible()
  // What a busy machine makes of the line is not told here; that it was measured is.
  await expect(site.getByText(/Tải lên [\d,]+ Mbit\/s · Tải xuống ít nhất [\d,]+ Mbit\/s/)).toBeVisible()
  const code = await site.getByText(/^113\d \d{5}$/).textContent()

  const chair = await entered(await openPage(browser, server.link('chair')))
  await openPanel(chair, 'Kỹ thuật')
  const row = rowOf(chair, siteA)
  await expect(row.getByText('Chưa vào phòng')).toBeVisible()
  await expect(row.getByText(/^Đã kiểm tra thiết bị lúc .*: Chưa đạt$/)).toBeVisible()
  await row.getByText('Chi tiết').click()
  await expect(row.getByText(`Mã kết quả ${code}`)).toBeVisible()

  await test.step('the same link opens the session afterwards', async () => {
    await site.getByRole('link', { name: 'Tới trang vào phòng' }).click()
    await entered(site)
  })
})

test('a stopped camera raises an alarm with site and time; a restart from the board restores the picture', async ({
  browser,
}) => {
  const chair = await entered(await openPage(browser, server.link('chair')))
  const site = await entered(await openPage(browser, server.link('siteA')))
  await openPanel(chair, 'Kỹ thuật')
  const row = rowOf(chair, siteA)
  await expect(row.getByText('Số liệu', { exact: true })).toBeVisible({ timeout: 20_000 })
  await row.getByText('Số liệu', { exact: true }).click()
  await expect(row.getByText(/Gửi [\d,]+ Mbit\/s.*đường UDP.*Camera: đang bật/i)).toBeVisible()
  // A machine with much to do loses packets: that is an alarm of its own.
  const alarm = tasks(chair)
    .getByRole('listitem')
    .filter({ hasText: `${siteA}: mất hình` })
  await expect(alarm).toHaveCount(0)

  await test.step('the camera track ends without an event to the page', async () => {
    await site.evaluate(() => {
      for (const video of document.querySelectorAll<HTMLVideoElement>('video[data-mirrored]'))
        for (const track of (video.srcObject as MediaStream).getTracks()) track.stop()
    })
    const task = alarm.getByText(new RegExp(`^${siteA}: mất hình lúc \\d\\d:\\d\\d$`))
    await expect(task).toBeVisible({ timeout: 30_000 })
  })

  await test.step('only staff see the alarm', async () => {
    await expect(site.getByRole('toolbar').getByRole('button', { name: /^Kỹ thuật/ })).toHaveCount(0)
  })

  await test.step('the chair writes to the site, which sees it at once', async () => {
    await row.getByRole('button', { name: `Nhắn tin: ${siteA}` }).click()
    const dialog = chair.getByRole('dialog')
    await dialog.getByRole('textbox').fill('Hình của điểm cầu bị mất, tôi khởi động lại giúp.')
    await dialog.getByRole('button', { name: 'Gửi' }).click()
    await expect(site.getByText(`Tin nhắn từ ${names.chair}`)).toBeVisible()
    await expect(site.getByText('tôi khởi động lại giúp').first()).toBeVisible()
  })

  await test.step('a restart restores the picture, and the site sees a notice about it', async () => {
    await row.getByRole('button', { name: `Khởi động lại hình, tiếng: ${siteA}` }).click()
    await expect(site.getByText('vừa yêu cầu khởi động lại hình và tiếng')).toBeVisible()
    await expect(alarm.getByText('Đã trở lại bình thường lúc')).toBeVisible({ timeout: 30_000 })
    await seesMoving(chair, [participantOf(server, 'siteA')])
  })

  await test.step('the alarm is ticked off', async () => {
    await alarm.getByRole('button', { name: 'Đã xử lý' }).click()
    await expect(alarm).toHaveCount(0)
  })
})

test('a button on the board does not move while it is pressed, although rows are reordered', async ({ browser }) => {
  const chair = await entered(await openPage(browser, server.link('chair')))
  const site = await entered(await openPage(browser, server.link('siteA')))
  const other = await entered(await openPage(browser, server.link('siteB')))
  await openPanel(chair, 'Kỹ thuật')
  const row = rowOf(chair, siteA)
  for (const name of [siteA, siteB])
    await expect(rowOf(chair, name).getByText('Số liệu', { exact: true })).toBeVisible({ timeout: 20_000 })
  await row.getByText('Số liệu', { exact: true }).click()
  await row.getByRole('button', { name: `Khởi động lại hình, tiếng: ${siteA}` }).hover()
  await chair.mouse.down()
  await other.close()
  const gone = chair.getByRole('figure', { name: names.siteB })
  await expect(gone.getByText('Mất kết nối')).toBeVisible()
  await chair.mouse.up()
  await expect(site.getByText('vừa yêu cầu khởi động lại hình và tiếng')).toBeVisible()
  await expect(rowOf(chair, siteB).getByText(/^Mất kết nối từ/)).toBeVisible()
})
