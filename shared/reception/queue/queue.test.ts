import { describe, expect, it } from 'vitest'
import { deskA, deskB, ReceptionDay } from '../reception-day.fixture.ts'

const atA = { deskId: deskA }
const atB = { deskId: deskB }

describe('a ticket', () => {
  it('has the next number of its kind', () => {
    const day = ReceptionDay.withDesks()
    day.comes('an')
    day.comes('binh', { kind: 'denunciation' })
    day.comes('chi')
    expect(['an', 'binh', 'chi'].map((name) => day.ticket(name).number)).toEqual(['A001', 'C001', 'A002'])
  })

  it('is unique for an appointment, and for a citizen and kind, until it has ended', () => {
    const day = ReceptionDay.withDesks()
    const ticket = { kind: 'reception', way: 'desk', citizenId: 'phuc', appointmentId: 'nine', priority: null }
    day.does('system', 'queue.take', { ...ticket, ticketId: 'first' })
    expect(day.tries('lan', 'queue.take', { ...ticket, ticketId: 'second' })).toBe('queue.has-ticket')
    day.does('system', 'queue.cancel', { ticketId: 'first', words: null })
    expect(day.tries('lan', 'queue.take', { ...ticket, ticketId: 'third' })).toBeNull()
  })

  it('for a denunciation in one’s own browser requires a waiver of secrecy', () => {
    const day = ReceptionDay.withDesks()
    const ticket = { kind: 'denunciation', way: 'browser', citizenId: null, priority: null }
    expect(day.tries('system', 'queue.take', { ...ticket, ticketId: 'first' })).toBe('queue.secrecy-online')
    expect(day.tries('system', 'queue.take', { ...ticket, ticketId: 'first', waivesSecrecy: true })).toBeNull()
    expect(day.tries('system', 'queue.take', { ...ticket, ticketId: 'second', way: 'desk' })).toBeNull()
  })

  it('is rejected when tickets are switched off for the day', () => {
    const day = ReceptionDay.withDesks()
    day.does('lan', 'queue.setUp', { ...day.state.queue.settings, takesTickets: false })
    const ticket = { ticketId: 'late', kind: 'reception', way: 'desk', citizenId: null, priority: null }
    expect(day.tries('system', 'queue.take', ticket)).toBe('queue.closed')
  })

  it('is protected in the queue of denunciations, or when marked as such later', () => {
    const day = ReceptionDay.withDesks()
    day.comes('an')
    day.comes('binh', { kind: 'denunciation' })
    expect(['an', 'binh'].map((name) => day.ticket(name).isProtected)).toEqual([false, true])
    day.does('system', 'queue.protect', { ticketId: 'an' })
    expect(day.ticket('an')).toMatchObject({ isProtected: true, kind: 'reception', number: 'A001' })
    expect(day.tries('lan', 'queue.protect', { ticketId: 'nobody' })).toBe('queue.unknown')
  })

  it('can get a citizen and messages while it waits', () => {
    const day = ReceptionDay.withDesks()
    day.comes('an')
    day.does('lan', 'queue.nameCitizen', { ticketId: 'an', citizenId: 'phuc' })
    day.does('lan', 'queue.message', { ticketId: 'an', text: 'Mời chuẩn bị căn cước.' })
    expect(day.ticket('an')).toMatchObject({ citizenId: 'phuc', messages: [{ text: 'Mời chuẩn bị căn cước.' }] })
    expect(day.tries('lan', 'queue.message', { ticketId: 'nobody', text: 'Mời.' })).toBe('queue.unknown')
  })
})

describe('a citizen waiting in their own browser', () => {
  const sha256 = 'a'.repeat(64)

  it('accepts the rules once: the first time is kept', () => {
    const day = ReceptionDay.withDesks()
    day.comes('an')
    const { at } = day
    day.does('system', 'queue.acceptRules', { ticketId: 'an', sha256 })
    day.does('system', 'queue.acceptRules', { ticketId: 'an', sha256 })
    expect(day.ticket('an').acceptedRulesAt).toBe(at)
  })

  it('can ask for a telephone call and give their identity, until the ticket has ended', () => {
    const day = ReceptionDay.withDesks()
    day.comes('an')
    const { at } = day
    day.does('system', 'queue.askForCall', { ticketId: 'an' })
    expect(day.ticket('an').askedForCallAt).toBe(at)
    day.does('system', 'queue.nameCitizen', { ticketId: 'an', citizenId: 'phuc' })
    expect(day.ticket('an').citizenId).toBe('phuc')
    day.does('system', 'queue.cancel', { ticketId: 'an', words: null })
    expect(day.tries('system', 'queue.nameCitizen', { ticketId: 'an', citizenId: 'hoa' })).toBe('queue.ended')
    expect(day.tries('system', 'queue.askForCall', { ticketId: 'an' })).toBe('queue.ended')
    expect(day.tries('system', 'queue.acceptRules', { ticketId: 'an', sha256 })).toBe('queue.ended')
  })
})

describe('a call', () => {
  it('is made in order, to a free desk, from the queues it serves, by its own officer', () => {
    const day = ReceptionDay.withDesks()
    for (const name of ['an', 'binh']) day.comes(name)
    day.comes('chi', { kind: 'denunciation' })
    expect(day.calls(deskA)).toBe('an: order')
    expect(day.tries('lan', 'queue.callNext', atA)).toBe('queue.desk-busy')
    expect(day.tries('lan', 'queue.callNext', atB)).toBe('desks.of-another')
    expect(day.tries('minh', 'queue.callNext', { ...atB, kind: 'dialogue' })).toBe('queue.not-served')
    expect(day.calls(deskB)).toBe('binh: order')
    day.receives(deskA)
    expect(day.tries('lan', 'queue.callNext', atA)).toBe('queue.empty')
    day.receives(deskB)
    expect(day.calls(deskB)).toBe('chi: order')
  })

  it('creates the session of the visit with its participants, including a note-taker if the desk has one', () => {
    const day = ReceptionDay.withDesks()
    day.comes('an')
    day.calls(deskB)
    const { visit, status, deskId } = day.ticket('an')
    expect({ status, deskId }).toEqual({ status: 'called', deskId: deskB })
    const ids = [visit?.chair, visit?.secretary, visit?.citizen].map((one) => one?.participantId)
    expect(new Set(ids).size).toBe(3)
    expect(ids).not.toContain(undefined)
  })

  it('prefers priority tickets up to a maximum in a row, and records who was passed over', () => {
    const day = ReceptionDay.withDesks()
    day.comes('an')
    day.comes('policy', { priority: 'policyFamily' })
    day.comes('old', { priority: 'elderly' })
    day.comes('older', { priority: 'elderly' })
    const calls = [1, 2, 3, 4].map(() => {
      const call = day.calls()
      day.receives()
      return call
    })
    expect(calls).toEqual(['old: priority', 'older: priority', 'an: order', 'policy: order'])
    expect(day.ticket('an').passedBy).toMatchObject([
      { number: 'A003', reason: 'priority' },
      { number: 'A004', reason: 'priority' },
    ])
  })

  it('goes first to a ticket that was passed over the maximum number of times', () => {
    const day = ReceptionDay.withDesks()
    const { settings } = day.state.queue
    day.does('lan', 'queue.setUp', { ...settings, rules: { ...settings.rules, mostInARow: 20, mostOvertaken: 2 } })
    day.comes('first')
    day.comes('patient')
    for (const name of ['one', 'two', 'three']) day.comes(name, { priority: 'disabled' })
    const calls = [1, 2, 3, 4].map(() => {
      const call = day.calls()
      day.receives()
      return call
    })
    expect(calls).toEqual(['one: priority', 'two: priority', 'first: order', 'patient: order'])
  })

  it('gives priority to an appointment from its time on', () => {
    const day = ReceptionDay.withDesks()
    day.comes('an')
    day.comes('binh')
    day.comes('booked', { appointedAt: day.at + 20 * 60_000 })
    expect(day.calls()).toBe('an: order')
    day.receives(deskA, 30)
    expect(day.calls()).toBe('booked: appointment')
  })

  it('can be made out of turn with a reason, which is shown to those passed over', () => {
    const day = ReceptionDay.withDesks()
    for (const name of ['an', 'binh']) day.comes(name)
    day.does('lan', 'queue.callThis', { ...atA, ticketId: 'binh', words: 'Có trẻ nhỏ đi cùng.' })
    expect(day.state.queue.calls).toMatchObject([{ ticketId: 'binh', reason: 'chosen', words: 'Có trẻ nhỏ đi cùng.' }])
    expect(day.ticket('an').passedBy).toMatchObject([{ number: 'A002', reason: 'chosen' }])
    expect(day.tries('minh', 'queue.callThis', { ...atB, ticketId: 'binh', words: 'Nhầm.' })).toBe('queue.not-waiting')
  })
})

describe('a called ticket', () => {
  const waitingOf = (names: readonly string[]) => {
    const day = ReceptionDay.withDesks()
    for (const name of names) day.comes(name)
    day.calls()
    return day
  }

  it('that does not come waits behind three others once; the second time it ends', () => {
    const day = waitingOf(['an', 'binh', 'chi', 'dung', 'em'])
    day.does('lan', 'queue.recall', atA)
    expect(day.ticket('an').recalledAt).not.toBeNull()
    day.does('lan', 'queue.noShow', atA)
    expect(day.line()).toEqual(['binh', 'chi', 'dung', 'an', 'em'])
    expect(day.ticket('an')).toMatchObject({
      status: 'waiting',
      misses: 1,
      visit: null,
      returned: { reason: 'missed' },
    })
    for (const name of ['binh', 'chi', 'dung']) {
      expect(day.calls()).toBe(`${name}: order`)
      day.receives()
    }
    expect(day.calls()).toBe('an: order')
    day.does('lan', 'queue.noShow', atA)
    expect(day.ticket('an').status).toBe('missed')
    expect(day.line()).toEqual(['em'])
  })

  it('that is sent back waits behind three others, with the reason', () => {
    const day = waitingOf(['an', 'binh', 'chi', 'dung', 'em'])
    day.does('lan', 'queue.sendBack', { ...atA, text: 'Bổ sung giấy ủy quyền.' })
    expect(day.line()[3]).toBe('an')
    expect(day.ticket('an').returned).toMatchObject({ reason: 'sentBack', words: 'Bổ sung giấy ủy quyền.' })
  })

  it('that is handed over is called by that desk first and by no other, with a note for officers', () => {
    const day = waitingOf(['an', 'binh', 'chi'])
    expect(day.tries('lan', 'queue.handOver', { ...atA, toDeskId: deskA, note: 'Đất đai.' })).toBe('queue.no-such-desk')
    day.does('lan', 'queue.handOver', { ...atA, toDeskId: deskB, note: 'Đất đai.' })
    expect(day.calls(deskA)).toBe('binh: order')
    expect(day.calls(deskB)).toBe('an: handedOver')
    expect(day.ticket('an')).toMatchObject({ note: 'Đất đai.', returned: null })
    expect(day.ticket('chi').passedBy).toEqual([])
  })

  it.each([
    ['is lost', 'system', 'desks.lose', 'deskLost'],
    ['closes', 'lan', 'desks.close', 'deskClosed'],
  ])('waits again first in line when the desk %s, before or during the visit', (_what, who, command, reason) => {
    for (const hasBegun of [false, true]) {
      const day = waitingOf(['an', 'binh'])
      if (hasBegun) day.does('system', 'queue.beginVisit', { ticketId: 'an' })
      day.does(who, command, atA)
      expect(day.line()).toEqual(['an', 'binh'])
      expect(day.ticket('an').returned).toMatchObject({ reason })
      expect(day.calls(deskB)).toBe('an: order')
    }
  })

  it('that was handed over to a lost desk can be called by any desk', () => {
    const day = waitingOf(['an', 'binh'])
    day.does('lan', 'queue.handOver', { ...atA, toDeskId: deskB, note: 'Đất đai.' })
    day.does('system', 'desks.lose', atB)
    expect(day.calls(deskA)).toBe('an: order')
  })

  it('whose visit has begun cannot be missed, recalled or cancelled; the visit ends once', () => {
    const day = waitingOf(['an'])
    day.does('system', 'queue.beginVisit', { ticketId: 'an' })
    expect(day.tries('lan', 'queue.noShow', atA)).toBe('queue.begun')
    expect(day.tries('lan', 'queue.recall', atA)).toBe('queue.begun')
    expect(day.tries('system', 'queue.cancel', { ticketId: 'an', words: null })).toBe('queue.begun')
    day.does('lan', 'queue.finishVisit', { ticketId: 'an' })
    expect(day.tries('system', 'queue.finishVisit', { ticketId: 'an' })).toBeNull()
    expect(day.state.queue.calls).toMatchObject([
      { ticketId: 'an', begunAt: expect.any(Number), endedAt: expect.any(Number) },
    ])
    expect(day.tries('lan', 'queue.recall', atA)).toBe('queue.nobody-here')
  })
})

describe('the ticket of a denouncer', () => {
  const about = { ticketId: 'chi' }
  const acts: [string, object][] = [
    ['queue.nameCitizen', { ...about, citizenId: 'phuc' }],
    ['queue.message', { ...about, text: 'Mời chuẩn bị.' }],
    ['queue.cancel', { ...about, words: 'Không chờ nữa.' }],
  ]
  /** Chi waits in the line of denunciations, An in that of receptions, of whom it has turned out. */
  function waiting(): ReceptionDay {
    const day = ReceptionDay.withDesks()
    day.comes('chi', { kind: 'denunciation' })
    day.comes('an')
    day.does('system', 'queue.protect', { ticketId: 'an' })
    return day
  }
  const refusals = (day: ReceptionDay, who: string) => acts.map(([type, data]) => day.tries(who, type, data))

  it('can be called, named, messaged and cancelled by the intake group only', () => {
    const day = waiting()
    expect(day.tries('lan', 'queue.callNext', atA)).toBe('queue.empty')
    expect(day.tries('lan', 'queue.callThis', { ...atA, ticketId: 'an', words: 'Đã hẹn.' })).toBe(
      'queue.for-intake-group',
    )
    expect(day.tries('lan', 'queue.callThis', { ...atA, ticketId: 'chi', words: 'Đã hẹn.' })).toBe('queue.not-served')
    for (const who of ['lan', 'hoa', 'thu'])
      expect(refusals(day, who)).toEqual(acts.map(() => 'queue.for-intake-group'))
    expect(refusals(day, 'nga')).toEqual([null, null, null])
  })

  it('is called by the officer of the desk, and handed over only to a desk for denunciations only', () => {
    const day = waiting()
    // Of the group, too, but the desk is another’s.
    expect(day.tries('nga', 'queue.callNext', atB)).toBe('desks.of-another')
    expect(day.calls(deskB)).toBe('chi: order')
    for (const [who, code] of [
      ['nga', 'desks.of-another'],
      ['minh', 'queue.no-such-desk'],
    ] as const)
      expect(day.tries(who, 'queue.handOver', { ...atB, toDeskId: deskA, note: 'Đất đai.' })).toBe(code)
    const own = { deskId: 'deskC', label: 'Bàn 3', kinds: ['denunciation'], noteTakerId: 'thu' }
    expect(day.tries('hoa', 'desks.open', own)).toBe('desks.for-intake-group')
    day.does('nga', 'desks.open', own)
    expect(day.tries('minh', 'queue.handOver', { ...atB, toDeskId: 'deskC', note: 'Đất đai.' })).toBeNull()
  })

  it('is closed to a former member of the group except for tickets they called before, and to a suspended account without exception', () => {
    const day = waiting()
    day.calls(deskB)
    day.does('minh', 'queue.sendBack', { ...atB, text: 'Chờ giấy tờ.' })
    day.intakeGroup.delete('minh')
    expect(day.tries('minh', 'queue.callThis', { ...atB, ticketId: 'an', words: 'Đã hẹn.' })).toBe(
      'queue.for-intake-group',
    )
    day.suspended.add('minh')
    expect(day.tries('minh', 'queue.callNext', atB)).toBe('queue.empty')
    expect(refusals(day, 'minh')).toEqual(acts.map(() => 'queue.for-intake-group'))
    day.suspended.delete('minh')
    expect(day.calls(deskB)).toBe('chi: order')
    const own = { deskId: 'deskD', label: 'Bàn 4', kinds: ['denunciation'], noteTakerId: 'thu' }
    day.suspended.add('nga')
    expect(day.tries('nga', 'desks.open', own)).toBe('desks.for-intake-group')
  })
})
