// The register of receptions: a row opened automatically is completed by keyboard, closed and corrected; a manual row;
// exports.
import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import readXlsxFile from 'read-excel-file/node'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves, newPerson } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { becomesAdministrator } from '../harness/office.ts'

test.afterEach(({ browser }) => everybodyLeaves(browser))

const dialogOf = (page: Page) => page.getByRole('dialog')

/** A citizen comes, is called and received. */
const receives = (office: Page, name: string): Promise<void> =>
  office.evaluate(async (citizen) => {
    const post = async (path: string, body: object = {}) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`/api/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
      if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
      return answer.status === 204 ? {} : answer.json()
    }
    const noteTaker = { username: 'thao.pham', displayName: 'Phạm Thu Thảo', role: 'staff' }
    const { account } = await post('accounts', noteTaker)
    const desk = { label: 'Bàn 1', kinds: ['reception'], noteTakerId: account.accountId }
    const { deskId } = await post('reception/desks', desk)
    await post('reception/tickets', { kind: 'reception', priority: null, citizen: { name: citizen } })
    for (const act of ['call-next', 'begin', 'finish']) await post(`reception/desks/${deskId}/${act}`)
  }, name)

async function opensRegister(office: Page): Promise<void> {
  await office.getByRole('link', { name: 'Tiếp công dân', exact: true }).click()
  await office.getByRole('link', { name: 'Sổ tiếp dân' }).click()
}

test('an officer completes, closes, corrects and exports the register of the day', async ({ browser }) => {
  const server = await DemoServer.startEmpty()
  try {
    const office = await (await newPerson(browser)).newPage()
    const problems: string[] = []
    office.on('pageerror', (error) => problems.push(error.message))
    await becomesAdministrator(office, server.setUpUrl)
    await receives(office, 'Ngô Văn Phúc')
    await opensRegister(office)
    const open = office.getByRole('region', { name: /^Chưa đóng/ })
    const closed = office.getByRole('region', { name: /^Đã đóng/ })

    await test.step('missing columns are listed, and the first of them gets the focus', async () => {
      await expect(open.getByText('Ngô Văn Phúc')).toBeVisible()
      await expect(open.getByText('Còn thiếu: nội dung (cột 5)', { exact: false })).toBeVisible()
      await hasNoFault(office, 'the register')
      await open.getByRole('button', { name: 'Ghi tiếp: số 1' }).press('Enter')
      await expect(dialogOf(office).getByLabel('5. Nội dung đơn')).toBeFocused()
      await hasNoFault(office, 'a row being written')
    })

    await test.step('a row is completed by keyboard and closed', async () => {
      await office.keyboard.type('Bồi thường khi thu hồi đất')
      await office.keyboard.press('Tab')
      await office.keyboard.type('Khiếu')
      await office.keyboard.press('ArrowDown')
      await expect(office.locator('[role=option][data-combobox-selected]')).toHaveText('Khiếu nại')
      await office.keyboard.press('Enter')
      await dialogOf(office).getByLabel('9. Thuộc thẩm quyền').press('Space')
      await dialogOf(office).getByLabel('4. Số giấy tờ').fill('00108501')
      await dialogOf(office).getByRole('button', { name: 'Lưu và đóng dòng' }).press('Enter')
      await expect(dialogOf(office).getByText('Nội dung chưa đúng dạng.')).toBeVisible()
      await dialogOf(office).getByLabel('4. Số giấy tờ').fill('001085012345')
      await dialogOf(office).getByRole('button', { name: 'Lưu và đóng dòng' }).press('Enter')
      await expect(dialogOf(office)).toHaveCount(0)
      await expect(closed.getByText('Bồi thường khi thu hồi đất')).toBeVisible()
      await expect(open.getByText('Không còn dòng nào phải ghi tiếp.')).toBeVisible()
    })

    await test.step('a row is corrected with a reason, and shows the previous value', async () => {
      await closed.getByRole('button', { name: 'Đính chính: số 1' }).click()
      await dialogOf(office).getByLabel('7. Số người').fill('3')
      await dialogOf(office).getByRole('button', { name: 'Đính chính' }).click()
      await expect(dialogOf(office).getByText('Hãy điền mục này.')).toBeVisible()
      await dialogOf(office).getByLabel('Lý do đính chính').fill('Đếm thiếu người đi cùng')
      await dialogOf(office).getByLabel('Lý do đính chính').press('Enter')
      await expect(closed.getByText(/7\. Số người có cùng nội dung: trước ghi “1”, nay là “3”/)).toBeVisible()
    })

    await test.step('somebody without a ticket is entered manually, and found without diacritics', async () => {
      await office.getByRole('button', { name: 'Ghi người tiếp ngoài hàng chờ' }).click()
      await expect(dialogOf(office).getByLabel('3. Họ và tên')).toBeFocused()
      await dialogOf(office).getByLabel('3. Họ và tên').fill('Trần Thị Sáu')
      await dialogOf(office).getByLabel('5. Nội dung đơn').fill('Đường liên thôn ngập nước')
      await dialogOf(office).getByRole('button', { name: 'Lưu', exact: true }).click()
      await expect(open.getByText('Trần Thị Sáu')).toBeVisible()
      await office.getByLabel('Tìm trong sổ').fill('ngap nuoc')
      await expect(closed.getByText('Không có dòng nào phù hợp.')).toBeVisible()
      await expect(open.getByText('Đường liên thôn ngập nước')).toBeVisible()
    })

    await test.step('a row is found by the citizen’s name', async () => {
      await office.getByLabel('Tìm trong sổ').fill('')
      const byName = office.getByRole('search', { name: 'Tìm theo họ tên công dân' })
      await byName.getByRole('textbox').fill('sau tran')
      await byName.getByRole('button', { name: 'Tìm', exact: true }).click()
      await expect(closed.getByText('Không có dòng nào phù hợp.')).toBeVisible()
      await expect(open.getByText('Trần Thị Sáu')).toBeVisible()
      await byName.getByRole('button', { name: 'Bỏ tìm theo họ tên' }).click()
      await expect(closed.getByText('Ngô Văn Phúc')).toBeVisible()
    })

    await test.step('a petition of the visit is entered with the citizen filled in', async () => {
      await office.getByLabel('Tìm trong sổ').fill('')
      await closed.getByRole('link', { name: 'Nhập đơn của lượt này: số 1' }).click()
      await expect(office.getByLabel('Họ và tên')).toHaveValue('Ngô Văn Phúc')
      await expect(office.getByLabel('Số thứ tự của lượt tiếp')).toHaveValue('A001')
      await office.getByLabel('Trích yếu').fill('Khiếu nại mức bồi thường')
      await office.getByLabel('Trích yếu').press('Control+Enter')
      await expect(office.getByText('Đã vào sổ số KN-1/')).toBeVisible()
      await opensRegister(office)
      await expect(closed.getByRole('link', { name: /^Vụ việc KN-1\// })).toBeVisible()
    })

    await test.step('the month is exported as a workbook with its state, and as PDF', async () => {
      await office.getByText('Tháng', { exact: true }).click()
      const downloading = office.waitForEvent('download')
      await office.getByRole('button', { name: 'Xuất Excel' }).click()
      const download = await downloading
      expect(download.suggestedFilename()).toMatch(/^Sổ tiếp công dân \d{4}-\d{2}\.xlsx$/)
      const [sheet] = await readXlsxFile(await readFile(await download.path()))
      const titles = sheet?.data.findIndex((cells) => cells[0] === 'STT') ?? -1
      const rows = sheet?.data.slice(titles + 2) ?? []
      expect(rows.map((cells) => [cells[0], cells[2], cells[6]])).toEqual([
        [1, 'Ngô Văn Phúc', 3],
        [2, 'Trần Thị Sáu', 1],
      ])
      await expect(office.getByText('Đã ghi xong 2 dòng')).toBeVisible()
      const href = await office.getByRole('link', { name: 'In, xem PDF' }).getAttribute('href')
      const begins = await office.evaluate(async (url) => (await (await fetch(url)).text()).slice(0, 5), href ?? '')
      expect(begins).toBe('%PDF-')
    })

    await test.step('the page fits a phone', async () => {
      await office.setViewportSize({ width: 390, height: 844 })
      expect(await office.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      await office.getByText('Sổ theo dõi đơn', { exact: true }).click()
      await expect(office.getByText('Khiếu nại mức bồi thường')).toBeVisible()
      await expect(office.getByText('Người gửi: Ngô Văn Phúc')).toBeVisible()
      await hasNoFault(office, 'the register of petitions')
    })
    expect(problems).toEqual([])
  } finally {
    await server.close()
  }
})
