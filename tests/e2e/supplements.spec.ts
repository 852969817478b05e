// Corrects issued minutes of a sealed session: recipients, preview of the first page, issue with a number.
import { expect, type Page, test } from '@playwright/test'
import type { ScheduledSession } from '../../shared/wire/hearing/sessions.ts'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves, newPerson } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { aSession } from '../harness/http.ts'
import { becomesAdministrator } from '../harness/office.ts'
import { pdfText } from '../harness/papers.ts'

let server: Awaited<ReturnType<typeof DemoServer.startEmpty>>
test.beforeAll(async () => {
  server = await DemoServer.startEmpty()
})
test.afterEach(({ browser }) => everybodyLeaves(browser))
test.afterAll(() => server.close())

/** Minutes signed by both, issued to a citizen and to an office, and sealed. */
async function sealedSession(office: Page, origin: string): Promise<string> {
  const { request } = office
  const booked = await request.post(`${origin}/api/sessions`, { data: aSession() })
  const { sessionId, participants } = (await booked.json()) as ScheduledSession
  const at = `${origin}/api/sessions/${sessionId}`
  const done = async (path: string, data: object, token?: string) => {
    const headers = token ? { authorization: `Bearer ${token}` } : {}
    const answer = await request.post(`${at}/${path}`, { data, headers })
    expect(answer.ok(), await answer.text()).toBe(true)
  }
  const having = (role: string) => participants.find((one) => one.role === role)
  for (const step of ['open', 'close']) await done(step, {})
  for (const role of ['secretary', 'chair']) {
    const { sha256 } = await (await request.get(`${at}/minutes`)).json()
    await done('minutes/signature', { sha256 }, new URL(having(role)?.link ?? '').hash.slice(1))
  }
  const recipients = [{ participantId: having('citizen')?.participantId }, { text: 'Sở Tài chính' }]
  await done('minutes/issue', { paper: 'minutes', recipients })
  await done('seal', {})
  return sessionId
}

test('issued minutes of a sealed session are corrected by a paper that is previewed before it is numbered', async ({
  browser,
}) => {
  const office = await (await newPerson(browser)).newPage()
  await becomesAdministrator(office, server.setUpUrl)
  const { origin } = new URL(server.setUpUrl)
  const sessionId = await sealedSession(office, origin)
  await office.goto(`${origin}/staff/sessions/${sessionId}`)
  const section = office.getByRole('region', { name: 'Bổ sung, đính chính' })
  const dialog = office.getByRole('dialog')
  const opens = () => section.getByRole('button', { name: 'Lập biên bản bổ sung, đính chính' }).click()
  const places = dialog.getByRole('textbox', { name: 'Nơi nhận' })
  const picture = dialog.getByRole('img', { name: 'Trang đầu của biên bản sẽ ban hành' })

  await test.step('the form starts with the recipients of the minutes, and keeps its input', async () => {
    await opens()
    await expect(places).toHaveValue('Sở Tài chính')
    await expect(dialog.getByRole('checkbox', { name: /^Ông\/bà / })).toBeChecked()
    await expect(dialog.getByText('Hình văn bản hiện ra ở đây khi đã điền đủ.')).toBeVisible()
    await dialog.getByRole('radio', { name: 'Biên bản đính chính' }).check()
    await dialog.getByLabel('Nội dung bổ sung, đính chính').fill('Tại mục II, “100 m²” sửa thành “120 m²”.')
    await dialog.getByLabel('Lý do').fill('Ghi nhầm diện tích')
    await dialog.getByLabel('Chức vụ người ký').fill('Chủ tịch')
    await dialog.getByLabel('Họ và tên người ký').fill('Lê Minh Đức')
    await places.fill('Sở Tài chính\nSở Xây dựng')
    await office.reload()
    await opens()
    await expect(places).toHaveValue('Sở Tài chính\nSở Xây dựng')
  })

  await test.step('the preview shows the first page from the input, and then it is issued', async () => {
    await expect(picture).toBeVisible()
    await expect(picture).toHaveJSProperty('naturalWidth', 1000)
    await hasNoFault(office, 'correcting minutes')
    await dialog.getByRole('button', { name: 'Ban hành' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(section.getByText(/^Biên bản đính chính số 2/)).toBeVisible()
  })

  const href = (await section.getByRole('link', { name: /PDF$/ }).getAttribute('href')) ?? ''
  const pdf = await office.request.get(new URL(href, origin).href)
  const text = (await pdfText(await pdf.body())).replaceAll(/\s+/g, ' ')
  for (const one of ['Số: 02/BB-', 'BIÊN BẢN ĐÍNH CHÍNH', '- Sở Tài chính;', '- Sở Xây dựng;', 'Lê Minh Đức'])
    expect(text).toContain(one)
})
