// From a ticket to the visit: waiting pages, desks, calls, and what becomes of them when something breaks.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ReceptionHall } from '../harness/reception-hall.ts'

let hall: ReceptionHall
beforeAll(async () => {
  hall = await ReceptionHall.open()
})
afterAll(() => hall.close())

describe('a ticket', () => {
  it('is called to a desk, and its waiting page opens the visit, in which the citizen has their name', async () => {
    const desk = await hall.desk('Bàn 1')
    const ticket = await hall.ticket(desk, { name: 'Ngô Văn Phúc' })
    expect(ticket.number).toBe('A001')
    const page = hall.waitingPage(ticket.token)
    expect(await page.shows(({ status }) => status === 'waiting')).toMatchObject({ peopleBefore: 0, joinLink: null })
    const called = await desk.act('call-next', {})
    expect(called.body).toMatchObject({ number: 'A001', reason: 'order' })
    const { joinLink, deskLabel } = await page.shows((view) => view.joinLink !== null)
    expect(deskLabel).toBe('Bàn 1')
    const token = new URL(joinLink ?? '').hash.slice(1)
    const entrance = await hall.server.call('GET', '/api/entrance', { token })
    expect(entrance.body).toMatchObject({
      answer: 'welcome',
      name: 'Ngô Văn Phúc',
      role: 'citizen',
      session: { kind: 'reception', title: 'Tiếp công dân, số A001' },
    })
  })
})
