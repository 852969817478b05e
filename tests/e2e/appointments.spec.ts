// A citizen without an account on a phone: finds a day, books, moves and cancels an appointment. Staff see it.
import { expect, test } from '@playwright/test'
import { calendarDayOf } from '../../shared/law/working-days.ts'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves, newPerson } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { becomesAdministrator } from '../harness/office.ts'
import { anOfficer, aSitting } from '../harness/reception.ts'

test.afterEach(({ browser }) => everybodyLeaves(browser))

test('a citizen books an appointment on a phone, moves it and cancels it', async ({ browser }) => {
  const server = await DemoServer.startEmpty()
  try {
    const office = await (await newPerson(browser)).newPage()
    await becomesAdministrator(office, server.setUpUrl)
    await office.getByRole('button', { name: 'Trần Thị Lan' }).waitFor()
    const { origin } = new URL(server.setUpUrl)
    const officer = await (await office.request.post(`${origin}/api/reception/officers`, { data: anOfficer })).json()
    const date = calendarDayOf(Date.now() + 9 * 24 * 3600_000)
    const sitting = aSitting({ date, officerId: officer.officerId })
    expect((await office.request.post(`${origin}/api/reception/days`, { data: sitting })).status()).toBe(201)

    const phone = await (await newPerson(browser, { isPhone: true })).newPage()
    const problems: string[] = []
    phone.on('pageerror', (error) => problems.push(error.message))
    phone.on(
      'console',
      (message) => message.text().includes('Content Security Policy') && problems.push(message.text()),
    )

    await test.step('the calendar shows the officer and free places', async () => {
      await phone.goto(`${origin}/reception`)
      await expect(phone.getByText(`Người tiếp: ${anOfficer.name}, ${anOfficer.title}`)).toBeVisible()
      await expect(phone.getByText('Còn 2 chỗ')).toBeVisible()
      await hasNoFault(phone, 'the calendar')
      await phone.getByRole('link', { name: /^Đăng ký:/ }).click()
    })

    await test.step('the citizen books a slot; missing or invalid input is reported', async () => {
      await phone.getByRole('button', { name: 'Tiếp tục' }).click()
      await expect(phone.getByText('Hãy chọn một giờ còn chỗ.')).toBeVisible()
      await phone.getByRole('radio', { name: '08:00' }).check()
      await phone.getByRole('radio', { name: 'Trụ sở tiếp công dân' }).check()
      await hasNoFault(phone, 'the hour')
      await phone.getByRole('button', { name: 'Tiếp tục' }).click()
      await phone.getByLabel('Họ và tên').fill('Đỗ Văn Bảy')
      await phone.getByLabel('Số điện thoại').fill('12345')
      await phone.getByRole('button', { name: 'Tiếp tục' }).click()
      await expect(phone.getByText('Số điện thoại chưa đúng. Ví dụ: 0912 345 678.')).toBeVisible()
      await phone.getByLabel('Số điện thoại').fill('0912 345 678')
      await hasNoFault(phone, 'the person')
      await phone.getByRole('button', { name: 'Tiếp tục' }).click()
      await phone.getByLabel('Kể ngắn gọn sự việc').fill('Ranh giới thửa đất số 45')
      await phone.getByRole('radio', { name: 'Khiếu nại' }).check()
      await hasNoFault(phone, 'the matter')
      await phone.getByRole('button', { name: 'Gửi đăng ký' }).click()
      await expect(phone.getByText('Đã đăng ký xong')).toBeVisible()
      await expect(phone.getByText(/^08:00, /)).toBeVisible()
      await hasNoFault(phone, 'the code')
    })

    const code = (await phone.getByText(/^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/).textContent()) ?? ''

    await test.step('on another device it is opened by code and phone number, and moved', async () => {
      const other = await (await newPerson(browser, { isPhone: true })).newPage()
      await other.goto(`${origin}/reception/appointment#${code.replace('-', '')}`)
      await expect(other.getByLabel('Mã hẹn')).toHaveValue(code)
      await hasNoFault(other, 'the door of the appointment')
      await other.getByLabel('Số điện thoại hoặc thư điện tử đã đăng ký').fill('0912345678')
      await other.getByRole('button', { name: 'Mở lịch hẹn' }).click()
      await other.getByRole('button', { name: 'Đổi giờ hoặc ngày khác' }).click()
      await other.getByRole('combobox', { name: 'Ngày' }).click()
      await other.getByRole('option').first().click()
      await other.getByRole('radio', { name: '08:30' }).check()
      await other.getByRole('radio', { name: 'Nhà văn hóa thôn 3' }).check()
      await other.getByRole('button', { name: 'Đổi sang giờ này' }).click()
      await expect(other.getByText(/^08:30, /)).toBeVisible()
    })

    await test.step('the citizen cancels it', async () => {
      await phone.getByRole('button', { name: 'Hủy lịch hẹn' }).click()
      await phone.getByRole('dialog').getByRole('button', { name: 'Hủy lịch hẹn' }).click()
      await expect(phone.getByText('Ông/bà đã hủy lịch hẹn này')).toBeVisible()
    })
    expect(problems).toEqual([])
  } finally {
    await server.close()
  }
})
