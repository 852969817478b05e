// The legal clocks of a case in the office: due day, reason, colour, and the effect of a day off.
import { expect, type Page, test } from '@playwright/test'
import { calendarDayOf, calendarOf, dayAfter, startOf, workingDaysAfter } from '../../shared/law/working-days.ts'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves, fillDate, newPerson } from '../harness/browser.ts'
import { aPetition, petitionForm } from '../harness/cases.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { becomesAdministrator } from '../harness/office.ts'

test.afterEach(({ browser }) => everybodyLeaves(browser))

const shown = (day: string) => day.split('-').reverse().join('/')
/** Seven working days from now, with these days off. */
const dueFrom = (day: string, daysOff: readonly string[]) =>
  shown(calendarDayOf(workingDaysAfter(startOf(day), 7, calendarOf(daysOff))))

async function enters(office: Page, changes: Parameters<typeof aPetition>[0]): Promise<string> {
  const multipart = { petition: String(petitionForm(aPetition(changes)).get('petition')) }
  const origin = new URL(office.url()).origin
  const answer = await office.request.post(`${origin}/api/cases`, { multipart, headers: { origin } })
  expect(answer.status()).toBe(201)
  return (await answer.json()).caseId
}

test('an officer sees a deadline with its reason; an entered day off moves it', async ({ browser }) => {
  const server = await DemoServer.startEmpty()
  try {
    const office = await (await newPerson(browser)).newPage()
    const problems: string[] = []
    office.on('pageerror', (error) => problems.push(error.message))
    await becomesAdministrator(office, server.setUpUrl)
    await expect(office.getByRole('navigation').first()).toBeVisible()
    const today = calendarDayOf(Date.now())
    const nextWorkingDay = calendarDayOf(workingDaysAfter(startOf(today), 1, calendarOf([])))
    const complaint = await enters(office, { receivedOn: today, writtenOn: null })
    await enters(office, {
      receivedOn: dayAfter(today, -100),
      writtenOn: null,
      kind: 'reflection',
      subject: 'Đường vào trường học ngập nước',
    })
    const clocks = office.getByRole('region', { name: 'Thời hạn theo luật' })
    const acceptance = clocks.getByRole('listitem').filter({ hasText: 'Thụ lý khiếu nại' })

    await test.step('the page of the case shows the due day, and the reason on request', async () => {
      await office.goto(`${new URL(office.url()).origin}/staff/cases/${complaint}`)
      await expect(acceptance).toContainText(`Hạn: ${dueFrom(today, [])}`)
      await expect(acceptance).toContainText('còn 7 ngày làm việc')
      await acceptance.getByRole('button', { name: 'Vì sao' }).click()
      await expect(acceptance).toContainText(`7 ngày làm việc, tính từ ${shown(today)} (nhận đơn).`)
      await expect(acceptance).toContainText('Nghị định số 155/2026/NĐ-CP')
    })

    await test.step('a day off is entered; its fault is shown at the field', async () => {
      const year = nextWorkingDay.slice(0, 4)
      await office.goto(`${new URL(office.url()).origin}/staff/law?year=${year}`)
      await office.getByRole('button', { name: 'Thêm ngày nghỉ' }).click()
      await fillDate(office.getByLabel('Ngày nghỉ, ngày 1'), `${Number(year) - 1}-09-02`)
      await office.getByLabel('Ngày nghỉ, tên ngày 1').fill('Nghỉ bù')
      await office.getByRole('button', { name: `Lưu lịch năm ${year}` }).click()
      await expect(office.getByText(`Ngày này không thuộc năm ${year}.`)).toBeVisible()
      await fillDate(office.getByLabel('Ngày nghỉ, ngày 1'), nextWorkingDay)
      await office.getByRole('button', { name: `Lưu lịch năm ${year}` }).click()
      await expect(office.getByText('Đã lưu.')).toBeVisible()
      await hasNoFault(office, 'working days and deadlines')
      await office.goto(`${new URL(office.url()).origin}/staff/cases/${complaint}`)
      await expect(acceptance).toContainText(`Hạn: ${dueFrom(today, [nextWorkingDay])}`)
    })

    await test.step('overdue deadlines are listed and link to their cases', async () => {
      await office.getByRole('link', { name: 'Thời hạn', exact: true }).click()
      await office.getByText('Quá hạn (2)').click()
      const overdue = office.getByRole('link', { name: /Giải quyết kiến nghị, phản ánh/ })
      await expect(overdue).toContainText('Đường vào trường học ngập nước')
      await hasNoFault(office, 'the list of deadlines')
      await overdue.click()
      await expect(clocks.getByText('Giải quyết kiến nghị, phản ánh')).toBeVisible()
    })
    expect(problems).toEqual([])
  } finally {
    await server.close()
  }
})
