// Expired data is erased after the decision of two administrators; a session on hold is not.
import { expect, test } from '@playwright/test'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves, newPerson } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { aSession } from '../harness/http.ts'
import { becomesAdministrator, makesAccount } from '../harness/office.ts'

test.afterEach(({ browser }) => everybodyLeaves(browser))

const password = 'một mật khẩu đủ dài'

test('expired names are erased by two administrators with a certificate; a hold prevents it', async ({ browser }) => {
  const server = await DemoServer.startEmpty()
  try {
    const { origin } = new URL(server.setUpUrl)
    const first = await (await newPerson(browser)).newPage()
    await becomesAdministrator(first, server.setUpUrl)
    const api = async (path: string, data: object) => {
      const answer = await first.request.post(`${origin}/api/${path}`, { data })
      expect(answer.ok(), await answer.text()).toBe(true)
      return answer.text().then((text) => (text === '' ? null : JSON.parse(text)))
    }
    const longAgo = async (title: string) => {
      const { sessionId } = await api('sessions', { ...aSession(), title, scheduledAt: Date.UTC(2019, 4, 6, 1) })
      await api(`sessions/${sessionId}/cancellation`, { reason: 'Hoãn' })
      return `${origin}/staff/sessions/${sessionId}`
    }
    const plain = await longAgo('Hội nghị giao ban quý II năm 2019')
    const held = await longAgo('Đối thoại về bồi thường đất năm 2019')

    await test.step('a hold is placed on a session', async () => {
      await first.goto(held)
      const kept = first.getByRole('region', { name: 'Lưu trữ' })
      await expect(kept).toContainText('Tên và địa chỉ thư của người dự: xem lại ngày')
      await kept.getByRole('button', { name: 'Giữ lại, không được xóa' }).click()
      const dialog = first.getByRole('dialog')
      await dialog.getByLabel('Lý do').fill('Tòa án nhân dân tỉnh yêu cầu, công văn 12')
      await dialog.getByRole('button', { name: 'Giữ lại, không được xóa' }).click()
      await expect(kept).toContainText('Đang giữ lại, không được xóa: Tòa án nhân dân tỉnh yêu cầu, công văn 12')
      await hasNoFault(first, 'a session that is held')
    })

    await first.getByRole('link', { name: 'Thiết lập', exact: true }).click()
    await first.getByRole('link', { name: 'Lưu trữ và xóa', exact: true }).click()
    const due = first.getByRole('region', { name: 'Đến hạn xem lại' })

    await test.step('data without a period of the agency is listed, but cannot be selected', async () => {
      await due.getByRole('button', { name: 'Xem lại ngay' }).click()
      await expect(due.getByText('Chưa nhập thời hạn, không xóa được')).toBeVisible()
      await expect(due.getByRole('checkbox')).toHaveCount(0)
      await hasNoFault(first, 'what is due')
    })

    await test.step('the agency enters its own period with a ground', async () => {
      await first.getByRole('button', { name: 'Nhập thời hạn: Tên và địa chỉ thư của người dự' }).click()
      const dialog = first.getByRole('dialog')
      await dialog.getByRole('button', { name: 'Lưu thời hạn' }).click()
      await expect(dialog.getByLabel('Căn cứ (điều khoản, số quyết định)')).toHaveAttribute('aria-invalid', 'true')
      await hasNoFault(first, 'the form of a period')
      await dialog.getByLabel('Căn cứ (điều khoản, số quyết định)').fill('Quyết định 12/QĐ-UBND')
      await dialog.getByRole('button', { name: 'Lưu thời hạn' }).click()
      await expect(dialog).toBeHidden()
      await expect(first.getByText('Cơ quan đã nhập')).toBeVisible()
    })

    await test.step('an erasure list is proposed, and approved by another administrator', async () => {
      await makesAccount(first, origin, {
        ...{ username: 'maivan', displayName: 'Vũ Thị Mai', password, role: 'administrator' },
      })
      await due.getByRole('checkbox', { name: /Hội nghị giao ban quý II năm 2019/ }).check()
      await expect(due.getByText('Đang có lệnh giữ lại')).toBeVisible()
      await due.getByRole('button', { name: 'Lập danh sách xóa' }).click()
      const dialog = first.getByRole('dialog')
      await dialog.getByLabel('Lý do, số quyết định').fill('Hết thời hạn lưu năm 2026')
      await dialog.getByRole('button', { name: 'Lập danh sách xóa' }).click()
      const lists = first.getByRole('region', { name: 'Danh sách xóa và giấy chứng nhận' })
      await expect(lists.getByText('Chờ người quản trị khác quyết định.')).toBeVisible()
      await expect(lists.getByRole('button', { name: 'Quyết định xóa' })).toHaveCount(0)

      const second = await (await newPerson(browser)).newPage()
      await second.request.post(`${origin}/api/login`, { data: { username: 'maivan', password } })
      await second.goto(`${origin}/staff/retention`)
      await second.getByRole('button', { name: 'Quyết định xóa' }).click()
      await second.getByRole('dialog').getByRole('button', { name: 'Quyết định xóa' }).click()
      await expect(second.getByText('Giấy chứng nhận xóa số 1/')).toBeVisible()
      await hasNoFault(second, 'a list that is done')
      const [download] = await Promise.all([
        second.waitForEvent('download'),
        second.getByRole('link', { name: 'Bản in (PDF)' }).click(),
      ])
      expect(download.suggestedFilename()).toMatch(/^Chứng nhận xóa dữ liệu 1-\d{4}\.pdf$/)
    })

    await test.step('the session shows what was erased; the one on hold keeps its names', async () => {
      await first.goto(plain)
      await expect(first.getByRole('region', { name: 'Lưu trữ' })).toContainText(
        /đã xóa ngày .* giấy chứng nhận số 1\//,
      )
      await expect(first.getByText('(tên đã xóa)').first()).toBeVisible()
      await first.goto(held)
      await expect(first.getByText('Nguyễn Thị Hồng Ánh').first()).toBeVisible()
    })
  } finally {
    await server.close()
  }
})
