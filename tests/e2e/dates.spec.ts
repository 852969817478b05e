// Days and hours in a browser whose language is American: the day comes first all the same, typed or picked, and nothing typed is lost.
import { type BrowserContextOptions, expect, type Page, test } from '@playwright/test'
import { calendarDayOf, dayAfter } from '../../shared/law/working-days.ts'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves, fillDate } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { becomesAdministrator } from '../harness/office.ts'
import { anOfficer } from '../harness/reception.ts'

test.afterEach(({ browser }) => everybodyLeaves(browser))

const american: BrowserContextOptions = { locale: 'en-US', timezoneId: 'Asia/Ho_Chi_Minh', reducedMotion: 'reduce' }
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }
const leastTarget = 44

const textbox = (page: Page, name: string) => page.getByRole('textbox', { name })
const shown = (day: string) => day.split('-').reverse().join('/')

test('days and hours are typed, and picked by keyboard and by finger', async ({ browser }) => {
  const server = await DemoServer.startEmpty()
  try {
    const { origin } = new URL(server.setUpUrl)
    const office = await (await browser.newContext({ ...american, viewport: { width: 1280, height: 800 } })).newPage()
    await becomesAdministrator(office, server.setUpUrl)
    await office.request.post(`${origin}/api/reception/officers`, { data: anOfficer })
    const date = textbox(office, 'Ngày')
    const time = textbox(office, 'Giờ bắt đầu')

    await test.step('a day is typed in any of the ways people write it', async () => {
      await office.goto(`${origin}/staff/sessions/new`)
      for (const typed of ['3/12/2027', '03122027', '3-12-2027', '3.12.2027']) {
        await date.fill(typed)
        await expect(office.getByText('thứ Sáu, 03/12/2027')).toBeVisible()
        await date.blur()
        await expect(date).toHaveValue('03/12/2027')
      }
    })

    await test.step('an hour, too, of twenty-four', async () => {
      for (const [typed, read] of [
        ['14h30', '14:30'],
        ['1630', '16:30'],
        ['8', '08:00'],
      ] as const) {
        await time.fill(typed)
        await time.press('Tab')
        await expect(time).toHaveValue(read)
      }
      await expect(office.getByText('08:00 thứ Sáu, 03/12/2027')).toBeVisible()
    })

    const wrong = office.getByText('Ngày chưa đúng. Hãy ghi ngày/tháng/năm, ví dụ 03/12/2026.')
    await test.step('what is no day stays, says so once it is left, and nothing is sent', async () => {
      const sent: string[] = []
      office.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
      await date.fill('')
      await date.pressSequentially('31/02/2027')
      await expect(date).toHaveValue('31/02/2027')
      await expect(wrong).toBeHidden()
      await date.press('Tab')
      await expect(wrong).toBeVisible()
      await expect(date).toHaveAttribute('aria-invalid', 'true')
      await expect(date).toHaveAccessibleDescription(/Ngày chưa đúng/)
      await hasNoFault(office, 'a day that is none')
      await office.getByRole('button', { name: 'Tạo phiên và cấp đường dẫn' }).click()
      await expect(wrong).toBeVisible()
      expect(sent).toEqual([])
      await office.reload()
      await expect(date).toHaveValue('31/02/2027')
      await expect(wrong).toBeVisible()
    })

    await test.step('in English the words are English, the day still comes first', async () => {
      await office.evaluate(() => localStorage.setItem('diemcau.language', 'en'))
      await office.reload()
      await expect(office.getByText('This is not a date. Type day/month/year, for example 03/12/2026.')).toBeVisible()
      await textbox(office, 'Date').fill('4/12/2027')
      await textbox(office, 'Date').blur()
      await expect(textbox(office, 'Date')).toHaveValue('04/12/2027')
      await office.getByRole('button', { name: 'Calendar: Date' }).click()
      const calendar = office.getByRole('dialog', { name: 'Calendar: Date' })
      await expect(calendar.getByRole('columnheader')).toHaveText(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'])
      await expect(calendar.getByRole('button', { name: 'Choose another month' })).toHaveText('December 2027')
      await expect(calendar.getByRole('button', { name: /^Saturday,? 4 December 2027/ })).toBeFocused()
      await hasNoFault(office, 'a calendar in English')
      await calendar.getByRole('button', { name: /^Sunday,? 5 December 2027/ }).click()
      await expect(calendar).toBeHidden()
      await expect(textbox(office, 'Date')).toHaveValue('05/12/2027')
      await office.evaluate(() => localStorage.setItem('diemcau.language', 'vi'))
    })

    await test.step('a calendar in a dialog is used by keyboard, and Escape closes it alone', async () => {
      await office.goto(`${origin}/staff/reception-calendar`)
      await office.getByRole('button', { name: 'Thêm buổi tiếp' }).click()
      const dialog = office.getByRole('dialog', { name: 'Thêm buổi tiếp' })
      const opens = dialog.getByRole('button', { name: 'Chọn trên lịch: Ngày' })
      const calendar = office.getByRole('dialog', { name: 'Chọn trên lịch: Ngày' })
      await dialog.getByRole('textbox', { name: 'Ngày' }).focus()
      await office.keyboard.press('Tab')
      await expect(opens).toBeFocused()
      await office.keyboard.press('Enter')
      await expect(calendar.getByRole('columnheader')).toHaveText(['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'])
      await expect(calendar.locator('[aria-current=date]')).toBeFocused()
      await hasNoFault(office, 'a calendar in a dialog')
      await office.keyboard.press('Escape')
      await expect(calendar).toBeHidden()
      await expect(dialog).toBeVisible()
      await expect(opens).toBeFocused()

      await fillDate(dialog.getByLabel('Ngày'), '2027-12-15')
      await opens.press('Enter')
      await expect(calendar.getByRole('button', { pressed: true })).toHaveAccessibleName('Thứ Tư, 15 tháng 12, 2027')
      await office.keyboard.press('ArrowDown')
      await office.keyboard.press('ArrowRight')
      await office.keyboard.press('Enter')
      await expect(calendar).toBeHidden()
      await expect(opens).toBeFocused()
      await expect(dialog.getByRole('textbox', { name: 'Ngày' })).toHaveValue('23/12/2027')

      await opens.press('Enter')
      await calendar.getByRole('button', { name: 'Chọn tháng khác' }).press('Enter')
      await expect(calendar.getByRole('button', { name: 'Tháng 12' })).toBeFocused()
      await office.keyboard.press('ArrowUp')
      await office.keyboard.press('Enter')
      await expect(calendar.getByRole('button', { name: 'Chọn tháng khác' })).toHaveText('Tháng 9 năm 2027')
      await office.keyboard.press('Escape')
      await expect(calendar).toBeHidden()

      await dialog.getByRole('button', { name: 'Chọn giờ: Bắt đầu' }).press('Enter')
      const hours = office.getByRole('dialog', { name: 'Chọn giờ: Bắt đầu' })
      await expect(hours.getByRole('button', { pressed: true })).toBeFocused()
      await hasNoFault(office, 'the hours of a day')
      await hours.getByRole('button', { name: '09:30' }).click()
      await expect(dialog.getByRole('textbox', { name: 'Bắt đầu' })).toHaveValue('09:30')
      await expect(dialog).toBeVisible()
    })

    await test.step('a calendar offers no day beyond its bounds', async () => {
      const year = Number(calendarDayOf(Date.now()).slice(0, 4)) + 1
      await office.goto(`${origin}/staff/law?year=${year}`)
      await office.getByRole('button', { name: 'Thêm ngày nghỉ' }).click()
      await office.getByRole('button', { name: 'Chọn trên lịch: Ngày nghỉ, ngày 1' }).click()
      const calendar = office.getByRole('dialog', { name: 'Chọn trên lịch: Ngày nghỉ, ngày 1' })
      await expect(calendar.getByRole('button', { name: 'Chọn tháng khác' })).toHaveText(`Tháng 1 năm ${year}`)
      await expect(calendar.getByRole('button', { name: 'Tháng trước' })).toBeDisabled()
      await office.keyboard.press('Escape')
      await fillDate(office.getByLabel('Ngày nghỉ, ngày 1'), dayAfter(`${year}-01-01`, -1))
      await office.keyboard.press('Tab')
      await expect(office.getByText(`Không được trước ngày ${shown(`${year}-01-01`)}.`)).toBeVisible()
    })

    await test.step('on a telephone the calendar fits, and each day is a target for a finger', async () => {
      const context = await browser.newContext({
        ...american,
        ...phone,
        storageState: await office.context().storageState(),
      })
      const mobile = await context.newPage()
      await mobile.goto(`${origin}/staff/sessions/new`)
      const opens = mobile.getByRole('button', { name: 'Chọn trên lịch: Ngày' })
      await opens.tap()
      const calendar = mobile.getByRole('dialog', { name: 'Chọn trên lịch: Ngày' })
      await expect(calendar).toBeInViewport({ ratio: 1 })
      for (const button of [opens, ...(await calendar.getByRole('button').all())]) {
        const { width = 0, height = 0 } = (await button.boundingBox()) ?? {}
        expect(Math.min(width, height), (await button.getAttribute('aria-label')) ?? '').toBeGreaterThanOrEqual(
          leastTarget,
        )
      }
      await hasNoFault(mobile, 'a calendar on a telephone')
    })
  } finally {
    await server.close()
  }
})
