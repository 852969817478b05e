// The office of an agency in a browser.
import type { Page } from '@playwright/test'

/** Makes the first administrator of a new server, Trần Thị Lan, who is signed in then. */
export async function becomesAdministrator(office: Page, setUpUrl: string): Promise<void> {
  await office.goto(setUpUrl)
  await office.getByLabel('Họ và tên').fill('Trần Thị Lan')
  await office.getByLabel('Tên đăng nhập').fill('lan.tran')
  await office.getByLabel('Mật khẩu', { exact: false }).first().fill('một câu dài dễ nhớ')
  await office.getByLabel('Nhập lại mật khẩu').fill('một câu dài dễ nhớ')
  await office.getByRole('button', { name: 'Tạo tài khoản và đăng nhập' }).click()
  await office.getByRole('navigation', { name: 'Các trang quản lý' }).waitFor()
}
