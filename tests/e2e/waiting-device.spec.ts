// A citizen waits at home without camera and microphone: asks for a phone call, and is ready automatically when a
// camera is plugged in.
import { expect, test } from '@playwright/test'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves, newPerson } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { becomesAdministrator, openDesk, signsIn } from '../harness/office.ts'

declare global {
  interface Window {
    isPluggedIn?: boolean
  }
}

test.afterEach(({ browser }) => everybodyLeaves(browser))

test('without camera and microphone a citizen asks for a phone call; when plugged in, the page is ready automatically', async ({
  browser,
}) => {
  const server = await DemoServer.startEmpty()
  try {
    const { origin } = new URL(server.setUpUrl)
    const lan = await (await newPerson(browser)).newPage()
    await becomesAdministrator(lan, server.setUpUrl)
    await lan.getByRole('button', { name: 'Trần Thị Lan' }).waitFor()
    await signsIn(browser, lan, { username: 'thao.pham', displayName: 'Phạm Thu Thảo' })
    await openDesk(lan, 'Bàn số 1')
    const ticket = { kind: 'reception', way: 'browser', citizen: { name: 'Trần Thị Hoa' } }
    const given = await lan.request.post(`${origin}/api/reception/tickets`, { data: ticket })

    const phone = await (await newPerson(browser, { isPhone: true })).newPage()
    await phone.addInitScript(() => {
      const devices = navigator.mediaDevices
      const real = devices.getUserMedia.bind(devices)
      devices.getUserMedia = (wanted) =>
        window.isPluggedIn ? real(wanted) : Promise.reject(new DOMException('none', 'NotFoundError'))
    })
    await phone.goto((await given.json()).link)

    await test.step('the citizen asks for a phone call', async () => {
      await phone.getByRole('button', { name: 'Tôi đã đọc và đồng ý' }).click()
      await phone.getByLabel('Số điện thoại').fill('12')
      await phone.getByRole('button', { name: 'Nhờ cán bộ gọi điện cho tôi' }).click()
      await expect(phone.getByText('Số điện thoại chưa đúng. Ví dụ: 0912 345 678.')).toBeVisible()
      await hasNoFault(phone, 'a device that does not do')
      await phone.getByLabel('Số điện thoại').fill('0912 345 678')
      await phone.getByRole('button', { name: 'Nhờ cán bộ gọi điện cho tôi' }).click()
      await expect(phone.getByText('Cán bộ sẽ gọi điện cho ông/bà')).toBeVisible()
    })

    await test.step('when plugged in, camera and microphone are used without a tap', async () => {
      await phone.evaluate(() => {
        window.isPluggedIn = true
        navigator.mediaDevices.dispatchEvent(new Event('devicechange'))
      })
      await expect(phone.getByRole('heading', { name: 'Máy đã sẵn sàng' })).toBeVisible()
    })

    await test.step('the desk shows the phone number as a link, and when the rules were accepted', async () => {
      await lan.getByRole('button', { name: 'Mời người tiếp theo' }).click()
      await expect(lan.getByRole('link', { name: '+84912345678' })).toBeVisible()
      await expect(lan.getByText(/^Đã đồng ý nội quy lúc/)).toBeVisible()
      await expect(lan.getByRole('button', { name: 'Công dân đã đến bàn' })).toBeVisible()
    })
  } finally {
    await server.close()
  }
})
