// The minutes from the first entry to the issued paper, on the pages of secretary and chair.
import { expect, type Page, test } from '@playwright/test'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { goIn, isInside, openPage, openPanel, paper } from '../harness/hearing.ts'
import { pdfText } from '../harness/papers.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await DemoServer.start()
})
test.afterEach(({ browser }) => everybodyLeaves(browser))
test.afterAll(() => server.close())

const panel = 'aside'

const oneSpace = (text: string) => text.replaceAll(/\s+/g, ' ')

async function showTab(page: Page, name: string): Promise<void> {
  await openPanel(page, 'Biên bản')
  await page.getByRole('radiogroup', { name: 'Biên bản' }).getByText(name, { exact: true }).click()
}

async function addsItem(page: Page, title: string): Promise<void> {
  await openPanel(page, 'Chương trình')
  await page.getByRole('button', { name: 'Thêm nội dung' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Tên nội dung').fill(title)
  await dialog.getByRole('button', { name: 'Thêm nội dung' }).click()
  await expect(dialog).toHaveCount(0)
}

test('minutes are written by item, kept after a reload, commented, signed by both and issued', async ({
  browser,
  request,
}) => {
  const secretary = await openPage(browser, server.link('secretary'))
  const chair = await openPage(browser, server.link('chair'))
  for (const page of [secretary, chair]) {
    await goIn(page)
    await isInside(page)
  }
  await addsItem(secretary, 'Báo cáo công tác tiếp công dân')
  await secretary.getByRole('button', { name: 'Chuyển sang: Báo cáo' }).click()

  await test.step('an assignment names its units, and belongs to the running item', async () => {
    await openPanel(secretary, 'Biên bản')
    await secretary.getByText('Giao việc', { exact: true }).click()
    await secretary.getByRole('textbox', { name: 'Nội dung', exact: true }).fill('Rà soát các vụ việc tồn đọng.')
    await secretary.getByRole('combobox', { name: 'Đơn vị chủ trì thực hiện' }).fill('Thanh tra thành phố')
    await secretary.getByLabel('Đơn vị phối hợp').fill('Sở Xây dựng\nỦy ban nhân dân phường')
    await secretary.getByLabel('Căn cứ').fill('Thông báo số 12 của Chủ tịch')
    await secretary.getByRole('button', { name: 'Ghi vào biên bản' }).click()
    await expect(secretary.getByText('Phối hợp: Sở Xây dựng, Ủy ban nhân dân phường')).toBeVisible()
    await expect(secretary.getByRole('heading', { name: '1. Báo cáo công tác tiếp công dân' })).toBeVisible()
  })

  await test.step('unsent input is restored after a reload', async () => {
    await secretary.getByRole('radiogroup', { name: 'Loại nội dung' }).getByText('Kết luận', { exact: true }).click()
    await secretary.getByRole('textbox', { name: 'Nội dung', exact: true }).fill('Thống nhất duy trì lịch tiếp')
    await secretary.reload()
    await goIn(secretary)
    await isInside(secretary)
    await openPanel(secretary, 'Biên bản')
    const text = secretary.getByRole('textbox', { name: 'Nội dung', exact: true })
    await expect(text).toHaveValue('Thống nhất duy trì lịch tiếp')
    await text.fill('Thống nhất duy trì lịch tiếp công dân hằng tuần.')
    await secretary.getByRole('button', { name: 'Ghi vào biên bản' }).click()
    await expect(secretary.getByRole('listitem').filter({ hasText: 'hằng tuần' })).toBeVisible()
    await hasNoFault(secretary, 'the entries', panel)
  })

  await test.step('one generated line is reworded, another is hidden', async () => {
    await showTab(secretary, 'Diễn biến')
    const course = secretary.getByRole('complementary', { name: 'Biên bản' })
    const line = course.getByRole('listitem').filter({ hasText: 'Nguyễn Thị Minh Hạnh' }).first()
    await line.getByRole('button', { name: 'Sửa lời dòng này' }).click()
    await line.getByLabel('Lời ghi mới').fill('Chủ tọa có mặt tại điểm cầu trung tâm.')
    await line.getByRole('button', { name: 'Lưu nội dung sửa' }).click()
    await expect(secretary.getByText('Đã sửa lời')).toBeVisible()
    const left = course.getByRole('listitem').filter({ hasText: 'kết nối trở lại' }).first()
    await left.getByRole('button', { name: 'Không đưa dòng này vào biên bản' }).click()
    await expect(secretary.getByText('Không đưa vào biên bản')).toBeVisible()
    await hasNoFault(secretary, 'the course', panel)
  })

  await test.step('the chair comments on the draft', async () => {
    await showTab(chair, 'Ký, ban hành')
    await chair.getByLabel('Góp ý cho dự thảo').fill('Ghi rõ thời hạn rà soát.')
    await chair.getByRole('button', { name: 'Gửi', exact: true }).click()
    await expect(chair.getByRole('listitem').filter({ hasText: 'Ghi rõ thời hạn' })).toBeVisible()
    await showTab(secretary, 'Ký, ban hành')
    await secretary.getByRole('button', { name: 'Đã xử lý góp ý: Ghi rõ thời hạn rà soát.' }).click()
  })

  await test.step('after closing the secretary signs, then the chair', async () => {
    await openPanel(chair, 'Điều hành')
    await chair.getByRole('button', { name: 'Bế mạc' }).click()
    await chair.getByRole('dialog').getByRole('button', { name: 'Bế mạc' }).click()
    await showTab(secretary, 'Ký, ban hành')
    await secretary.getByRole('button', { name: 'Ký và trình chủ tọa' }).click()
    await secretary.getByRole('dialog').getByRole('button', { name: 'Ký', exact: true }).click()
    await expect(secretary.getByText('Đã trình. Chờ chủ tọa ký')).toBeVisible()
    await showTab(chair, 'Ký, ban hành')
    await chair.getByRole('button', { name: 'Ký biên bản' }).click()
    await chair.getByRole('dialog').getByRole('button', { name: 'Ký', exact: true }).click()
    await expect(secretary.getByRole('button', { name: 'Cấp số và ban hành biên bản' })).toBeVisible()
  })

  await test.step('the issued papers contain their number and both names', async () => {
    await secretary.getByRole('button', { name: 'Cấp số và ban hành biên bản' }).click()
    const dialog = secretary.getByRole('dialog')
    await expect(dialog.getByRole('img', { name: 'Trang đầu của biên bản sẽ ban hành' })).toBeVisible()
    await dialog.getByRole('button', { name: 'Cấp số và ban hành biên bản' }).click()
    await expect(secretary.getByText(/^Số 1, năm \d{4}/)).toBeVisible()
    await hasNoFault(secretary, 'signing and issuing', panel)
    const text = oneSpace(await pdfText(await paper(request, server, 'minutes.pdf')))
    expect(text).toContain('Số: 01/BB-UBND')
    expect(text).toContain('ỦY BAN NHÂN DÂN THÀNH PHỐ TÂN LẬP')
    expect(text).toContain('Nội dung 1: Báo cáo công tác tiếp công dân')
    expect(text).toContain('Chủ tọa có mặt tại điểm cầu trung tâm.')
    expect(text).not.toContain('kết nối trở lại')
    expect(text.match(/Đã ký xác nhận trên hệ thống/g)).toHaveLength(2)
    const notice = oneSpace(await pdfText(await paper(request, server, 'conclusions.pdf')))
    expect(notice).toContain('1. Thống nhất duy trì lịch tiếp công dân hằng tuần.')
    expect(notice).toContain('Đơn vị phối hợp: Sở Xây dựng, Ủy ban nhân dân phường;')
  })

  await test.step('a notice of conclusions is issued with signatory, form of signing and recipients', async () => {
    const issue = 'Cấp số và ban hành thông báo kết luận'
    await secretary.getByRole('button', { name: issue }).click()
    const dialog = secretary.getByRole('dialog')
    await dialog.getByLabel('Hình thức ký').selectOption('TM. Ký thay mặt tập thể')
    await dialog.getByLabel('Thay mặt tập thể').fill('Ủy ban nhân dân thành phố')
    await dialog.getByRole('checkbox', { name: 'Cấp phó ký thay' }).check()
    await dialog.getByLabel('Ký thay chức vụ').fill('Chủ tịch')
    await dialog.getByLabel('Chức vụ người ký').fill('Phó Chủ tịch')
    await expect(dialog.getByRole('button', { name: issue })).toBeDisabled()
    await dialog.getByLabel('Họ và tên người ký').fill('Lê Minh Đức')
    const places = dialog.getByRole('textbox', { name: 'Nơi nhận' })
    await expect(places).toHaveValue('Thanh tra thành phố\nSở Xây dựng\nỦy ban nhân dân phường')
    await places.fill('- Thanh tra thành phố;\n- Văn phòng Thành ủy;')
    const ending = dialog.getByRole('figure', { name: 'Phần cuối văn bản sẽ được in' })
    for (const line of ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', '- Văn phòng Thành ủy;', '- Lưu: VT, hồ sơ.'])
      await expect(ending.getByText(line, { exact: true })).toBeVisible()
    await hasNoFault(secretary, 'issuing a notice', '[role=dialog]')
    await dialog.getByRole('button', { name: issue }).click()
    await expect(dialog).toHaveCount(0)
    const notice = oneSpace(await pdfText(await paper(request, server, 'conclusions.pdf')))
    for (const line of ['KT. CHỦ TỊCH PHÓ CHỦ TỊCH', 'Lê Minh Đức', '- Văn phòng Thành ủy;'])
      expect(notice).toContain(line)
    expect(notice).not.toContain('- Sở Xây dựng;')
  })

  await test.step('a correction is a new document; the first stays available as issued', async () => {
    await secretary.getByRole('button', { name: 'Lập biên bản thay thế' }).click()
    const dialog = secretary.getByRole('dialog')
    await dialog.getByLabel('Lý do').fill('Thiếu một đại biểu.')
    await dialog.getByRole('button', { name: 'Lập biên bản thay thế' }).click()
    await expect(secretary.getByText('Biên bản này thay thế biên bản số 1.')).toBeVisible()
    expect(oneSpace(await pdfText(await paper(request, server, 'minutes.pdf')))).toContain(
      'Thay thế: Biên bản số 01/BB',
    )
    expect(oneSpace(await pdfText(await paper(request, server, 'minutes.pdf?version=1')))).toContain('Số: 01/BB')
  })
})
