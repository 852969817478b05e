// A login ends, or an account loses its access to protected data, while its pages are open: every socket that depends
// on the account is cut, its links are refused, and everybody else stays connected (ADR 0074).
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { AccountId } from '../../shared/kernel/ids.ts'
import { aVisit, closeDenouncerDesk, type DenouncerDesk, listens, openDenouncerDesk } from '../harness/denouncer.ts'
import type { HttpServer } from '../harness/http.ts'
import type { TestPage } from '../harness/page.ts'
import type { ReceptionHall } from '../harness/reception-hall.ts'
import { until } from '../harness/wait.ts'

let place: DenouncerDesk
let hall: ReceptionHall
let server: HttpServer
let root: AccountId
beforeAll(async () => {
  place = await openDenouncerDesk()
  ;({ hall } = place)
  ;({ server } = hall)
  root = (await server.signIn('administrator')).account.accountId
})
afterAll(() => closeDenouncerDesk(place))

const isCut = (page: TestPage) => until(() => (page.socket.connected ? 'still connected' : null))

/** What may happen to an account while its pages are open. */
const changes: [string, (accountId: AccountId) => Promise<unknown>][] = [
  [
    'has its password reset',
    async (accountId) => {
      const hash = await server.accounts.hashed('một câu khác đủ dài')
      await server.accounts.replacePassword(accountId, hash, { by: root, confirmers: [root] })
    },
  ],
  ['is disabled', (accountId) => server.accounts.change(accountId, { isEnabled: false })],
]

describe.each(changes)('an account that %s', (_what, changes) => {
  it('has its desk page cut even if nothing happens on the day; other pages stay', async () => {
    const [officer, other] = [await server.signIn(), await server.signIn()]
    const [page, otherPage] = [hall.deskPage(officer.cookie), hall.deskPage(other.cookie)]
    await page.shows(() => true)
    await otherPage.shows(() => true)
    await changes(officer.account.accountId)
    await until(() => (page.isRefused && !page.socket.connected ? null : 'the desk page is still there'))
    expect([otherPage.isRefused, otherPage.socket.connected]).toEqual([false, true])
  })
})

describe.each(changes)('a reader of a protected visit who %s', (_what, changes) => {
  let visit: Awaited<ReturnType<typeof aVisit>>
  let noteTaker: AccountId
  beforeEach(async () => {
    const { account, cookie } = await server.signIn()
    await server.joinsIntakeGroup(account.accountId)
    const taking = await server.signIn()
    noteTaker = taking.account.accountId
    const body = { label: `Bàn ${account.username}`, kinds: ['denunciation'], noteTakerId: noteTaker }
    const { deskId } = (await server.call('POST', '/api/reception/desks', { cookie, body })).body
    const act = (name: string, data?: object) =>
      server.call('POST', `/api/reception/desks/${deskId}/${name}`, { cookie, ...(data && { body: data }) })
    const desk = { cookie, deskId, accountId: account.accountId, noteTakerCookie: taking.cookie, act }
    visit = await aVisit({ ...place, desk })
  })

  it('is cut from its room, and cannot return with any link until confirmed; denouncer and officer stay', async () => {
    const reads = (token: string) => server.call('GET', `${visit.at}/protection`, { token })
    expect((await reads(visit.tokens.secretary)).status).toBe(200)

    await changes(noteTaker)

    await isCut(visit.noteTaker.page)
    expect(visit.noteTaker.page.farewell).toMatchObject({ reason: 'account-suspended' })
    expect([visit.officer, visit.denouncer].map(({ page }) => page.socket.connected)).toEqual([true, true])
    await expect(listens(place, `https://x/join#${visit.tokens.secretary}`)).rejects.toThrow('account-suspended')
    const asked = await reads(visit.tokens.secretary)
    expect([asked.status, asked.body.error.code]).toEqual([403, 'account.suspended'])
    expect((await reads(visit.tokens.chair)).status).toBe(200)
    const people = Object.values((await visit.state()).admission.participants)
    expect(people).toContainEqual(expect.objectContaining({ role: 'secretary', status: 'lost' }))

    const { suspension } = (await server.accounts.find(noteTaker)) ?? {}
    if (suspension) await server.accounts.confirm(noteTaker, suspension)
    else await server.accounts.change(noteTaker, { isEnabled: true })
    const again = await listens(place, `https://x/join#${visit.tokens.secretary}`)
    expect(again.page.socket.connected).toBe(true)
    await visit.finishes()
  })
})
