// A conference of a city with four communes through its pages only: booked from a list, invited by mail, held, minuted,
// and followed up until its assignment is completed.
import { expect, type Page, test } from '@playwright/test'
import { everybodyLeaves, newPerson } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { aPdf } from '../harness/files.ts'
import {
  audioPackets,
  codeSheets,
  goIn,
  isInside,
  openPage,
  openPanel,
  paperWith,
  participantBehind,
  seesMoving,
} from '../harness/hearing.ts'
import { MailSink } from '../harness/mail-sink.ts'
import { becomesAdministrator } from '../harness/office.ts'
import { pdfText } from '../harness/papers.ts'
import { until } from '../harness/wait.ts'

test.afterEach(({ browser }) => everybodyLeaves(browser))

const communes = ['An Bình', 'Tân Phú', 'Hòa Lộc', 'Mỹ Thạnh'] as const
const centre = 'Điểm cầu trung tâm'
const list = [
  [centre, 'Nguyễn Thị Minh Hạnh', 'Phó Chủ tịch UBND thành phố', 'Chủ tọa', 'chair@vidu.gov.vn'],
  ['', 'Bùi Thanh Mai', 'Chuyên viên Văn phòng', 'Thư ký', 'secretary@vidu.gov.vn'],
  ['', 'Trần Quốc Bảo', 'Trưởng Ban Tiếp công dân', 'Đại biểu', ''],
  ...communes.flatMap((commune, index) => [
    [`Điểm cầu xã ${commune}`, `Lê Văn ${commune}`, `Chủ tịch UBND xã ${commune}`, 'Đại biểu', ''],
    ['', `Phạm Thị ${commune}`, `Công chức xã ${commune}`, 'Phụ trách điểm cầu', `site${index}@vidu.gov.vn`],
  ]),
]
  .map((row) => row.join('\t'))
  .join('\n')

const motion = 'Thông qua kế hoạch tiếp công dân quý sau'
const venue = 'Chọn xã Tân Phú tổ chức hội nghị lần sau'
const task = 'Niêm yết lịch tiếp công dân tại trụ sở.'
const unit = 'UBND xã Tân Phú'
const oneSpace = (text: string) => text.replaceAll(/\s+/g, ' ')

async function books(office: Page) {
  await office.getByRole('link', { name: 'Tạo phiên họp' }).first().click()
  await office.getByLabel('Tên phiên họp').fill('Hội nghị trực tuyến công tác tiếp công dân quý IV')
  await office.getByLabel('Địa điểm').fill('Hội trường tầng 2')
  await office.getByRole('button', { name: 'Nhập từ Excel' }).click()
  const dialog = office.getByRole('dialog', { name: 'Nhập từ Excel' })
  await dialog.getByLabel('Hoặc dán từ bảng tính').fill(list)
  await dialog.getByRole('button', { name: 'Đưa vào biểu mẫu' }).click()
  for (const [index, title] of ['Báo cáo công tác tiếp công dân', 'Thảo luận và biểu quyết'].entries()) {
    await office.getByRole('button', { name: 'Thêm nội dung' }).click()
    await office.getByLabel(`Tên nội dung ${index + 1}`).fill(title)
  }
  const chooser = office.waitForEvent('filechooser')
  await office.getByRole('button', { name: 'Chọn tệp' }).click()
  await (await chooser).setFiles({ name: 'Báo cáo quý IV.pdf', mimeType: 'application/pdf', buffer: aPdf(3) })
  await office.getByRole('button', { name: 'Tạo phiên và cấp đường dẫn' }).click()
  await expect(office.getByRole('region', { name: 'Tài liệu' }).getByRole('listitem')).toHaveText(/^Báo cáo quý IV/)
}

/** A delegate at the page of their site. */
async function votes(page: Page, name: string, code: string, choice: string) {
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await page.getByLabel(`Mã biểu quyết của ${name}`).fill(code)
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.getByRole('button', { name: choice, exact: true }).click()
  await page.getByRole('button', { name: 'Xác nhận' }).click()
  await expect(page.getByText(`Đã ghi nhận phiếu của ${name}.`)).toBeVisible()
  await page.getByRole('button', { name: 'Đại biểu tiếp theo' }).click()
}

async function putsToTheVote(chair: Page, text: string, { isSecret }: { isSecret: boolean }) {
  await openPanel(chair, 'Biểu quyết')
  await chair.getByRole('button', { name: 'Soạn nội dung biểu quyết' }).click()
  const dialog = chair.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Nội dung biểu quyết' }).fill(text)
  if (isSecret) await dialog.getByText('Kín', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Bắt đầu biểu quyết ngay' }).click()
  await expect(dialog).toHaveCount(0)
}

async function closesTheVote(chair: Page) {
  await chair.getByRole('button', { name: 'Kết thúc và công bố kết quả' }).click()
  await chair.getByRole('dialog').getByRole('button', { name: 'Kết thúc và công bố kết quả' }).click()
  await expect(chair.getByRole('dialog')).toHaveCount(0)
}

test('a conference of a centre and four branch sites, from booking to the completed assignment', async ({
  browser,
  request,
}) => {
  // The whole order of business, with six rooms: three times as long as the others have, for a busy machine takes twice its own time.
  test.setTimeout(600_000)
  const sink = await MailSink.start()
  const server = await DemoServer.startEmpty({ SMTP_URL: sink.url, MAIL_FROM: 'Văn phòng UBND <vp@vidu.gov.vn>' })
  try {
    const office = await (await newPerson(browser)).newPage()
    await becomesAdministrator(office, server.setUpUrl)
    await books(office)

    await office.getByRole('button', { name: /^Gửi giấy mời cho 6 người/ }).click()
    const linkFor = async (mailbox: string) => {
      const address = `${mailbox}@vidu.gov.vn`
      await until(() => (sink.to(address).length === 1 ? null : `nothing has come for ${address}`))
      return sink.to(address)[0]?.text?.match(/https?:\S+\/join#\S+/)?.[0] ?? ''
    }
    const links = await Promise.all(['chair', 'secretary', 'site0', 'site1', 'site2', 'site3'].map(linkFor))
    const pages: Page[] = []
    for (const [index, link] of links.entries()) {
      const page = await openPage(browser, link, { isPhone: index > 2 })
      // The chair and two sites are seen. Six pictures, each shown in six rooms, are more than two cores do beside another test:
      // the last to come once waited 15 seconds for its toolbar.
      if (![0, 2, 3].includes(index)) await page.getByRole('button', { name: 'Camera bật' }).click()
      await goIn(page)
      await isInside(page)
      pages.push(page)
    }
    const [chair, secretary, anBinh, tanPhu] = pages as [Page, Page, Page, Page, Page, Page]
    const [, secretaryLink = '', , tanPhuLink = ''] = links

    await test.step('the chair opens it without passed gates, with a reason', async () => {
      await openPanel(chair, 'Điều hành')
      await chair.getByRole('button', { name: 'Khai mạc', exact: true }).click()
      const dialog = chair.getByRole('dialog')
      await dialog.getByLabel('Lý do').fill('Họp theo yêu cầu khẩn của Chủ tịch.')
      await dialog.getByRole('button', { name: 'Khai mạc' }).click()
      await expect(secretary.getByText('Đang diễn ra').first()).toBeVisible()
    })

    await test.step('the roll call at every site', async () => {
      await openPanel(secretary, 'Điểm danh')
      for (const site of [centre, ...communes.map((commune) => `Điểm cầu xã ${commune}`)]) {
        await secretary.getByRole('button', { name: new RegExp(`^${site}`) }).click()
        await secretary.getByRole('radio', { name: 'Có mặt' }).first().click()
        await secretary.getByRole('button', { name: 'Xác nhận điểm danh' }).click()
      }
      await expect(chair.getByText('5/5 điểm cầu · 5/5 đại biểu')).toBeVisible()
    })

    await test.step('first agenda item: its report is presented page by page on every screen', async () => {
      await openPanel(chair, 'Chương trình')
      await chair.getByRole('button', { name: 'Chuyển sang: Báo cáo công tác' }).click()
      await openPanel(secretary, 'Tài liệu')
      await secretary.getByRole('button', { name: 'Trình chiếu: Báo cáo quý IV' }).click()
      await secretary.getByRole('button', { name: 'Trang sau' }).click()
      for (const page of pages) await expect(page.locator('[data-page="2"]')).toBeVisible()
      await secretary.getByRole('button', { name: 'Thôi trình chiếu' }).click()
    })

    await test.step('the server ends a turn at its time limit', async () => {
      await openPanel(chair, 'Phát biểu')
      await chair.getByRole('button', { name: 'Quy định phát biểu' }).click()
      const dialog = chair.getByRole('dialog')
      await dialog.getByLabel('Phát biểu', { exact: true }).fill('0,5')
      await dialog.getByRole('radio', { name: 'Kết thúc lượt phát biểu' }).check()
      await dialog.getByRole('button', { name: 'Áp dụng' }).click()
      await expect(dialog).toHaveCount(0)
      await tanPhu.getByRole('toolbar').getByRole('button', { name: 'Giơ tay' }).click()
      await chair.getByRole('button', { name: /^Mời phát biểu: Phạm Thị Tân Phú/ }).click()
      const speaker = participantBehind(tanPhuLink)
      const heard = async () => (await audioPackets(chair))[speaker] ?? 0
      await expect.poll(heard).toBeGreaterThan(0)
      await expect(chair.getByText('Chưa mời ai phát biểu.')).toBeVisible({ timeout: 40_000 })
      await seesMoving(chair, [speaker])
      const atTheEnd = await heard()
      for (let second = 0; second < 3; second++) await seesMoving(chair, [speaker])
      expect(await heard()).toBe(atTheEnd)
    })

    const codes = oneSpace(await codeSheets(request, secretaryLink))
    const codeOf = (name: string) => new RegExp(`${name}[^\\d]*(\\d{4} \\d{4})`).exec(codes)?.[1] ?? 'no code'
    const everySite = communes.map((commune, index) => ({
      page: pages[index + 2] ?? chair,
      delegate: `Lê Văn ${commune}`,
    }))

    await test.step('second agenda item: an open and a secret ballot', async () => {
      await openPanel(chair, 'Chương trình')
      await chair.getByRole('button', { name: 'Chuyển sang: Thảo luận' }).click()
      await putsToTheVote(chair, motion, { isSecret: false })
      for (const { page, delegate } of everySite) {
        await page.getByRole('button', { name: 'Biểu quyết ngay' }).click()
        await votes(page, delegate, codeOf(delegate), 'Tán thành')
      }
      await closesTheVote(chair)
      await putsToTheVote(chair, venue, { isSecret: true })
      for (const [index, { page, delegate }] of everySite.entries())
        await votes(page, delegate, codeOf(delegate), index === 0 ? 'Không tán thành' : 'Tán thành')
      await closesTheVote(chair)
      const result = anBinh.getByRole('listitem').filter({ hasText: venue }).first()
      await expect(result).toContainText('Tán thành: 3 phiếu (75%)')
      await expect(result).not.toContainText('Ai đã chọn gì')
    })

    await test.step('the secretary writes a decision and an assignment; both sign, and the minutes are numbered', async () => {
      await openPanel(secretary, 'Biên bản')
      const kinds = secretary.getByRole('radiogroup', { name: 'Loại nội dung' })
      await kinds.getByText('Kết luận', { exact: true }).click()
      const text = secretary.getByRole('textbox', { name: 'Nội dung', exact: true })
      await text.fill('Thống nhất kế hoạch quý sau.')
      await secretary.getByRole('button', { name: 'Ghi vào biên bản' }).click()
      await kinds.getByText('Giao việc', { exact: true }).click()
      await text.fill(task)
      await secretary.getByRole('combobox', { name: 'Đơn vị chủ trì thực hiện' }).fill(unit)
      await secretary.getByRole('button', { name: 'Ghi vào biên bản' }).click()
      await expect(secretary.getByRole('listitem').filter({ hasText: task })).toBeVisible()
      await openPanel(chair, 'Điều hành')
      await chair.getByRole('button', { name: 'Bế mạc' }).click()
      await chair.getByRole('dialog').getByRole('button', { name: 'Bế mạc' }).click()
      for (const [page, button] of [
        [secretary, 'Ký và trình chủ tọa'],
        [chair, 'Ký biên bản'],
      ] as const) {
        await openPanel(page, 'Biên bản')
        await page.getByRole('radiogroup', { name: 'Biên bản' }).getByText('Ký, ban hành', { exact: true }).click()
        await page.getByRole('button', { name: button }).click()
        await page.getByRole('dialog').getByRole('button', { name: 'Ký', exact: true }).click()
      }
      const issue = 'Cấp số và ban hành biên bản'
      await secretary.getByRole('button', { name: issue }).click()
      await secretary.getByRole('dialog').getByRole('button', { name: issue }).click()
      await expect(secretary.getByText(/^Số 1, năm \d{4}/)).toBeVisible()
    })

    await test.step('the minutes contain all of it', async () => {
      const minutes = oneSpace(await pdfText(await paperWith(request, secretaryLink, 'minutes.pdf')))
      for (const words of [
        'Số: 01/BB',
        'Họp theo yêu cầu khẩn của Chủ tịch.',
        'Nội dung 1: Báo cáo công tác tiếp công dân',
        'Nội dung 2: Thảo luận và biểu quyết',
        'Tán thành: Lê Văn An Bình, Lê Văn Hòa Lộc, Lê Văn Mỹ Thạnh, Lê Văn Tân Phú.',
        `“${venue}” (biểu quyết kín, thuộc nội dung “Thảo luận và biểu quyết”)`,
        task,
      ])
        expect(minutes).toContain(words)
    })

    await test.step('the office follows the assignment until it is completed', async () => {
      await office.getByRole('link', { name: 'Kết luận', exact: true }).click()
      const card = office.getByRole('listitem').filter({ hasText: task })
      await expect(card).toContainText(unit)
      await card.getByRole('button', { name: 'Xem và cập nhật (0)' }).click()
      await card.getByRole('button', { name: 'Báo cáo hoàn thành' }).click()
      const dialog = office.getByRole('dialog')
      await dialog.getByLabel('Nội dung').fill('Đã niêm yết tại trụ sở và 4 nhà văn hóa.')
      await dialog.getByRole('button', { name: 'Lưu' }).click()
      await card.getByRole('button', { name: 'Xác nhận hoàn thành' }).click()
      await expect(card.getByText('Đã hoàn thành')).toBeVisible()
    })
  } finally {
    await server.close()
    await sink.close()
  }
})
