// A request about personal data: found by phone number, answered with a copy; an erasure is refused while a case is
// open.
import { expect, test } from '@playwright/test'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves, fillDate, newPerson } from '../harness/browser.ts'
import { aPetition } from '../harness/cases.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { becomesAdministrator } from '../harness/office.ts'

test.afterEach(({ browser }) => everybodyLeaves(browser))

test('a person gets a copy of their data; an erasure is refused with its ground', async ({ browser }) => {
  const server = await DemoServer.startEmpty()
  try {
    const { origin } = new URL(server.setUpUrl)
    const office = await (await newPerson(browser)).newPage()
    await becomesAdministrator(office, server.setUpUrl)
    const entered = await office.request.post(`${origin}/api/cases`, {
      multipart: { petition: JSON.stringify(aPetition()) },
    })
    expect(entered.ok(), await entered.text()).toBe(true)
    await office.getByRole('link', { name: 'Thiết lập', exact: true }).click()
    await office.getByRole('link', { name: 'Dữ liệu cá nhân', exact: true }).click()

    await test.step('the agency replaces the shipped deadlines with its own, with their source', async () => {
      const clocks = office.getByRole('list', { name: 'Thời hạn trả lời' })
      await expect(clocks.getByRole('listitem').nth(2)).toContainText('20 ngày')
      await office.getByRole('button', { name: 'Nhập thời hạn: Xóa dữ liệu' }).click()
      const dialog = office.getByRole('dialog')
      await dialog.getByRole('button', { name: 'Thêm dòng' }).click()
      await expect(dialog.getByLabel('Căn cứ (điều, khoản, văn bản)')).toHaveAttribute('aria-invalid', 'true')
      await hasNoFault(office, 'the form of a period')
      await dialog.getByLabel('Bao nhiêu ngày').fill('15')
      await fillDate(dialog.getByLabel('Có hiệu lực từ ngày'), '2026-01-01')
      await dialog.getByLabel('Căn cứ (điều, khoản, văn bản)').fill('Điều 1 văn bản đã đọc')
      await dialog.getByRole('checkbox').check()
      await dialog.getByRole('button', { name: 'Thêm dòng' }).click()
      await expect(clocks.getByRole('listitem').nth(2)).toContainText('Điều 1 văn bản đã đọc')
      await expect(clocks.getByRole('listitem').nth(2)).toContainText('Đã đọc trong văn bản')
      await hasNoFault(office, 'the periods of requests')
    })

    const receives = async (kind: string) => {
      await office.getByRole('button', { name: 'Nhận yêu cầu', exact: true }).click()
      const dialog = office.getByRole('dialog')
      await dialog.getByRole('radio', { name: kind }).check()
      await dialog.getByLabel(/^Số giấy tờ, số điện thoại/).fill('0912 345 678')
      return dialog
    }
    await test.step('a request is received by phone number, and the identity is checked', async () => {
      const dialog = await receives('Cung cấp dữ liệu')
      await hasNoFault(office, 'the form of a request')
      await dialog.getByLabel(/^Số giấy tờ, số điện thoại/).fill('0911 222 333')
      await dialog.getByRole('button', { name: 'Nhận yêu cầu', exact: true }).click()
      await expect(dialog.getByText('Không lưu gì theo số hoặc địa chỉ này.', { exact: false })).toBeVisible()
      await dialog.getByLabel(/^Số giấy tờ, số điện thoại/).fill('0912 345 678')
      await dialog.getByRole('button', { name: 'Nhận yêu cầu', exact: true }).click()
      await expect(office.getByRole('region', { name: 'Đang lưu' })).toContainText('Đơn, vụ việc: 1')
      await expect(office.getByText('Thời hạn chưa đối chiếu văn bản')).toBeVisible()
      await hasNoFault(office, 'a request')
    })

    await test.step('the copy is downloaded, and is listed in the access log', async () => {
      await office.getByRole('button', { name: 'Đúng người' }).click()
      const [download] = await Promise.all([
        office.waitForEvent('download'),
        office.getByRole('link', { name: 'Tải bản sao (ZIP)' }).click(),
      ])
      expect(download.suggestedFilename()).toBe('Dữ liệu cá nhân.zip')
      await office.getByRole('button', { name: 'Đã đưa bản sao' }).click()
      await expect(office.getByText('Đã giải quyết')).toBeVisible()
      await expect(office.getByRole('region', { name: 'Ai đã xem' })).toContainText(
        'Cung cấp dữ liệu cá nhân theo yêu cầu',
      )
      await hasNoFault(office, 'a request that is answered')
    })

    await test.step('an erasure shows the open case that prevents it, and is refused with that ground', async () => {
      await office.getByRole('link', { name: '← Các yêu cầu' }).click()
      const dialog = await receives('Xóa dữ liệu')
      await dialog.getByRole('button', { name: 'Nhận yêu cầu', exact: true }).click()
      await office.getByRole('button', { name: 'Đúng người' }).click()
      await expect(office.getByRole('alert').filter({ hasText: 'Chưa xóa được' })).toContainText('Chưa xong: KN-1/')
      await expect(office.getByRole('button', { name: 'Lập danh sách xóa' })).toHaveCount(0)
      await hasNoFault(office, 'an erasure that is kept')
      await office.getByRole('button', { name: 'Từ chối' }).click()
      const refusal = office.getByRole('dialog')
      await expect(refusal.getByRole('radio', { name: 'Vụ việc chưa xong' })).toBeChecked()
      await refusal.getByLabel('Giải thích cho người yêu cầu').fill('Đơn đang được giải quyết')
      await refusal.getByRole('button', { name: 'Từ chối' }).click()
      await expect(office.getByText(/^Từ chối ngày .*Vụ việc chưa xong\. Đơn đang được giải quyết/)).toBeVisible()
      await office.getByRole('link', { name: '← Các yêu cầu' }).click()
      await expect(office.getByText('Đã từ chối')).toBeVisible()
      await hasNoFault(office, 'the requests of people')
    })
  } finally {
    await server.close()
  }
})
