// An open and a secret ballot in real browsers, with delegates who vote one after another at their site.
import { expect, type Page, test } from '@playwright/test'
import { everybodyLeaves } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { codeSheets, goIn, isInside, openPage, openPanel, paper } from '../harness/hearing.ts'
import { pdfText } from '../harness/papers.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await DemoServer.start()
})
test.afterEach(({ browser }) => everybodyLeaves(browser))
test.afterAll(() => server.close())

const motion = 'Thông qua quy chế đối thoại trực tuyến'
const plan = 'Chọn ngày đối thoại tiếp theo'

async function propose(chair: Page, text: string, isSecret: boolean) {
  await chair.getByRole('button', { name: 'Soạn nội dung biểu quyết' }).click()
  const dialog = chair.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Nội dung biểu quyết' }).fill(text)
  if (isSecret) await dialog.getByText('Kín', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Bắt đầu biểu quyết ngay' }).click()
  await expect(dialog).toHaveCount(0)
}

/** A delegate at the page of their site: name, code, choice, confirmation. */
async function vote(page: Page, name: string, code: string, choice: string) {
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await page.getByLabel(`Mã biểu quyết của ${name}`).fill(code)
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.getByRole('button', { name: choice, exact: true }).click()
  await page.getByRole('button', { name: 'Xác nhận' }).click()
}

async function voteAndLeave(page: Page, name: string, code: string, choice: string) {
  await vote(page, name, code, choice)
  await expect(page.getByText(`Đã ghi nhận phiếu của ${name}.`)).toBeVisible()
  await page.getByRole('button', { name: 'Đại biểu tiếp theo' }).click()
}

test('an open and a secret ballot, from the motion to the minutes', async ({ browser, request }) => {
  const chair = await openPage(browser, server.link('chair'))
  const siteA = await openPage(browser, server.link('siteA'), { isPhone: true })
  const siteB = await openPage(browser, server.link('siteB'))
  for (const page of [chair, siteA, siteB]) {
    await goIn(page)
    await isInside(page)
  }
  const slips = await codeSheets(request, server.link('chair'))
  const codeOf = (name: string) => new RegExp(`${name}[^\\d]*(\\d{4} \\d{4})`).exec(slips)?.[1] ?? 'no code'
  const result = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text }).first()

  await test.step('the roll call at two sites', async () => {
    await openPanel(chair, 'Điểm danh')
    for (const site of ['phường An Bình', 'xã Tân Phú']) {
      await chair.getByRole('button', { name: new RegExp(site) }).click()
      await chair.getByRole('button', { name: /Ghi có mặt cho/ }).click()
      await expect(chair.getByRole('button', { name: /Ghi có mặt cho/ })).toHaveCount(0)
    }
  })

  await test.step('a motion is put to the vote and announced prominently at both sites', async () => {
    await openPanel(chair, 'Biểu quyết')
    await propose(chair, motion, false)
    for (const page of [siteA, siteB]) {
      await expect(page.getByText(`Đang biểu quyết: ${motion}`)).toBeVisible()
      await page.getByRole('button', { name: 'Biểu quyết ngay' }).click()
    }
  })

  await test.step('delegates vote one after another on one phone; a wrong code is reported and can be corrected', async () => {
    await vote(siteA, 'Lê Văn Tám', '12345678', 'Tán thành')
    await expect(siteA.getByText('Mã biểu quyết không đúng').first()).toBeVisible()
    await siteA.getByLabel('Mã biểu quyết của Lê Văn Tám').fill(codeOf('Lê Văn Tám'))
    await siteA.getByRole('button', { name: 'Tiếp tục' }).click()
    await siteA.getByRole('button', { name: 'Xác nhận' }).click()
    await siteA.getByRole('button', { name: 'Đại biểu tiếp theo' }).click()
    await voteAndLeave(siteA, 'Đỗ Mạnh Cường', codeOf('Đỗ Mạnh Cường'), 'Không tán thành')
    await voteAndLeave(siteB, 'Vũ Đình Long', codeOf('Vũ Đình Long'), 'Tán thành')
    for (const page of [chair, siteA, siteB])
      await expect(page.getByText('Đã biểu quyết: 3/7 người', { exact: true })).toBeVisible()
    await expect(siteA.getByRole('button', { name: /^Lê Văn Tám/ })).toHaveCount(0)
  })

  await test.step('after closing everybody sees counts, required majority and names', async () => {
    await chair.getByRole('button', { name: 'Kết thúc và công bố kết quả' }).click()
    const dialog = chair.getByRole('dialog')
    await expect(dialog).toContainText('Còn 4 người chưa biểu quyết')
    await dialog.getByRole('button', { name: 'Kết thúc và công bố kết quả' }).click()
    for (const page of [chair, siteA, siteB]) {
      await expect(result(page, motion)).toContainText('Được thông qua')
      await expect(result(page, motion)).toContainText('Tán thành: 2 phiếu (66,7%)')
      await expect(result(page, motion)).toContainText('Cần quá 1/2 số người đã biểu quyết: ít nhất 2 phiếu.')
    }
    await siteB.getByText('Ai đã chọn gì').click()
    await expect(siteB.getByText('Đỗ Mạnh Cường')).toBeVisible()
  })

  await test.step('a secret ballot can be closed only with three votes, and shows no names', async () => {
    await propose(chair, plan, true)
    await voteAndLeave(siteA, 'Lê Văn Tám', codeOf('Lê Văn Tám'), 'Không có ý kiến')
    await voteAndLeave(siteB, 'Vũ Đình Long', codeOf('Vũ Đình Long'), 'Không tán thành')
    const close = async () => {
      await chair.getByRole('button', { name: 'Kết thúc và công bố kết quả' }).click()
      await chair.getByRole('dialog').getByRole('button', { name: 'Kết thúc và công bố kết quả' }).click()
      await expect(chair.getByRole('dialog')).toHaveCount(0)
    }
    await close()
    await expect(chair.getByText(/Mới có 2 phiếu/)).toBeVisible()
    await voteAndLeave(siteA, 'Đỗ Mạnh Cường', codeOf('Đỗ Mạnh Cường'), 'Không tán thành')
    await close()
    for (const page of [chair, siteA, siteB]) {
      await expect(result(page, plan)).toContainText('Không được thông qua')
      await expect(result(page, plan)).toContainText('Không tán thành: 2 phiếu')
      await expect(result(page, plan)).not.toContainText('Ai đã chọn gì')
    }
  })

  await test.step('the minutes contain both; the journal contains no secret choice', async () => {
    const minutes = (await pdfText(await paper(request, server, 'minutes.pdf'))).replaceAll(/\s+/g, ' ')
    expect(minutes).toContain('Kết quả biểu quyết:')
    expect(minutes).toContain('Tán thành: Lê Văn Tám, Vũ Đình Long.')
    expect(minutes).toContain(`“${plan}” (biểu quyết kín)`)
    const journal = (await paper(request, server, 'journal.jsonl')).toString().trimEnd().split('\n')
    const secretly = journal.slice(journal.findIndex((line) => line.includes(plan)))
    expect(secretly.filter((line) => line.includes('ballot.voted'))).toHaveLength(3)
    expect(secretly.filter((line) => line.includes('ballot.chose'))).toEqual([])
  })
})
