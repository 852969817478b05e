// A notice of refusal, checked by the citizen on a phone and withdrawn by the office; and a dialogue up to the signing
// of its minutes.
import { expect, type Page, test } from '@playwright/test'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves } from '../harness/browser.ts'
import { filePassword, signaturesIn, TestAuthority } from '../harness/certificates.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { admit, goIn, isInside, openPage, openPanel } from '../harness/hearing.ts'
import { booksReception } from '../harness/office.ts'
import { pdfText } from '../harness/papers.ts'
import { TestTimeStampAuthority } from '../harness/time-stamp-authority.ts'

let server: Awaited<ReturnType<typeof DemoServer.startEmpty>>
let timeStamps: TestTimeStampAuthority
test.beforeAll(async () => {
  timeStamps = await TestTimeStampAuthority.start()
  server = await DemoServer.startEmpty({ TIME_STAMP_URL: timeStamps.url })
})
test.afterEach(({ browser }) => everybodyLeaves(browser))
test.afterAll(async () => {
  await server.close()
  await timeStamps.close()
})

const citizenName = 'Ngô Văn Phúc'

async function refuses(secretary: Page): Promise<void> {
  await openPanel(secretary, 'Buổi tiếp')
  await secretary.getByRole('combobox', { name: 'Căn cứ' }).selectOption('decree-4-1-h')
  await secretary.getByRole('textbox', { name: 'Đã giải thích thế nào' }).fill('Đã trả lời ngày 05/3/2025.')
  await secretary.getByRole('button', { name: 'Ghi đã giải thích' }).click()
}

test('a notice of refusal is issued, checked and withdrawn; a dialogue is completed up to signing', async ({
  browser,
}) => {
  const { office, sessionId, link } = await booksReception(browser, server.setUpUrl, {
    title: 'Khiếu nại việc thu hồi đất',
    citizen: citizenName,
  })
  const { origin } = new URL(server.setUpUrl)
  const secretary = await openPage(browser, link('secretary'))
  const citizen = await openPage(browser, link('citizen'), { isPhone: true })
  for (const page of [secretary, citizen]) await goIn(page)
  await isInside(secretary)
  await admit(secretary, citizenName)
  await isInside(citizen)
  await openPanel(secretary, 'Điều hành')
  await secretary.getByRole('button', { name: 'Ghi trên máy chủ' }).click()
  await expect(secretary.getByRole('banner').getByText('Đang ghi hình', { exact: true })).toBeVisible()
  expect(
    (await office.request.post(`${origin}/api/sessions/${sessionId}/open`, { data: { reason: 'Đột xuất' } })).ok(),
  ).toBe(true)
  const authority = await TestAuthority.start()
  const certificate = (await authority.certificateFile()).toString('base64')
  await authority.close()
  const handedIn = { file: certificate, password: filePassword }
  expect((await office.request.put(`${origin}/api/agency-certificate`, { data: handedIn })).ok()).toBe(true)
  let file: Buffer = Buffer.alloc(0)
  let code = ''

  await test.step('the notice is written next to the explained refusal, with its due day', async () => {
    await refuses(secretary)
    await expect(secretary.getByText(/^Gửi thông báo chậm nhất ngày .* \(3 ngày làm việc/)).toBeVisible()
    await secretary.getByRole('button', { name: 'Lập thông báo' }).click()
    const dialog = secretary.getByRole('dialog')
    await expect(dialog.getByRole('textbox', { name: 'Căn cứ' })).toHaveValue(/^điểm h khoản 1 Điều 4/)
    await dialog.getByRole('textbox', { name: 'Họ và tên người ký' }).fill('Lê Minh Đức')
    await dialog.getByRole('textbox', { name: 'Chức vụ người ký' }).fill('Trưởng ban')
    await dialog.getByRole('button', { name: 'Ban hành' }).click()
    await expect(secretary.getByText(/^Đã ban hành, số 1 năm/)).toBeVisible()
    await openPanel(citizen, 'Nộp giấy tờ')
    await expect(citizen.getByText(/^Thông báo từ chối tiếp, số 1 năm/)).toBeVisible()
  })

  await test.step('the office finds it among the issued papers', async () => {
    await office.goto(`${origin}/staff/sessions/${sessionId}`)
    const issued = office.getByRole('region', { name: 'Văn bản đã ban hành' })
    await expect(issued.getByText(/^Thông báo từ chối tiếp công dân số 1 năm/)).toBeVisible()
    const href = await issued.getByRole('link', { name: /PDF$/ }).getAttribute('href')
    file = Buffer.from(await (await office.request.get(`${origin}${href}`)).body())
    const text = await pdfText(file)
    expect(text).toContain('Lê Minh Đức')
    expect(await signaturesIn(file)).toContain('Signature is Valid')
    await expect(issued.getByText('Chữ ký số của Ủy ban nhân dân xã Tân Lập.')).toBeVisible()
    await expect(issued.getByText(/^Chữ ký có dấu thời gian: \d{2}:\d{2}/)).toBeVisible()
    code = /[3-9A-Y]{4}(-[3-9A-Y]{4}){3}/.exec(text)?.[0] ?? ''
  })

  const holder = await openPage(browser, `${origin}/verify#${code}`, { isPhone: true })
  await test.step('the citizen checks the code and the file on a phone', async () => {
    await expect(holder.getByText('đang có giá trị')).toBeVisible()
    await expect(holder.getByText(/^Số 1 năm/)).toBeVisible()
    await expect(holder.getByText(citizenName)).toHaveCount(0)
    const choose = (buffer: Buffer) =>
      holder.locator('input[type=file]').setInputFiles({ name: 'tb.pdf', mimeType: 'application/pdf', buffer })
    await choose(file)
    await expect(holder.getByText('Đúng là bản đã ban hành')).toBeVisible()
    await choose(Buffer.concat([file, Buffer.from(' ')]))
    await expect(holder.getByText('Không phải bản đã ban hành')).toBeVisible()
    await hasNoFault(holder, 'the check of a paper on a phone')
  })

  await test.step('after its withdrawal the check says so; an unknown code is reported', async () => {
    await office.getByRole('button', { name: /^Thu hồi Thông báo/ }).click()
    await office.getByRole('dialog').getByRole('textbox', { name: 'Lý do' }).fill('Sai tên công dân')
    await office.getByRole('dialog').getByRole('button', { name: 'Thu hồi', exact: true }).click()
    await expect(office.getByText('Đã thu hồi')).toBeVisible()
    const asks = async (typed: string) => {
      await holder.getByRole('textbox', { name: 'Mã kiểm tra' }).fill(typed)
      await holder.getByRole('button', { name: 'Kiểm tra' }).click()
    }
    await asks(code.toLowerCase())
    await expect(holder.getByText('Văn bản này đã bị thu hồi')).toBeVisible()
    await asks('K7M3-P9XQ-4RTA-CDEF')
    await expect(holder.getByText('Không có văn bản nào được ban hành với mã này')).toBeVisible()
  })

  await test.step('a dialogue shows the next required step until its minutes can be signed', async () => {
    await openPanel(secretary, 'Đối thoại')
    await secretary.getByRole('button', { name: 'Đây là buổi đối thoại' }).click()
    await expect(secretary.getByText('Việc tiếp theo: ghi người khiếu nại.')).toBeVisible()
    await secretary.getByRole('button', { name: 'Thêm vào danh sách' }).click()
    await secretary
      .getByRole('radiogroup', { name: `${citizenName} có mặt` })
      .getByRole('radio', { name: 'Có mặt' })
      .check()
    await secretary.getByRole('textbox', { name: 'Mục đích đối thoại' }).fill('Làm rõ diện tích thu hồi')
    await secretary.getByRole('button', { name: 'Thêm nội dung' }).click()
    await secretary.getByRole('textbox', { name: 'Về nội dung' }).fill('Diện tích')
    await secretary.getByRole('textbox', { name: 'Ý kiến của các bên' }).fill('Đề nghị đo lại.')
    await hasNoFault(secretary, 'the dialogue')
    await secretary.getByRole('button', { name: 'Ghi nội dung' }).click()
    await expect(secretary.getByText('Việc tiếp theo: đọc lại biên bản')).toBeVisible()
    await secretary.getByRole('button', { name: 'Đã đọc lại cho mọi người nghe' }).click()
    await expect(secretary.getByText('Đủ nội dung.')).toBeVisible()
  })
})
