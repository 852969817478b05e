// A reception day of a commune through its pages only: an appointment on a phone, waiting, a visit with a branch
// agency, statement, signature and receipt, a petition and its follow-up; another citizen is refused; the register is
// closed and exported.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import readXlsxFile from 'read-excel-file/node'
import { calendarDayOf, startOf } from '../../shared/law/working-days.ts'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves, newPerson } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { aPdf } from '../harness/files.ts'
import { goIn, isInside, openPage, openPanel, signs } from '../harness/hearing.ts'
import { becomesAdministrator, goesIntoVisit, openDesk, signsIn } from '../harness/office.ts'
import { pdfText } from '../harness/papers.ts'
import { anOfficer, aSitting } from '../harness/reception.ts'

test.afterEach(({ browser }) => everybodyLeaves(browser))

const citizen = 'Ngô Văn Phúc'
const identityNumber = '048058001234'
const statement = 'Nhà tôi bị thu hồi 120 m² đất, đề nghị đo lại.'
const subject = 'Khiếu nại diện tích đất bị thu hồi'
const branch = 'Chi nhánh Văn phòng Đăng ký đất đai'
const another = 'Trần Thị Hoa'
const scan = aPdf(1)
const scanHash = createHash('sha256').update(scan).digest('hex')
const minuteMs = 60_000

/** Soon enough to come to at once, and still today. */
function soon(): { date: string; from: string; to: string } {
  const date = calendarDayOf(Date.now())
  const midnight = startOf(date)
  const from = Math.min(Math.floor((Date.now() - midnight) / minuteMs) + 30, 24 * 60 - 10)
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  return { date, from: clock(from), to: clock(from + 5) }
}

async function plansToday(office: Page, origin: string): Promise<void> {
  const officer = await (await office.request.post(`${origin}/api/reception/officers`, { data: anOfficer })).json()
  const ownBrowser = { ground: 'Người cao tuổi, nhà xa trụ sở', decisionNumber: '12/QĐ-UBND' }
  const sitting = aSitting({ ...soon(), officerId: officer.officerId, slotMinutes: 5, ownBrowser })
  expect((await office.request.post(`${origin}/api/reception/days`, { data: sitting })).status()).toBe(201)
}

async function books(phone: Page, origin: string): Promise<void> {
  await phone.goto(`${origin}/reception`)
  await phone.getByRole('link', { name: /^Đăng ký:/ }).click()
  await phone.getByRole('radio', { name: /^\d\d:\d\d$/ }).check()
  await phone.getByRole('radio', { name: 'Không đến, tôi dùng điện thoại' }).check()
  await phone.getByRole('button', { name: 'Tiếp tục' }).click()
  await phone.getByLabel('Họ và tên').fill('Ngo Van Phuc')
  await phone.getByLabel('Số điện thoại').fill('0912 345 678')
  await phone.getByRole('button', { name: 'Tiếp tục' }).click()
  await phone.getByLabel('Kể ngắn gọn sự việc').fill('Thu hồi đất')
  await phone.getByRole('radio', { name: 'Khiếu nại' }).check()
  await phone.getByRole('button', { name: 'Gửi đăng ký' }).click()
  await expect(phone.getByText('Đã đăng ký xong')).toBeVisible()
}

/** The waiting page of whom the officer gives a number. */
async function takesNumber(office: Page, origin: string, name: string): Promise<string> {
  const ticket = { kind: 'reception', way: 'browser', citizen: { name } }
  const given = await office.request.post(`${origin}/api/reception/tickets`, { data: ticket })
  return (await given.json()).link
}

const callsNext = (desk: Page) => desk.getByRole('button', { name: 'Mời người tiếp theo' }).click()

async function endsVisit(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: 'Kết thúc lượt tiếp' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: 'Kết thúc lượt tiếp' }).click()
  await expect(desk.getByRole('button', { name: 'Mời người tiếp theo' })).toBeVisible()
}

async function readsPapers(officer: Page): Promise<void> {
  await openPanel(officer, 'Giấy tờ')
  await officer.getByRole('button', { name: /^Kiểm tra giấy tờ:/ }).click()
  await officer.getByRole('textbox', { name: 'Họ và tên ghi trên giấy tờ' }).fill(citizen)
  await officer.getByRole('checkbox', { name: 'Giấy tờ tùy thân' }).check()
  await officer.getByRole('textbox', { name: 'Số', exact: true }).fill(identityNumber)
  await officer.getByRole('button', { name: 'Xác nhận', exact: true }).click()
  await expect(officer.getByText(/^Đã xác nhận lúc/)).toBeVisible()
}

async function download(page: Page): Promise<Buffer> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Tải PDF' }).click()
  return readFile(await (await downloading).path())
}

async function opensRegister(office: Page): Promise<void> {
  await office.getByRole('link', { name: 'Tiếp công dân', exact: true }).click()
  await office.getByRole('link', { name: 'Sổ tiếp dân' }).click()
}

test('a citizen from the appointment to the closed register', async ({ browser }) => {
  const server = await DemoServer.startEmpty()
  const { origin } = new URL(server.setUpUrl)
  try {
    const lan = await (await newPerson(browser)).newPage()
    await becomesAdministrator(lan, server.setUpUrl)
    await lan.getByRole('button', { name: 'Trần Thị Lan' }).waitFor()
    const thao = await signsIn(browser, lan, { username: 'thao.pham', displayName: 'Phạm Thu Thảo' })
    await plansToday(lan, origin)
    await openDesk(lan, 'Bàn số 1')
    const phone = await (await newPerson(browser, { isPhone: true })).newPage()

    await test.step('the citizen books an appointment on a phone', () => books(phone, origin))

    await test.step('the citizen takes a ticket by the appointment, and waits before others', async () => {
      await phone.getByRole('button', { name: 'Vào phòng chờ' }).click()
      await phone.getByRole('button', { name: 'Tôi đã đọc và đồng ý' }).click()
      await expect(phone.getByRole('heading', { name: 'Máy đã sẵn sàng' })).toBeVisible()
      await expect(phone.getByText('A001', { exact: true })).toBeVisible()
      for (const name of ['Đỗ Văn Bảy', 'Lê Thị Sáu']) await takesNumber(lan, origin, name)
      await expect(lan.getByText('A003 · Lê Thị Sáu')).toBeVisible()
    })
    const hoa = await openPage(browser, await takesNumber(lan, origin, another), { isPhone: true })
    await expect(hoa.getByRole('heading', { name: 'Còn 3 người trước ông/bà' })).toBeVisible()
    await hasNoFault(hoa, 'the rules on a phone')

    await test.step('the citizen is called; the visit begins when the note-taker is there too', async () => {
      await callsNext(lan)
      await phone.getByRole('button', { name: 'Vào gặp cán bộ' }).click()
      await isInside(phone)
      await expect(phone.getByText('Cán bộ chưa vào phòng. Xin ông/bà chờ')).toBeVisible()
    })
    const chair = await goesIntoVisit(lan)
    await expect(lan.getByText('Đang tiếp', { exact: true })).toHaveCount(0)
    await thao.getByRole('link', { name: 'Tiếp công dân', exact: true }).click()
    const notes = await goesIntoVisit(thao)
    await expect(lan.getByText('Đang tiếp', { exact: true })).toBeVisible()
    await phone.getByRole('button', { name: 'Tôi đã biết' }).click()

    await test.step('the identity card is checked', () => readsPapers(notes))

    const site = await test.step('the chair calls in a branch agency as a site', async () => {
      await openPanel(chair, 'Buổi tiếp')
      await chair.getByRole('button', { name: 'Gọi đơn vị vào buổi tiếp' }).click()
      await chair.getByRole('combobox', { name: 'Đơn vị' }).fill(branch)
      await chair.getByRole('button', { name: 'Gọi vào' }).click()
      await chair.getByRole('button', { name: 'Mã QR' }).click()
      await expect(chair.getByRole('img', { name: `Mã vào phòng của ${branch}` })).toBeVisible()
      await chair.context().grantPermissions(['clipboard-read', 'clipboard-write', 'camera', 'microphone'])
      await chair.getByRole('button', { name: 'Chép đường dẫn' }).click()
      const page = await openPage(browser, await chair.evaluate(() => navigator.clipboard.readText()))
      await goIn(page)
      await isInside(page)
      await expect(chair.getByText('Đang trong phòng')).toBeVisible()
      return page
    })

    await test.step('the statement is read back, corrected and signed', async () => {
      await openPanel(notes, 'Lời trình bày')
      await notes.getByRole('button', { name: `Ghi lời của ${citizen}` }).click()
      await notes.getByRole('textbox', { name: 'Nội dung' }).fill('Nhà tôi bị thu hồi 100 m² đất.')
      await notes.getByRole('button', { name: 'Đọc lại cho công dân' }).click()
      await phone.getByRole('button', { name: 'Cần sửa' }).click()
      await phone.getByRole('textbox', { name: 'Ông/bà muốn sửa chỗ nào?' }).fill('120 m², xin đo lại.')
      await phone.getByRole('button', { name: 'Gửi cán bộ' }).click()
      await notes.getByRole('textbox', { name: 'Nội dung' }).fill(statement)
      await notes.getByRole('button', { name: 'Đọc lại cho công dân' }).click()
      await expect(phone.getByRole('dialog').getByText(statement)).toBeVisible()
      await expect(site.getByText(statement)).toHaveCount(0)
      await phone.getByRole('button', { name: 'Đúng, tôi ký' }).click()
      await signs(phone)
      await phone.getByRole('button', { name: 'Ký xong' }).click()
      await expect(notes.getByText(/^Đã ký trên màn hình lúc/)).toBeVisible()
    })

    await test.step('the competence of the agency is recorded', async () => {
      await chair.getByRole('radio', { name: 'Thuộc thẩm quyền của cơ quan' }).check()
      await chair.getByRole('button', { name: 'Lưu thẩm quyền' }).click()
    })

    const receipt = await test.step('the citizen gets a receipt with the hash of the file', async () => {
      await openPanel(notes, 'Tài liệu')
      await notes
        .locator('input[type=file]')
        .setInputFiles({ name: 'Quyết định thu hồi.pdf', mimeType: 'application/pdf', buffer: scan })
      await expect(notes.getByRole('listitem').getByText('Quyết định thu hồi')).toBeVisible()
      await openPanel(notes, 'Nộp giấy tờ')
      await notes.getByRole('textbox', { name: 'Tên giấy tờ' }).fill('Quyết định thu hồi đất')
      await notes.getByLabel('Tệp trong phiên').selectOption({ label: 'Quyết định thu hồi' })
      await notes.getByRole('button', { name: 'Thêm vào danh sách' }).click()
      await notes.getByRole('button', { name: 'Lập giấy biên nhận (1)' }).click()
      // The first one of this agency.
      await notes.getByRole('dialog').getByRole('button', { name: 'Lập giấy biên nhận' }).click()
      await openPanel(phone, 'Nộp giấy tờ')
      const text = await pdfText(await download(phone))
      expect(text).toContain(citizen)
      expect(text.replaceAll(/\s/g, '')).toContain(scanHash)
      return text
    })

    await test.step('the visit ends, and the desk is free', async () => {
      await endsVisit(lan)
      for (const page of [chair, notes, site]) await page.close()
    })

    await test.step('the citizen checks the receipt by its code', async () => {
      const code = /[3-9A-Y]{4}(-[3-9A-Y]{4}){3}/.exec(receipt)?.[0] ?? ''
      await phone.goto(`${origin}/verify#${code}`)
      await expect(phone.getByText('đang có giá trị')).toBeVisible()
    })

    const code = await test.step('a petition of the visit is entered with the citizen filled in', async () => {
      await opensRegister(thao)
      await expect(thao.getByText(statement)).toBeVisible()
      await thao.getByRole('link', { name: 'Nhập đơn của lượt này: số 1' }).click()
      await expect(thao.getByLabel('Họ và tên')).toHaveValue(citizen)
      await thao.getByLabel('Trích yếu').fill(subject)
      await thao.getByLabel('Trích yếu').press('Control+Enter')
      await expect(thao.getByText('Đã vào sổ số KN-1/')).toBeVisible()
      return (await thao.getByTestId('follow-code').textContent()) ?? ''
    })

    await test.step('the citizen follows the case by code and phone number', async () => {
      await phone.goto(`${origin}/follow#${code}`)
      await phone.getByLabel('4 số cuối điện thoại').fill('5678')
      await phone.getByRole('button', { name: 'Xem' }).click()
      await expect(phone.getByRole('heading', { name: /^Đơn số KN-1\// })).toBeVisible()
    })

    await test.step('another citizen is refused with a ground, and gets the notice after the visit', async () => {
      for (let left = 2; left > 0; left--) {
        await callsNext(lan)
        await lan.getByRole('button', { name: 'Không có mặt' }).click()
      }
      await callsNext(lan)
      await expect(hoa.getByRole('button', { name: 'Tôi đồng ý, vào gặp cán bộ' })).toBeVisible()
      await hasNoFault(hoa, 'a call before the rules are accepted')
      await hoa.getByRole('button', { name: 'Tôi đồng ý, vào gặp cán bộ' }).click()
      await isInside(hoa)
      const officer = await goesIntoVisit(lan)
      await thao.getByRole('link', { name: 'Tiếp công dân', exact: true }).click()
      const clerk = await goesIntoVisit(thao)
      await expect(lan.getByText('Đang tiếp', { exact: true })).toBeVisible()
      await openPanel(officer, 'Buổi tiếp')
      await officer.getByRole('combobox', { name: 'Căn cứ' }).selectOption('decree-4-1-h')
      await officer.getByRole('textbox', { name: 'Đã giải thích thế nào' }).fill('Đã trả lời ngày 05/3/2025.')
      await officer.getByRole('button', { name: 'Ghi đã giải thích' }).click()
      await officer.getByRole('button', { name: 'Lập thông báo' }).click()
      const dialog = officer.getByRole('dialog')
      await dialog.getByRole('textbox', { name: 'Vụ việc' }).fill('Bồi thường khi thu hồi đất')
      await dialog.getByRole('textbox', { name: 'Họ và tên người ký' }).fill(anOfficer.name)
      await dialog.getByRole('textbox', { name: 'Chức vụ người ký' }).fill(anOfficer.title)
      await dialog.getByRole('button', { name: 'Ban hành' }).click()
      await expect(officer.getByText(/^Đã ban hành, số 1 năm/)).toBeVisible()
      await endsVisit(lan)
      await expect(hoa.getByText(/^Thông báo từ chối tiếp, số 1 năm/)).toBeVisible()
      await hasNoFault(hoa, 'the end of a visit, with a paper to take')
      const text = (await pdfText(await download(hoa))).replaceAll(/\s+/g, ' ')
      expect(text).toContain(another)
      expect(text).toContain('điểm h khoản 1 Điều 4')
      for (const page of [officer, clerk]) await page.close()
    })

    await test.step('the register of the day is completed and closed', async () => {
      await opensRegister(thao)
      const closing = thao.getByRole('button', { name: 'Đóng dòng: số 1' })
      await closing.click()
      // The next row moves into its place.
      await expect(closing).toHaveCount(0)
      await thao.getByRole('button', { name: 'Ghi tiếp: số 2' }).click()
      const row = thao.getByRole('dialog')
      await row.getByLabel('5. Nội dung đơn').fill('Đề nghị xem lại việc đã trả lời')
      await row.getByLabel('5. Nội dung đơn').press('Tab')
      await thao.keyboard.type('Khiếu')
      await thao.keyboard.press('ArrowDown')
      await thao.keyboard.press('Enter')
      await row.getByLabel('9. Thuộc thẩm quyền').check()
      await row.getByRole('button', { name: 'Lưu và đóng dòng' }).click()
      await expect(thao.getByText('Không còn dòng nào phải ghi tiếp.')).toBeVisible()
    })

    await test.step('the register is exported: two citizens, thirteen columns, no missing row', async () => {
      const downloading = thao.waitForEvent('download')
      await thao.getByRole('button', { name: 'Xuất Excel' }).click()
      const [sheet] = await readXlsxFile(await readFile(await (await downloading).path()))
      const titles = sheet?.data.findIndex((cells) => cells[0] === 'STT') ?? -1
      const rows = sheet?.data.slice(titles + 2) ?? []
      expect(rows.map((cells) => [cells.length, cells[0], cells[2], cells[4], cells[6]])).toEqual([
        [13, 1, citizen, subject, 1],
        [13, 2, another, 'Đề nghị xem lại việc đã trả lời', 1],
      ])
    })
  } finally {
    await server.close()
  }
})
