import { describe, expect, it } from 'vitest'
import { by, givenNothing, type Step } from '../../../tests/harness/given.ts'
import { ReaderId } from '../../kernel/ids.ts'
import { hasPart, keptLooks, maximumNamed } from './contract.ts'

const plan = {
  sessionId: 'secret',
  title: 'Hội nghị về phương án bảo vệ',
  kind: 'conference',
  scheduledAt: 1_790_000_000_000,
  plannedMinutes: 60,
  place: 'Phòng họp kín số 1',
  secrecy: 'confidential',
} as const
const booked = by('clerk', 'session.schedule', plan)
const reason = 'Theo Quyết định số 12/QĐ-UBND'
const named = (accountId: string): Step => by('clerk', 'accessList.name', { accountId, reason })
const ends: Step[] = [by('clerk', 'session.cancel', { reason: 'Hoãn' })]
const account = (accountId: string) => ReaderId.parse(accountId)

describe('the accounts that have a part in a session', () => {
  it('are whoever booked it, and those named for it, until that is taken back', () => {
    const { state } = givenNothing(booked, named('officer'))
    expect(['clerk', 'officer', 'stranger'].map((who) => hasPart(state.accessList, account(who)))).toEqual([
      ...[true, true, false],
    ])
    givenNothing(booked, named('officer'))
      .when('clerk', 'accessList.takeBack', { accountId: 'officer', reason: 'Chuyển công tác' })
      .leaves(({ accessList }) => expect(hasPart(accessList, account('officer'))).toBe(false))
  })

  it('are kept with who named them, when and why', () => {
    const { state } = givenNothing(booked, named('officer'))
    expect(state.accessList.named).toMatchObject([{ accountId: 'officer', reason, by: 'clerk' }])
  })

  it('can be named when the session is over: its papers are read then', () => {
    givenNothing(booked, ...ends)
      .when('clerk', 'accessList.name', { accountId: 'officer', reason })
      .leaves(({ accessList }) => expect(hasPart(accessList, account('officer'))).toBe(true))
  })

  it('are named once, and not without end', () => {
    givenNothing(booked, named('officer'))
      .when('clerk', 'accessList.name', { accountId: 'officer', reason })
      .leaves(({ accessList }) => expect(accessList.named).toHaveLength(1))
    const all = Array.from({ length: maximumNamed }, (_, index) => named(`officer${index}`))
    givenNothing(booked, ...all)
      .when('clerk', 'accessList.name', { accountId: 'one-more', reason })
      .isRejected('accessList.too-many', { maximum: maximumNamed })
    givenNothing(booked)
      .when('clerk', 'accessList.takeBack', { accountId: 'officer', reason })
      .isRejected('accessList.not-named')
  })

  it('are named for every session, whatever its level: its links and codes are for them', () => {
    givenNothing(by('clerk', 'session.schedule', { ...plan, secrecy: 'internal' }))
      .when('clerk', 'accessList.name', { accountId: 'officer', reason })
      .leaves(({ accessList }) => expect(hasPart(accessList, account('officer'))).toBe(true))
    givenNothing()
      .when('clerk', 'accessList.name', { accountId: 'officer', reason })
      .isRejected('session.not-scheduled')
  })
})

describe('a look at links', () => {
  const look = { way: 'list', participantId: null } as const

  it('is kept with who and when, and is no account’s without a part', () => {
    givenNothing(booked)
      .when('clerk', 'accessList.noteLook', look)
      .leaves(({ accessList }) => expect(accessList.looks).toMatchObject([{ ...look, by: 'clerk' }]))
    givenNothing(booked).when('stranger', 'accessList.noteLook', look).isRejected('accessList.no-part')
  })

  it('is no longer in the state when very many came after it; the journal has it', () => {
    const first = by('clerk', 'accessList.noteLook', { way: 'calendar', participantId: 'chair' })
    const all = Array.from({ length: keptLooks }, () => by('clerk', 'accessList.noteLook', look))
    const { state } = givenNothing(booked, first, ...all)
    expect(state.accessList.looks).toHaveLength(keptLooks)
    expect(state.accessList.looks.every(({ way }) => way === 'list')).toBe(true)
  })
})
