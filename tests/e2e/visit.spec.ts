// A visit of one citizen on a phone: identity check in private, statement typed, read back, corrected and signed with a
// finger; all of it is in the minutes except the number of the paper.
import { readFile } from 'node:fs/promises'
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import {
  admit,
  goIn,
  hearsMore,
  isInside,
  openPage,
  openPanel,
  paperWith,
  participantBehind,
  signs,
} from '../harness/hearing.ts'
import { booksReception } from '../harness/office.ts'
import { pdfText } from '../harness/papers.ts'

let server: Awaited<ReturnType<typeof DemoServer.startEmpty>>
test.beforeAll(async () => {
  server = await DemoServer.startEmpty()
})
test.afterEach(({ browser }) => everybodyLeaves(browser))
test.afterAll(() => server.close())

const invited = 'Ngo Van Phuc'
const verified = 'Ngô Văn Phúc'
const number = '048058001234'
const wrong = 'Nhà tôi bị thu hồi 100 m² đất.'
const right = 'Nhà tôi bị thu hồi 120 m² đất.'

async function opens(chair: Page): Promise<void> {
  await openPanel(chair, 'Điều hành')
  await chair.getByRole('button', { name: 'Khai mạc', exact: true }).click()
  const dialog = chair.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Lý do' }).fill('Tiếp đột xuất')
  await dialog.getByRole('button', { name: 'Khai mạc' }).click()
}

async function minutes(request: APIRequestContext, link: string): Promise<string> {
  return (await pdfText(await paperWith(request, link, 'minutes.pdf'))).replaceAll(/\s+/g, ' ')
}

test('a visit of one citizen, from arrival to the minutes', async ({ browser, request }) => {
  const { link } = await booksReception(browser, server.setUpUrl, {
    title: 'Tiếp công dân Ngô Văn Phúc',
    citizen: invited,
  })
  const chair = await openPage(browser, link('chair'))
  await goIn(chair)
  await isInside(chair)

  await test.step('it cannot be opened before a note-taker is there', async () => {
    await opens(chair)
    await expect(chair.getByText('Chưa có thư ký ghi chép trong phòng')).toBeVisible()
    await chair.getByRole('dialog').getByRole('button', { name: 'Quay lại' }).click()
  })

  const [secretary, citizen] = await Promise.all([
    openPage(browser, link('secretary')),
    openPage(browser, link('citizen'), { isPhone: true }),
  ])
  await Promise.all([goIn(secretary), goIn(citizen)])
  await isInside(secretary)
  await admit(secretary, invited)
  await isInside(citizen)

  const citizenId = participantBehind(link('citizen'))
  await test.step('the officer hears the citizen without anybody pressing a button', async () => {
    await hearsMore(chair, citizenId)
    await expect(citizen.getByRole('button', { name: 'Micro bật' })).toBeVisible()
    await expect(citizen.getByRole('button', { name: 'Giơ tay' })).toHaveCount(0)
    await expect(chair.getByRole('button', { name: 'Phát biểu' })).toHaveCount(0)
  })

  await test.step('the officer checks the identity papers, alone with the citizen', async () => {
    await openPanel(secretary, 'Giấy tờ')
    await secretary.getByRole('button', { name: `Kiểm tra giấy tờ: ${invited}` }).click()
    await expect(citizen.getByText('Chỉ cán bộ này nghe và thấy ông/bà.')).toBeVisible()
    await expect(chair.getByText('Đang kiểm tra giấy tờ của công dân. Xin chờ.')).toBeVisible()
    await hasNoFault(citizen, 'papers on a phone')
    await secretary.getByRole('textbox', { name: 'Họ và tên ghi trên giấy tờ' }).fill(verified)
    await secretary.getByRole('checkbox', { name: 'Giấy tờ tùy thân' }).check()
    await secretary.getByRole('textbox', { name: 'Số', exact: true }).fill(number)
    await hasNoFault(secretary, 'the identity desk')
    await secretary.getByRole('button', { name: 'Xác nhận', exact: true }).click()
    await expect(secretary.getByText(/^Đã xác nhận lúc .* 3 số cuối 234$/)).toBeVisible()
    await expect(secretary.getByText('Chưa thấy lượt tiếp nào trước đây (đã so số giấy tờ).')).toBeVisible()
  })

  await test.step('every page shows the name as it is on the paper', async () => {
    await openPanel(chair, 'Người tham gia')
    await expect(chair.getByText(verified).first()).toBeVisible()
    await expect(chair.locator('figure').getByText(invited)).toHaveCount(0)
    await expect(citizen.getByText('Chỉ cán bộ này nghe và thấy ông/bà.')).toHaveCount(0)
    await hearsMore(chair, citizenId)
  })

  await test.step('a silenced citizen sees that; with speaking by turns they raise a hand', async () => {
    // The reason was given before, and is good for the same gates.
    await openPanel(chair, 'Điều hành')
    await chair.getByRole('button', { name: 'Khai mạc', exact: true }).click()
    await expect(chair.getByText('Đang diễn ra').first()).toBeVisible()
    await openPanel(chair, 'Người tham gia')
    const actions = chair.getByRole('button', { name: `Thao tác với ${verified}` })
    await actions.click()
    await chair.getByRole('menuitem', { name: 'Tắt micro người này' }).click()
    await expect(citizen.getByRole('button', { name: 'Micro bị tắt' })).toBeVisible()
    await expect(citizen.getByText(/^Cán bộ đang tắt micro của ông\/bà/).first()).toBeVisible()
    await hasNoFault(citizen, 'a silenced citizen on a phone')
    await actions.click()
    await chair.getByRole('menuitem', { name: 'Mở lại micro người này' }).click()
    await expect(citizen.getByRole('button', { name: 'Micro bật' })).toBeVisible()
    await openPanel(chair, 'Điều hành')
    const byTurns = chair.getByRole('switch', { name: 'Phát biểu theo lượt' })
    await byTurns.click()
    await expect(citizen.getByRole('button', { name: 'Micro chờ lượt' })).toBeVisible()
    await expect(citizen.getByRole('button', { name: 'Giơ tay' })).toBeVisible()
    await byTurns.click()
    await expect(citizen.getByRole('button', { name: 'Giơ tay' })).toHaveCount(0)
    await hearsMore(chair, citizenId)
  })

  await test.step('the statement appears on the citizen’s page while it is written', async () => {
    await openPanel(secretary, 'Lời trình bày')
    await secretary.getByRole('button', { name: `Ghi lời của ${verified}` }).click()
    await secretary.getByRole('textbox', { name: 'Nội dung' }).pressSequentially(wrong)
    await expect(citizen.getByText(wrong)).toBeVisible()
    await secretary.getByRole('button', { name: 'Đọc lại cho công dân' }).click()
  })

  await test.step('the citizen asks for a correction', async () => {
    await expect(citizen.getByRole('dialog').getByText(wrong)).toBeVisible()
    await hasNoFault(citizen, 'a statement read back on a phone')
    await citizen.getByRole('button', { name: 'Cần sửa' }).click()
    await citizen.getByRole('textbox', { name: 'Ông/bà muốn sửa chỗ nào?' }).fill('120 m², không phải 100.')
    await citizen.getByRole('button', { name: 'Gửi cán bộ' }).click()
    await expect(secretary.getByText('120 m², không phải 100.')).toBeVisible()
    await secretary.getByRole('textbox', { name: 'Nội dung' }).fill(right)
    await secretary.getByRole('button', { name: 'Đọc lại cho công dân' }).click()
  })

  await test.step('the citizen signs it with a finger', async () => {
    await expect(citizen.getByRole('dialog').getByText(right)).toBeVisible()
    await citizen.getByRole('button', { name: 'Đúng, tôi ký' }).click()
    await signs(citizen)
    await hasNoFault(citizen, 'the signature on a phone')
    await citizen.getByRole('button', { name: 'Ký xong' }).click()
    await expect(citizen.getByRole('dialog')).toHaveCount(0)
    await expect(secretary.getByText(/^Đã ký trên màn hình lúc/)).toBeVisible()
    await expect(secretary.getByRole('img', { name: 'Chữ ký' }).locator('path')).toBeVisible()
  })

  await test.step('the citizen gets a receipt for papers handed in', async () => {
    await openPanel(secretary, 'Nộp giấy tờ')
    await secretary.getByRole('textbox', { name: 'Tên giấy tờ' }).fill('Quyết định thu hồi đất')
    await secretary.getByRole('button', { name: 'Thêm vào danh sách' }).click()
    const drawn = Promise.withResolvers<void>()
    await secretary.route('**/receipts/*/picture', async (route) => {
      await drawn.promise
      await route.continue()
    })
    await secretary.getByRole('button', { name: 'Lập giấy biên nhận (1)' }).click()
    // The first one of this agency.
    const first = secretary.getByRole('dialog')
    // Nobody issues it before it can be seen.
    await expect(first.getByRole('button', { name: 'Lập giấy biên nhận' })).toBeDisabled()
    drawn.resolve()
    await expect(first.getByRole('img', { name: 'Giấy biên nhận sẽ lập, chưa có số' })).toBeVisible()
    await hasNoFault(secretary, 'the picture of a receipt')
    await first.getByRole('button', { name: 'Lập giấy biên nhận' }).click()
    await openPanel(citizen, 'Nộp giấy tờ')
    await expect(citizen.getByText(/^Giấy biên nhận số 1 lúc/)).toBeVisible()
    const [file] = await Promise.all([
      citizen.waitForEvent('download'),
      citizen.getByRole('button', { name: 'Tải PDF' }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^Giấy biên nhận số 1 - .*\.pdf$/)
    const text = await pdfText(await readFile(await file.path()))
    expect(text).toContain(verified)
    expect(text).toContain(number)
    expect(text).toContain('Quyết định thu hồi đất')
  })

  await test.step('the minutes contain all of it, without the number of the paper', async () => {
    const text = await minutes(request, link('secretary'))
    expect(text).toContain(`Thư ký kiểm tra giấy tờ của ông/bà ${verified} (Công dân): đã xác nhận`)
    expect(text).toContain(`“${right}” Đã đọc lại; người trình bày đồng ý và ký trên màn hình`)
    expect(text).toContain(`Chủ tọa tắt micro của ông/bà ${verified} (Công dân)`)
    expect(text).toContain('Chủ tọa đề nghị phát biểu theo lượt')
    expect(text).not.toContain(number.slice(-6))
  })
})
