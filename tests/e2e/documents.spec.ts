// Documents in real browsers: uploaded by the secretary, presented, paged, acknowledged.
import { expect, type Page, test } from '@playwright/test'
import readXlsxFile from 'read-excel-file/node'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves } from '../harness/browser.ts'
import { DemoServer, type LinkName } from '../harness/demo-server.ts'
import { aPdf } from '../harness/files.ts'
import { admit, goIn, isInside, names, openPage, openPanel } from '../harness/hearing.ts'
import { pdfText } from '../harness/papers.ts'

test.describe.configure({ mode: 'serial' })

let server: DemoServer
let secretary: Page
let site: Page
test.beforeAll(async ({ browser }) => {
  server = await DemoServer.start()
  const enter = async (name: LinkName) => {
    const page = await openPage(browser, server.link(name))
    await goIn(page)
    await isInside(page)
    return page
  }
  secretary = await enter('secretary')
  site = await enter('siteA')
})
test.afterAll(async ({ browser }) => {
  await everybodyLeaves(browser)
  await server.close()
})

/** The form is folded away while there are documents to see. */
const opensForm = async () => {
  const button = secretary.getByRole('button', { name: 'Thêm tài liệu', exact: true })
  if (await button.isVisible()) await button.click()
}
const handIn = async (name: string, buffer: Buffer, mimeType = 'application/pdf') => {
  await opensForm()
  const chooser = secretary.waitForEvent('filechooser')
  await secretary.getByRole('button', { name: 'Chọn tệp' }).click()
  await (await chooser).setFiles({ name, mimeType, buffer })
}
const row = (page: Page, title: string) =>
  page.getByRole('list', { name: 'Tài liệu' }).getByRole('listitem').filter({ hasText: title }).first()
const drawnPage = (page: Page, number: number) => page.locator(`[data-page="${number}"]`)

test('a page turned by the secretary is shown on all screens, with the pointer', async () => {
  await openPanel(secretary, 'Tài liệu')
  await secretary.getByLabel('Cần xác nhận quán triệt').check()
  await handIn('Nghị quyết về giá đất.pdf', aPdf(4))
  const resolution = row(secretary, 'Nghị quyết về giá đất')
  await expect(resolution).toContainText('4 trang')
  await secretary.getByRole('button', { name: 'Trình chiếu: Nghị quyết về giá đất' }).click()

  await expect(drawnPage(site, 1)).toBeVisible()
  await expect(site.getByText('Trang 1', { exact: true })).toBeAttached()
  await secretary.getByRole('button', { name: 'Trang sau' }).click()
  await secretary.getByRole('button', { name: 'Trang sau' }).click()
  await expect(drawnPage(site, 3)).toBeVisible()
  await expect(site.getByText('Trang 3', { exact: true })).toBeAttached()

  await hasNoFault(secretary, 'presenting a document')
  await hasNoFault(site, 'following a presentation')

  const page = drawnPage(secretary, 3).locator('canvas')
  await page.hover({ position: { x: 40, y: 60 } })
  await expect(site.locator('[data-spot]')).toBeVisible()
  await secretary.mouse.move(0, 0)
  await expect(site.locator('[data-spot]')).toHaveCount(0)
})

test('a participant who leafs separately sees a note, and returns with one click', async () => {
  await site.getByRole('button', { name: 'Trang trước' }).click()
  await expect(drawnPage(site, 2)).toBeVisible()
  await expect(site.getByText('Ông/bà đang xem riêng. Người trình chiếu ở trang 3.')).toBeVisible()
  await expect(drawnPage(secretary, 3)).toBeVisible()
  await secretary.getByRole('button', { name: 'Trang sau' }).click()
  await expect(drawnPage(site, 2)).toBeVisible()
  await site.getByRole('button', { name: 'Theo người trình chiếu' }).click()
  await expect(drawnPage(site, 4)).toBeVisible()
})

test('an invited participant reads in advance with the link only; staff see it like other readings', async ({
  browser,
}) => {
  await opensForm()
  await secretary.getByLabel('In tên người xem lên trang').uncheck()
  await secretary.getByLabel('Cần đọc trước').check()
  await secretary.getByLabel('Cần xác nhận quán triệt').check()
  await handIn('Giấy mời và chương trình.pdf', aPdf(3))
  const invitation = row(secretary, 'Giấy mời và chương trình')
  await expect(invitation).toContainText('Cần đọc trước')

  const early = await openPage(browser, server.link('siteB'))
  const reading = early.getByRole('region', { name: 'Tài liệu cần đọc trước' })
  await expect(reading.getByRole('listitem')).toHaveCount(1)
  await expect(reading.getByRole('status').first()).toHaveText('Còn 1 tài liệu ông/bà chưa xem hoặc chưa xác nhận.')
  await hasNoFault(early, 'reading before entering')
  await reading.getByRole('button', { name: 'Xem: Giấy mời và chương trình' }).click()
  await early.getByRole('button', { name: 'Trang sau' }).click()
  await expect(drawnPage(early, 2)).toBeVisible()
  await hasNoFault(early, 'a document before entering')
  await early
    .getByRole('dialog')
    .getByRole('button', { name: /^Xác nhận đã quán triệt/ })
    .click()
  const dialog = early.getByRole('dialog', { name: 'Xác nhận đã quán triệt' })
  await dialog.getByLabel('Hoàng Thị Ngọc Ánh').check()
  await dialog.getByRole('button', { name: 'Xác nhận (tôi và 1 đại biểu)' }).click()
  await expect(early.getByText('Đại biểu: 1/2.').first()).toBeVisible()
  await early.keyboard.press('Escape')
  await expect(reading.getByText('Ông/bà đã xem đủ tài liệu.')).toBeVisible()

  await invitation.getByRole('button', { name: /^Đã mở: 1\/\d+ · Đã quán triệt: 2\/\d+/ }).click()
  await expect(
    invitation.getByRole('listitem').filter({ hasText: /^Hoàng Thị Ngọc Ánhđã quán triệt lúc \d\d:\d\d$/ }),
  ).toBeVisible()
  await early.context().close()
})

test('a waiting participant can read only the documents marked to be read before', async ({ browser }) => {
  const citizen = await openPage(browser, server.link('citizen'), { isPhone: true })
  await goIn(citizen)
  // The page of the door has the same list, and goes with what is opened there.
  await expect(citizen.getByRole('heading', { name: /đang ở phòng chờ$/ })).toBeVisible()
  const reading = citizen.getByRole('region', { name: 'Tài liệu cần đọc trước' })
  await expect(reading.getByRole('listitem')).toHaveText(/^Giấy mời và chương trình/)
  await reading.getByRole('button', { name: 'Xem: Giấy mời và chương trình' }).click()
  await expect(drawnPage(citizen, 1)).toBeVisible()
  await citizen.keyboard.press('Escape')
  await expect(reading.getByText(/^Đã mở lúc/)).toBeVisible()
  await hasNoFault(citizen, 'reading in the waiting room')
  await citizen.context().close()
})

test('a late participant sees the presented page', async ({ browser }) => {
  const citizen = await openPage(browser, server.link('citizen'), { isPhone: true })
  await goIn(citizen)
  await admit(secretary, names.citizen)
  await expect(drawnPage(citizen, 4)).toBeVisible()
  await citizen.context().close()
  await openPanel(secretary, 'Tài liệu')
})

test('a site acknowledges a document for itself and its delegates; the secretary sees who and when', async () => {
  await openPanel(site, 'Tài liệu')
  await site.getByRole('button', { name: 'Xác nhận đã quán triệt: Nghị quyết về giá đất' }).click()
  const dialog = site.getByRole('dialog', { name: 'Xác nhận đã quán triệt' })
  await dialog.getByLabel('Lê Văn Tám').check()
  await dialog.getByRole('button', { name: 'Xác nhận (tôi và 1 đại biểu)' }).click()
  await expect(site.getByText('Đại biểu: 1/3.')).toBeVisible()

  const resolution = row(secretary, 'Nghị quyết về giá đất')
  await resolution.getByRole('button', { name: /Đã quán triệt: 2\/\d+/ }).click()
  await expect(
    resolution.getByRole('listitem').filter({ hasText: /^Lê Văn Támđã quán triệt lúc \d\d:\d\d$/ }),
  ).toBeVisible()
  await expect(resolution.getByRole('listitem').filter({ hasText: /^Đỗ Mạnh Cườngchưa xác nhận$/ })).toBeVisible()
})

test('a marked document has the viewer’s name in its pages; the original cannot be downloaded', async ({ request }) => {
  await secretary.getByRole('button', { name: 'Thôi trình chiếu' }).click()
  await expect(site.locator('[data-page]')).toHaveCount(0)
  await opensForm()
  await secretary.getByLabel('In tên người xem lên trang').check()
  await handIn('Dự thảo chưa công bố.pdf', aPdf(2))
  const marked = row(site, 'Dự thảo chưa công bố')
  await expect(marked).toContainText('Có tên người xem')
  await expect(marked.getByRole('button', { name: /^Tải về/ })).toHaveCount(0)
  await marked.getByRole('button', { name: /^Xem/ }).click()
  await expect(drawnPage(site, 1)).toBeVisible()
  await hasNoFault(site, 'a marked document')
  await site.keyboard.press('Escape')

  // What the viewer was sent, asked for once more: the mark is in the bytes.
  const headers = { authorization: `Bearer ${server.link('siteA').split('#')[1]}` }
  const url = `${server.url}/api/sessions/${server.announcement.sessionId}/documents`
  const list = { authorization: `Bearer ${server.link('secretary').split('#')[1]}` }
  const { documents } = await (await request.get(url, { headers: list })).json()
  const { documentId } = documents.find(({ title }: { title: string }) => title === 'Dự thảo chưa công bố')
  const pages = await request.get(`${url}/${documentId}/pages`, { headers })
  expect(await pdfText(await pages.body())).toContain(`${names.siteA} · Điểm cầu phường An Bình`)
  expect((await request.get(`${url}/${documentId}/file`, { headers })).status()).toBe(403)
})

test('a file with a false type is rejected with a message', async () => {
  await handIn('Báo cáo giả.pdf', Buffer.from('<html>không phải PDF</html>'))
  await expect(secretary.getByRole('alert')).toContainText('Nội dung tệp không đúng với đuôi tên tệp')
  await expect(row(site, 'Báo cáo giả')).toHaveCount(0)
})

test('the minutes list presented documents and acknowledgements', async ({ request }) => {
  const token = server.link('secretary').split('#')[1]
  const url = `${server.url}/api/sessions/${server.announcement.sessionId}/minutes.pdf`
  const answer = await request.get(url, { headers: { authorization: `Bearer ${token}` } })
  const text = (await pdfText(await answer.body())).replaceAll(/\s+/g, ' ')
  expect(text).toContain('trình chiếu tài liệu “Nghị quyết về giá đất”')
  expect(text).toContain('đã có 02 người tại 01 điểm cầu xác nhận đã quán triệt tài liệu “Nghị quyết về giá đất”')
})

test('staff download the reading list as an Excel file', async () => {
  await openPanel(secretary, 'Tài liệu')
  const download = secretary.waitForEvent('download')
  await secretary.getByRole('button', { name: 'Danh sách đọc, quán triệt (Excel)' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^Quán triệt tài liệu - Hội nghị .* - \d{4}-\d\d-\d\d\.xlsx$/)
  const sheets = await readXlsxFile(await file.path())
  const rows = sheets.find(({ sheet }) => sheet === 'Theo người')?.data.map((row) => row.join(' | ')) ?? []
  expect(rows).toContainEqual(
    expect.stringMatching(/Giấy mời và chương trình .*Hoàng Thị Ngọc Ánh.*Vũ Đình Long \| Đã xác nhận quán triệt/),
  )
  expect(rows).toContainEqual(expect.stringMatching(/Giấy mời và chương trình .*Lê Văn Tám.*Chưa xác nhận quán triệt/))
  await expect(site.getByRole('button', { name: 'Danh sách đọc, quán triệt (Excel)' })).toHaveCount(0)
})
