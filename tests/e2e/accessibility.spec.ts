// Automatic WCAG 2.2 AA checks of every screen of a participant, on a computer and on a phone, and entering by keyboard
// only.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { admit, goIn, isInside, names, openPage as openMovingPage, openPanel } from '../harness/hearing.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await DemoServer.start()
})
test.afterEach(({ browser }) => everybodyLeaves(browser))
test.afterAll(() => server.close())

/** Without motion: what is half faded in has no contrast to measure. */
async function openPage(browser: Browser, link: string, options: { isPhone?: boolean } = {}): Promise<Page> {
  const page = await openMovingPage(browser, link, options)
  return page
}

test('a citizen on a phone: entrance page, waiting room, session', async ({ browser }) => {
  const phone = await openPage(browser, server.link('citizen'), { isPhone: true })
  await expect(phone.getByRole('button', { name: 'Vào phòng' })).toBeVisible()
  await hasNoFault(phone, 'the door')
  await goIn(phone)
  await expect(phone.getByText('ông/bà đang ở phòng chờ')).toBeVisible()
  await hasNoFault(phone, 'the waiting room')

  const secretary = await openPage(browser, server.link('secretary'))
  await goIn(secretary)
  await isInside(secretary)
  await openPanel(secretary, 'Người tham gia')
  await hasNoFault(secretary, 'the people, one of them waiting')
  await admit(secretary, names.citizen)
  await isInside(phone)
  await hasNoFault(phone, 'the hearing on a phone')
  const overflow = await phone.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, 'pixels cut off at the side').toBeLessThanOrEqual(0)
  for (const button of await phone.getByRole('toolbar').getByRole('button').all()) {
    const box = await button.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
  }
})

test('the chair’s panels', async ({ browser }) => {
  const chair = await openPage(browser, server.link('chair'))
  await goIn(chair)
  await isInside(chair)
  for (const panel of [
    'Điều hành',
    'Chương trình',
    'Phát biểu',
    'Điểm danh',
    'Tài liệu',
    'Biểu quyết',
    'Biên bản',
    'Tin nhắn',
    'Kỹ thuật',
  ]) {
    await openPanel(chair, panel)
    await hasNoFault(chair, panel)
  }
})

test('a ballot, from the form of the motion to the vote', async ({ browser }) => {
  const chair = await openPage(browser, server.link('chair'))
  await goIn(chair)
  await isInside(chair)
  await openPanel(chair, 'Điểm danh')
  await chair.getByRole('button', { name: /^Điểm cầu trung tâm/ }).click()
  await chair.getByRole('button', { name: /Ghi có mặt cho/ }).click()
  await openPanel(chair, 'Biểu quyết')
  await chair.getByRole('button', { name: 'Soạn nội dung biểu quyết' }).click()
  const dialog = chair.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Nội dung biểu quyết' }).fill('Thông qua chương trình')
  await hasNoFault(chair, 'the form of a motion')
  await dialog.getByRole('button', { name: 'Bắt đầu biểu quyết ngay' }).click()
  await expect(chair.getByRole('region', { name: 'Đang biểu quyết' })).toBeVisible()
  await hasNoFault(chair, 'an open ballot')
  await chair.getByRole('button', { name: 'Trần Quốc Bảo' }).click()
  await hasNoFault(chair, 'the code of a delegate')
  await chair.getByLabel('Mã biểu quyết của Trần Quốc Bảo').fill('12345678')
  await chair.getByRole('button', { name: 'Tiếp tục' }).click()
  await chair.getByRole('button', { name: 'Không có ý kiến' }).click()
  await hasNoFault(chair, 'a choice to be confirmed')
})

test('the self-test on a phone', async ({ browser }) => {
  const phone = await openPage(browser, server.link('siteB'), { isPhone: true })
  await phone.getByRole('link', { name: 'Kiểm tra thiết bị và đường truyền' }).click()
  const press = async (name: string) => {
    await hasNoFault(phone, `before “${name}”`)
    await phone.getByRole('button', { name }).click()
  }
  await press('Bắt đầu kiểm tra')
  await expect(phone.getByRole('button', { name: 'Tôi thấy hình của mình' })).toBeVisible()
  await press('Tôi thấy hình của mình')
  await expect(phone.getByRole('button', { name: 'Ghi âm 5 giây' })).toBeVisible()
  await press('Bỏ qua bước này')
  await phone.getByRole('button', { name: 'Phát tiếng chuông' }).click()
  await press('Tôi nghe thấy')
  await hasNoFault(phone, 'the line being measured')
  await expect(phone.getByText(/^Mã kết quả/)).toBeVisible({ timeout: 60_000 })
  await hasNoFault(phone, 'the result')
})

test('a refused participant sees the reason, also after opening the link again', async ({ browser }) => {
  const why = 'Phiên họp không mở cho báo chí. Xin liên hệ Văn phòng.'
  const phone = await openPage(browser, server.link('observer'), { isPhone: true })
  await goIn(phone)
  await expect(phone.getByText('ông/bà đang ở phòng chờ')).toBeVisible()
  const chair = await openPage(browser, server.link('chair'))
  await goIn(chair)
  await openPanel(chair, 'Người tham gia')
  await chair.getByRole('button', { name: `Từ chối: ${names.observer}` }).click()
  await chair.getByRole('dialog').getByRole('textbox').fill(why)
  await chair.getByRole('dialog').getByRole('button', { name: 'Từ chối' }).click()
  await expect(phone.getByText(why)).toBeVisible()
  await hasNoFault(phone, 'the refusal')
  await phone.reload()
  await expect(phone.getByText(why)).toBeVisible()
})

test('entering and raising the hand by keyboard only', async ({ browser }) => {
  const siteB = await openPage(browser, server.link('siteB'))
  await expect(siteB.getByRole('button', { name: 'Vào phòng' })).toBeVisible()
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 40; presses++) {
      await siteB.keyboard.press('Tab')
      if ((await siteB.getByRole('button', { name }).and(siteB.locator(':focus')).count()) > 0) return
    }
    throw new Error(`forty tabs do not reach "${name}"`)
  }
  await tabTo('Vào phòng')
  await siteB.keyboard.press('Enter')
  await isInside(siteB)
  await tabTo('Giơ tay')
  await siteB.keyboard.press('Enter')
  await expect(siteB.getByRole('button', { name: /^Hạ tay/ })).toBeVisible()
})
