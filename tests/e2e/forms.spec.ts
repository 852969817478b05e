// Form input survives a click in the menu, Back, a reload, and an expired login.
import { expect, test } from '@playwright/test'
import { calendarDayOf } from '../../shared/law/working-days.ts'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves, newPerson } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { becomesAdministrator } from '../harness/office.ts'
import { anOfficer, aSitting } from '../harness/reception.ts'

test.afterEach(({ browser }) => everybodyLeaves(browser))

test('form input is kept until it is sent or discarded', async ({ browser }) => {
  const server = await DemoServer.startEmpty()
  try {
    const { origin } = new URL(server.setUpUrl)
    const office = await (await newPerson(browser)).newPage()
    await becomesAdministrator(office, server.setUpUrl)
    const title = office.getByLabel('Tên phiên họp')

    await test.step('leaving by the menu asks first; the input is kept, also after a reload', async () => {
      await office.getByRole('link', { name: 'Tạo phiên họp' }).first().click()
      await title.fill('Hội nghị giao ban')
      await office.getByRole('link', { name: 'Đơn thư' }).click()
      await expect(office.getByRole('dialog', { name: 'Rời trang khi chưa gửi?' })).toBeVisible()
      await hasNoFault(office, 'the question before leaving a form')
      await office.getByRole('button', { name: 'Ở lại trang' }).click()
      await expect(title).toHaveValue('Hội nghị giao ban')
      await office.getByRole('link', { name: 'Đơn thư' }).click()
      await office.getByRole('button', { name: 'Rời trang, giữ phần đã khai' }).click()
      await expect(office.getByRole('link', { name: 'Nhập đơn' })).toBeVisible()
      await office.goBack()
      await expect(title).toHaveValue('Hội nghị giao ban')
      await office.reload()
      await expect(office.getByText('Phần đang khai lần trước đã được mở lại.')).toBeVisible()
      await expect(title).toHaveValue('Hội nghị giao ban')
    })

    await test.step('the input survives an expired login', async () => {
      await office.request.post(`${origin}/api/logout`)
      await office.reload()
      await office.getByLabel('Tên đăng nhập').fill('lan.tran')
      await office.getByLabel('Mật khẩu', { exact: false }).first().fill('một câu dài dễ nhớ')
      await office.getByRole('button', { name: 'Đăng nhập' }).click()
      await expect(title).toHaveValue('Hội nghị giao ban')
      await hasNoFault(office, 'a form with what was typed before')
    })

    await test.step('the input is discarded after a confirmation', async () => {
      await office.getByRole('button', { name: 'Xóa, khai lại từ đầu' }).click()
      await office.getByRole('dialog').getByRole('button', { name: 'Xóa, khai lại từ đầu' }).click()
      await expect(title).toHaveValue('')
      await office.getByRole('link', { name: 'Đơn thư' }).click()
      await expect(office.getByRole('link', { name: 'Nhập đơn' })).toBeVisible()
    })

    await test.step('a dialog that was closed or reloaded gets its input back', async () => {
      await office.goto(`${origin}/staff/register`)
      const open = () => office.getByRole('button', { name: 'Ghi người tiếp ngoài hàng chờ' }).click()
      const dialog = office.getByRole('dialog', { name: 'Ghi người tiếp ngoài hàng chờ' })
      const question = office.getByRole('dialog', { name: 'Xóa phần đã khai?' })
      const offer = dialog.getByText('Phần đang khai lần trước đã được mở lại.')
      await open()
      await dialog.getByLabel('Họ và tên').fill('Lê Văn Tám')
      await office.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
      await open()
      await expect(dialog.getByLabel('Họ và tên')).toHaveValue('Lê Văn Tám')
      await office.reload()
      await open()
      await expect(offer).toBeVisible()
      await expect(dialog.getByLabel('Họ và tên')).toHaveValue('Lê Văn Tám')
      await dialog.getByRole('button', { name: 'Xóa, khai lại từ đầu' }).click()
      await question.getByRole('button', { name: 'Xóa, khai lại từ đầu' }).click()
      await expect(offer).toBeHidden()
      await expect(dialog.getByLabel('Họ và tên')).toHaveValue('')
      await office.goto(`${origin}/staff/cases`)
    })

    await test.step('a petition form keeps its input after a reload, and loses it on signing out', async () => {
      await office.getByRole('link', { name: 'Nhập đơn' }).click()
      await office.getByLabel('Trích yếu').fill('Thu hồi đất thôn 3')
      await office.reload()
      await expect(office.getByLabel('Trích yếu')).toHaveValue('Thu hồi đất thôn 3')
      await office.getByRole('button', { name: 'Trần Thị Lan' }).click()
      await office.getByRole('menuitem', { name: 'Đăng xuất' }).click()
      await office.getByRole('dialog').getByRole('button', { name: 'Đăng xuất' }).click()
      await expect(office.getByLabel('Tên đăng nhập')).toBeVisible()
      expect(await office.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes('.form.')))).toEqual(
        [],
      )
      await office.request.post(`${origin}/api/login`, {
        data: { username: 'lan.tran', password: 'một câu dài dễ nhớ' },
      })
    })

    const phone = await (await newPerson(browser, { isPhone: true })).newPage()
    await test.step('a citizen’s petition form keeps its input after Back and a reload', async () => {
      await phone.goto(`${origin}/reception`)
      await phone.goto(`${origin}/petition`)
      await phone.getByLabel('Họ và tên').fill('Nguyễn Thị Sáu')
      await phone.goBack()
      await phone.goForward()
      await expect(phone.getByLabel('Họ và tên')).toHaveValue('Nguyễn Thị Sáu')
      await phone.reload()
      await expect(phone.getByLabel('Họ và tên')).toHaveValue('Nguyễn Thị Sáu')
    })

    await test.step('each step of a booking has its own address, and Back goes one step back', async () => {
      const officer = await (await office.request.post(`${origin}/api/reception/officers`, { data: anOfficer })).json()
      const date = calendarDayOf(Date.now() + 9 * 24 * 3600_000)
      await office.request.post(`${origin}/api/reception/days`, {
        data: aSitting({ date, officerId: officer.officerId }),
      })
      await phone.goto(`${origin}/reception`)
      await phone.getByRole('link', { name: /^Đăng ký:/ }).click()
      await phone.getByRole('radio', { name: '08:00' }).check()
      await phone.getByRole('radio', { name: 'Trụ sở tiếp công dân' }).check()
      await phone.getByRole('button', { name: 'Tiếp tục' }).click()
      await phone.getByLabel('Họ và tên').fill('Đỗ Văn Bảy')
      await phone.reload()
      await expect(phone.getByLabel('Họ và tên')).toHaveValue('Đỗ Văn Bảy')
      await phone.goBack()
      await expect(phone.getByRole('radio', { name: '08:00' })).toBeChecked()
      await phone.goForward()
      await expect(phone.getByLabel('Họ và tên')).toHaveValue('Đỗ Văn Bảy')
    })
  } finally {
    await server.close()
  }
})
