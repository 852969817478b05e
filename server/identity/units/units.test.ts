import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestRedis, type TestRedis } from '../../../tests/harness/redis.ts'
import { createUnits, type Units } from './units.ts'

let server: TestRedis
let units: Units
beforeAll(async () => {
  server = await startTestRedis()
})
beforeEach(async () => {
  await server.redis().flushall()
  units = createUnits(server.redis(), randomBytes(32))
})
afterAll(() => server.close())

const inspection = { name: 'Thanh tra thành phố', email: 'thanhtra@example.gov.vn' }

describe('the units of the agency', () => {
  it('are found by name in any case, spacing and Unicode form', async () => {
    await units.keep(inspection)
    const addressOf = await units.addresses()
    expect(addressOf('  thanh tra   THÀNH PHỐ'.normalize('NFD'))).toBe(inspection.email)
    expect(addressOf('Thanh tra tỉnh')).toBeNull()
  })

  it('have one address each, which can be changed and removed', async () => {
    await units.keep(inspection)
    await units.keep({ name: 'Thanh tra Thành phố', email: 'vanthu@example.gov.vn' })
    expect(await units.list()).toEqual([{ name: 'Thanh tra Thành phố', email: 'vanthu@example.gov.vn' }])
    await units.forget('thanh tra thành phố')
    expect(await units.list()).toEqual([])
  })

  it('are listed in Vietnamese alphabetical order', async () => {
    for (const name of ['Ủy ban phường', 'Đài Phát thanh', 'Sở Y tế', 'Công an'])
      await units.keep({ ...inspection, name })
    expect((await units.list()).map(({ name }) => name)).toEqual([
      'Công an',
      'Đài Phát thanh',
      'Sở Y tế',
      'Ủy ban phường',
    ])
  })

  it('have their addresses encrypted at rest', async () => {
    await units.keep(inspection)
    expect(JSON.stringify(await server.redis().hgetall('units'))).not.toContain('example.gov.vn')
  })
})
