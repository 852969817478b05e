import { test } from '@playwright/test'
import { DemoServer } from '../harness/demo-server.ts'
import { becomesAdministrator } from '../harness/office.ts'
import { newPerson } from '../harness/browser.ts'
test('look', async ({ browser }) => {
  const server = await DemoServer.start()
  const wide = await (await newPerson(browser)).newPage()
  console.log(Object.keys(server), server.url)
  await wide.goto(server.url + '/staff')
  await wide.waitForTimeout(1500)
  await wide.screenshot({ path: '/tmp/l1.png' })
  await server.close()
})
