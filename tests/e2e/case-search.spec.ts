// Search for cases while typing, and suggestions of earlier cases while a petition is entered.
import { expect, test } from '@playwright/test'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves, newPerson } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { becomesAdministrator } from '../harness/office.ts'

test.afterEach(({ browser }) => everybodyLeaves(browser))

const earlier = {
  subject: 'Khiếu nại mức bồi thường đất vườn',
  content:
    'Gia đình tôi có 250 mét vuông đất vườn bị thu hồi để mở đường liên xã, chưa nhận tiền bồi thường cây trồng.',
}

test('a case is found by words without diacritics; an earlier case on the same matter is suggested', async ({
  browser,
}) => {
  const server = await DemoServer.startEmpty()
  try {
    const office = await (await newPerson(browser)).newPage()
    const problems: string[] = []
    office.on('pageerror', (error) => problems.push(error.message))
    await becomesAdministrator(office, server.setUpUrl)
    await office.getByRole('link', { name: 'Đơn thư' }).click()
    await office.getByRole('link', { name: 'Nhập đơn' }).click()
    const enters = async (subject: string, content: string, name = '') => {
      if (name === '') await office.getByLabel('Không ghi tên (nặc danh)').check()
      else await office.getByLabel('Họ và tên').fill(name)
      await office.getByLabel('Trích yếu').fill(subject)
      await office.getByLabel('Tóm tắt nội dung, yêu cầu').fill(content)
    }

    await test.step('three petitions are entered', async () => {
      for (const [subject, content] of [
        [earlier.subject, earlier.content],
        ['Đường dây điện sát mái nhà', 'Đề nghị nâng đường dây điện lên cao.'],
        ['Hỗ trợ đất sản xuất', 'Xin được hỗ trợ.'],
      ] as const) {
        await enters(subject, content)
        await office.keyboard.press('Control+Enter')
        await expect(office.getByText(/^Đã vào sổ số KN-/)).toBeVisible()
        await office.keyboard.press('Enter')
      }
    })

    await test.step('when the same matter is entered again, the earlier case is suggested with the reason, and linked', async () => {
      await enters('Bồi thường đất vườn', `Kính gửi Ủy ban. ${earlier.content} Tôi gửi đơn lần hai.`)
      const suggested = office.getByRole('region', { name: 'Có thể đã có đơn trước' })
      await expect(suggested.getByText(earlier.subject)).toBeVisible()
      await expect(suggested.getByText(/^\d+ trên \d+ cặp từ giống nhau$/)).toBeVisible()
      await expect(suggested.getByRole('listitem')).toHaveCount(1)
      await suggested.getByRole('button', { name: 'Liên kết KN-1/' }).click()
      await expect(suggested.getByRole('button', { name: 'Đã liên kết KN-1/' })).toBeVisible()
      await hasNoFault(office, 'a petition with an earlier case')
      await office.keyboard.press('Control+Enter')
      await office.getByRole('link', { name: 'Mở vụ việc' }).click()
      await expect(office.getByRole('list', { name: 'Vụ việc trước cùng nội dung' })).toContainText(earlier.subject)
    })

    await test.step('results appear while typing, are highlighted and reached by arrow keys; the list keeps its state', async () => {
      await office.getByRole('link', { name: '← Danh sách vụ việc' }).click()
      await expect(office.getByRole('listitem')).toHaveCount(4)
      await office.keyboard.press('/')
      await office.keyboard.type('dat vuon li')
      await expect(office.getByText('Tìm thấy 2 vụ việc')).toBeVisible()
      const list = office.getByRole('list', { name: 'Đơn thư, vụ việc' })
      await expect(list.locator('mark').filter({ hasText: 'liên' }).first()).toBeVisible()
      await hasNoFault(office, 'cases that were found')
      await office.keyboard.press('ArrowDown')
      await office.keyboard.press('ArrowDown')
      await office.keyboard.press('Enter')
      await expect(office.getByRole('heading', { name: /^KN-1\// })).toBeVisible()
      await office.goBack()
      await expect(office.getByLabel('Tìm vụ việc')).toHaveValue('dat vuon li')
      await expect(office.getByText('Tìm thấy 2 vụ việc')).toBeVisible()
      await office.getByLabel('Tìm vụ việc').fill('máy xúc')
      await expect(office.getByText(/^Không tìm thấy\. Thử ít từ hơn/)).toBeVisible()
      await office.getByLabel('Tìm vụ việc').press('Escape')
      await expect(office.getByRole('listitem')).toHaveCount(4)
    })
    await test.step('after the petitioner is entered, an earlier case of the same person is suggested with the reason, also on the case page', async () => {
      await office.getByRole('link', { name: 'Nhập đơn' }).click()
      await enters('Xin cấp lại giấy tờ', 'Giấy cũ bị rách.', 'Đỗ Văn Bảy')
      await office.getByLabel('Số điện thoại').fill('0912 345 678')
      const beside = office.getByRole('status').filter({ hasText: 'Chưa thấy lượt tiếp nào trước đây' })
      await expect(beside).toHaveText(/đã so số điện thoại/)
      await office.getByLabel('Có người khác đại diện, gửi thay').check()
      await office.keyboard.press('Control+Enter')
      await expect(office.getByText('Còn 1 mục cần sửa', { exact: false })).toBeVisible()
      await office.getByRole('group', { name: 'Người đại diện' }).getByLabel('Họ và tên').fill('Trần Thị Lan')
      await hasNoFault(office, 'a petition with a representative')
      await office.keyboard.press('Control+Enter')
      await expect(office.getByText(/^Đã vào sổ số KN-5/)).toBeVisible()
      await office.keyboard.press('Enter')
      await enters('Xin miễn học phí', 'Con tôi học lớp 6.', 'Đỗ Thị Bảy')
      await office.getByLabel('Số điện thoại').fill('0912345678')
      const suggested = office.getByRole('region', { name: 'Có thể đã có đơn trước' })
      await expect(suggested.getByText('Cùng số điện thoại')).toBeVisible()
      await office.keyboard.press('Control+Enter')
      await office.getByRole('link', { name: 'Mở vụ việc' }).click()
      const related = office.getByRole('region', { name: 'Có thể liên quan' })
      await expect(related.getByRole('link', { name: /^KN-5/ })).toBeVisible()
      await expect(related.getByText('Cùng số điện thoại')).toBeVisible()
      await hasNoFault(office, 'a case with another of the same person')
      await related.getByRole('link', { name: /^KN-5/ }).click()
      await office.getByRole('button', { name: 'Xem người gửi đơn' }).click()
      await expect(office.getByText('Trần Thị Lan (người đại diện)')).toBeVisible()
    })

    await test.step('a case is found by the petitioner’s name without diacritics, by whole words only', async () => {
      await office.getByRole('link', { name: '← Danh sách vụ việc' }).click()
      const byName = office.getByLabel('Tìm theo họ tên người gửi đơn', { exact: true }).last()
      await byName.fill('bay do van')
      await byName.press('Enter')
      await expect(office.getByText('Tìm thấy 1 vụ việc')).toBeVisible()
      await expect(office.getByRole('list', { name: 'Đơn thư, vụ việc' })).toContainText('Xin cấp lại giấy tờ')
      expect(office.url()).not.toContain('bay')
      await hasNoFault(office, 'cases found by a name')
      await byName.fill('Đỗ V')
      await byName.press('Enter')
      await expect(office.getByText(/^Không tìm thấy người mang tên này/)).toBeVisible()
      await office.getByRole('button', { name: 'Bỏ tìm theo họ tên' }).click()
      await expect(office.getByRole('listitem')).toHaveCount(6)
      await office.getByRole('button', { name: 'Nhật ký tìm theo họ tên' }).click()
      const searches = office.getByRole('dialog').getByRole('listitem')
      await expect(searches.first()).toContainText('Đỗ V')
      await expect(searches.nth(1)).toContainText(/bay do van.*Trần Thị Lan · danh sách vụ việc · thấy 1/)
      await hasNoFault(office, 'the searches by name')
      await office.keyboard.press('Escape')
      await expect(office.getByRole('listitem')).toHaveCount(6)
    })
    expect(problems).toEqual([])
  } finally {
    await server.close()
  }
})
