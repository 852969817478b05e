// Property tests of the session with all its modules, for random commands in any order.
import { describe, expect, it } from 'vitest'
import { seesAlike, type Viewer } from '../../shared/kernel/actor.ts'
import type { ParticipantId } from '../../shared/kernel/ids.ts'
import { isChair, viewerOf } from '../../shared/modules/admission/contract.ts'
import type { SessionState } from '../../shared/modules/index.ts'
import type { SessionKind } from '../../shared/modules/session/contract.ts'
import { mediaPlan, theFloor } from '../../shared/projections/media-plan.ts'
import { fc } from '../harness/properties.ts'
import {
  aggregate,
  arrivals,
  cast,
  type ModelSession,
  participant,
  type Step,
  scheduled,
  someSteps,
} from '../harness/session-model.ts'

function viewers(state: SessionState): Viewer[] {
  return Object.values(state.admission.participants).flatMap((one) => viewerOf(one) ?? [])
}

/** Runs the steps, every other time at a reception, and calls `check` around every commit. */
function play(
  steps: readonly Step[],
  check: (session: ModelSession, before: SessionState) => void,
  kind: SessionKind = steps.length % 2 === 0 ? 'reception' : 'conference',
): ModelSession {
  const session = scheduled(kind)
  for (const step of steps) {
    const before = session.state
    const result = session.step(step)
    if (typeof result === 'object') check(session, before)
    else expect(session.state).toBe(before)
  }
  return session
}

describe('for random commands, a session', () => {
  it('replayed from its journal equals the live state', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        const { journal, state } = play(steps, () => {})
        const stored = JSON.parse(JSON.stringify(journal)) as typeof journal
        const replayed = stored
          .map((commit) => ({ ...commit, events: commit.events.map(aggregate.readEvent) }))
          .reduce((before, commit) => aggregate.evolve(before, commit), aggregate.initial)
        expect(replayed).toEqual(state)
      }),
      { numRuns: 300 },
    )
  })

  it('always has a state that matches the schemas of its modules', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        play(steps, ({ state }) => {
          for (const module of aggregate.modules)
            expect(module.state.parse(state[module.name as keyof SessionState])).toEqual(
              state[module.name as keyof SessionState],
            )
        })
      }),
      { numRuns: 100 },
    )
  })

  it('keeps each viewer’s page, evolved from redacted commits, equal to the server’s view', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        play(steps, ({ state, journal }, before) => {
          const commit = journal.at(-1)
          if (!commit) throw new Error('no commit')
          const after = new Map(viewers(state).map((viewer) => [viewer.participantId, viewer]))
          for (const viewer of viewers(before)) {
            const then = after.get(viewer.participantId)
            // Whoever crosses the door, or sees in another role, gets a whole new view.
            if (!then || !seesAlike(then, viewer)) continue
            const onThePage = aggregate.evolve(aggregate.view(before, viewer), aggregate.redact(commit, viewer))
            expect(onThePage, `${commit.command.type} seen by ${viewer.role}`).toEqual(aggregate.view(state, viewer))
          }
        })
      }),
      { numRuns: 300 },
    )
  })

  it('gives a page after a change of roles the view of a new joiner, and sends it no events of the earlier role', () => {
    let changes = 0
    const handsOver: Step = {
      by: participant('chair'),
      wish: { type: 'admission.handOverChair', data: { participantId: 'siteA' } },
      pauseMs: 1000,
    }
    fc.assert(
      fc.property(someSteps, someSteps, (before, after) => {
        const pages = new Map<ParticipantId, { viewer: Viewer; page: SessionState }>()
        play([...arrivals, ...before, handsOver, ...after], ({ state, journal }) => {
          const commit = journal.at(-1)
          if (!commit) throw new Error('no commit')
          const connected = viewers(state)
          for (const id of pages.keys())
            if (!connected.some(({ participantId }) => participantId === id)) pages.delete(id)
          for (const viewer of connected) {
            const known = pages.get(viewer.participantId)
            // As the server does it (loaded-session.ts).
            const isTold = known !== undefined && seesAlike(known.viewer, viewer)
            if (known && known.viewer.standing === 'present' && known.viewer.role !== viewer.role) changes += 1
            const page = isTold
              ? aggregate.evolve(known.page, aggregate.redact(commit, viewer))
              : aggregate.view(state, viewer)
            expect(page, `${commit.command.type} seen by ${viewer.role}`).toEqual(aggregate.view(state, viewer))
            pages.set(viewer.participantId, { viewer, page })
          }
        })
      }),
      { numRuns: 150 },
    )
    expect(changes).toBeGreaterThan(0)
  })

  it('has at most one chair, who is never silenced', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        play([...arrivals, ...steps], ({ state }) => {
          const chairs = Object.values(state.admission.participants).filter(isChair)
          expect(chairs.length).toBeLessThanOrEqual(1)
          for (const { participantId } of chairs) expect(state.floor.silenced).not.toContain(participantId)
        })
      }),
      { numRuns: 150 },
    )
  })

  it('shows a waiting participant only themself, the session and their own messages', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        play(steps, ({ state, journal }) => {
          for (const viewer of viewers(state).filter(({ standing }) => standing === 'waiting')) {
            const others = cast.filter(
              ({ id, role }) => id !== viewer.participantId && role !== 'secretary' && role !== 'chair',
            )
            const view = JSON.stringify(aggregate.view(state, viewer))
            const commit = journal.at(-1)
            const seen = commit ? JSON.stringify(aggregate.redact(commit, viewer).events) : ''
            for (const { id } of others) expect(view + seen).not.toContain(`"${id}"`)
          }
        })
      }),
      { numRuns: 150 },
    )
  })

  it('shows account ids only to staff in the room', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        play(steps, ({ state, journal }) => {
          const commit = journal.at(-1)
          // Chair and secretary in the room see the accounts named for a protected visit.
          const isStaff = ({ role, standing }: Viewer) =>
            standing === 'present' && (role === 'chair' || role === 'secretary')
          for (const viewer of viewers(state).filter((one) => !isStaff(one))) {
            expect(JSON.stringify(aggregate.view(state, viewer))).not.toContain('"clerk"')
            if (commit) expect(JSON.stringify(aggregate.redact(commit, viewer))).not.toContain('"clerk"')
          }
        })
      }),
      { numRuns: 50 },
    )
  })

  it('never shows link ids in a view or a redacted commit', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        play(steps, ({ state, journal }) => {
          const commit = journal.at(-1)
          for (const viewer of viewers(state)) {
            expect(JSON.stringify(aggregate.view(state, viewer))).not.toMatch(/"(link-\w+|l1|l2)"/)
            if (commit) expect(JSON.stringify(aggregate.redact(commit, viewer))).not.toMatch(/"(link-\w+|l1|l2)"/)
          }
        })
      }),
      { numRuns: 50 },
    )
  })

  it('gives media only to participants in the room; by turns only chair, secretary, holder of the floor and a checked site are heard', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        play(steps, ({ state }) => {
          for (const [participantId, peer] of mediaPlan(state)) {
            const participant = state.admission.participants[participantId]
            expect(participant?.status).toBe('present')
            const mayAlwaysSpeak =
              participant?.role === 'chair' || (participant?.role === 'secretary' && !state.floor.isLocked)
            const hasFloor = state.floor.holder?.participantId === participantId
            // Before the opening alone (ADR 0083).
            const isSoundChecked =
              state.session.status === 'scheduled' &&
              participant?.role !== 'observer' &&
              participant?.siteId != null &&
              participant.siteId === state.floor.soundCheck
            const isOnFloor = peer.group === theFloor && peer.channel === null
            const isLetHeard = mayAlwaysSpeak || hasFloor || isSoundChecked
            if (state.floor.isByTurns) expect(peer.mayBeHeard).toBe(!isOnFloor || isLetHeard)
            if (participant?.role !== 'observer') continue
            expect(peer.mayBeSeen || (isOnFloor && peer.mayBeHeard)).toBe(false)
            const mayInterpret = state.interpretation.channels.some(({ interpreters }) =>
              interpreters.includes(participantId),
            )
            expect(peer.mayProduce).toBe(mayInterpret)
          }
        })
      }),
      { numRuns: 150 },
    )
  })

  it('of kind conference is always by turns', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        play(steps, ({ state: { session, floor } }) => {
          if (session.kind === 'conference') expect(floor).toMatchObject({ isByTurns: true, silenced: [] })
        })
      }),
      { numRuns: 100 },
    )
  })

  it('of kind reception lets everybody in the room be heard without a command, unless by turns, locked, suspended or silenced', () => {
    let citizensHeard = 0
    const check = ({ state: { session, floor, admission }, state }: ModelSession) => {
      const plan = mediaPlan(state)
      const roleOf = (id: ParticipantId) => admission.participants[id]?.role
      for (const [participantId, { group, channel, mayBeHeard, mayProduce }] of plan) {
        const role = roleOf(participantId)
        if (role === 'observer' || channel !== null) continue
        const isAside = group !== theFloor
        if (!isAside && (floor.isByTurns || role === 'chair' || role === 'secretary')) continue
        const isStopped = session.status === 'suspended' || floor.isLocked || floor.silenced.includes(participantId)
        expect({ mayBeHeard, mayProduce }).toEqual({ mayBeHeard: isAside || !isStopped, mayProduce: true })
        const isWithOfficer = [...plan].some(([id, other]) => roleOf(id) === 'chair' && other.group === group)
        if (role === 'citizen' && isWithOfficer && mayBeHeard) citizensHeard += 1
      }
    }
    fc.assert(
      fc.property(someSteps, (steps) => void play([...arrivals, ...steps], check, 'reception')),
      { numRuns: 150 },
    )
    expect(citizensHeard).toBeGreaterThan(0)
  })

  it('has at most one speaker per channel, in one channel only, appointed by staff, without the floor and outside consultations', () => {
    let spoken = 0
    const wish = { type: 'interpretation.start', data: { language: 'en' } }
    const interprets: Step = { by: participant('siteA'), wish, pauseMs: 1000 }
    fc.assert(
      fc.property(someSteps, (steps) => {
        play([...arrivals, interprets, ...steps], ({ state }) => {
          const { channels } = state.interpretation
          const plan = mediaPlan(state)
          for (const { language, interpreters } of channels) {
            const speaking = [...plan].filter(([, { channel }]) => channel === language)
            expect(speaking.length).toBeLessThanOrEqual(1)
            for (const [participantId, { group, mayProduce }] of speaking) {
              spoken += 1
              expect(interpreters).toContain(participantId)
              expect(state.floor.holder?.participantId).not.toBe(participantId)
              expect({ group, mayProduce }).toEqual({ group: theFloor, mayProduce: true })
            }
          }
          const people = channels.flatMap(({ live }) => live?.participantId ?? [])
          expect(new Set(people).size).toBe(people.length)
        })
      }),
      { numRuns: 300 },
    )
    expect(spoken).toBeGreaterThan(0)
  })

  it('isolates a citizen during an identity check with the officer', () => {
    let looks = 0
    const wish = { type: 'identity.begin', data: { participantId: 'citizen1' } }
    const looksAtPapers: Step = { by: participant('secretary'), wish, pauseMs: 1000 }
    fc.assert(
      fc.property(someSteps, (steps) => {
        play([...arrivals, looksAtPapers, ...steps], ({ state }) => {
          const plan = mediaPlan(state)
          for (const { checkId, officerId, participantId } of state.identity.checks) {
            const together = [...plan].filter(([, { group }]) => group === checkId).map(([id]) => id)
            expect([officerId, participantId]).toEqual(expect.arrayContaining(together))
            if (!plan.has(participantId)) continue
            looks += 1
            expect(together).toContain(participantId)
            expect(state.admission.participants[participantId]?.role).toBe('citizen')
          }
        })
      }),
      { numRuns: 300 },
    )
    expect(looks).toBeGreaterThan(0)
  })

  it('shows identity results and statements only to staff and to that citizen, and citizen ids only to staff', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        play(steps, ({ state }) => {
          for (const viewer of viewers(state)) {
            if (viewer.standing === 'present' && (viewer.role === 'chair' || viewer.role === 'secretary')) continue
            const { identity, statement } = aggregate.view(state, viewer)
            expect(identity.citizenIds).toEqual({})
            expect(Object.keys(identity.results).filter((id) => id !== viewer.participantId)).toEqual([])
            for (const { participantId, code } of statement.statements)
              expect({ participantId, code }).toEqual({ participantId: viewer.participantId, code: null })
          }
        })
      }),
      { numRuns: 150 },
    )
  })

  it('has at most one participant sharing a screen, permitted by staff, in the room and outside consultations', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        play(steps, ({ state }) => {
          const sharers = [...mediaPlan(state)].filter(([, { mayShare }]) => mayShare)
          expect(sharers.length).toBeLessThanOrEqual(1)
          for (const [participantId, { group, mayProduce }] of sharers) {
            expect(state.sharing.holder?.participantId).toBe(participantId)
            expect({ group, mayProduce }).toEqual({ group: theFloor, mayProduce: true })
          }
        })
      }),
      { numRuns: 150 },
    )
  })

  it('has as media groups the floor and the consultations, each participant in one', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        play(steps, ({ state }) => {
          const { consultations } = state.consultation
          const aside = consultations.flatMap(({ participantIds }) => participantIds)
          expect(new Set(aside).size).toBe(aside.length)
          for (const [participantId, { group }] of mediaPlan(state)) {
            const place = consultations.find(({ participantIds }) => participantIds.includes(participantId))
            expect(group).toBe(place?.consultationId ?? theFloor)
          }
        })
      }),
      { numRuns: 150 },
    )
  })

  it('has only deadlines with a finite time and a known type', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        play(steps, ({ state }) => {
          for (const { at, type } of aggregate.deadlines(state)) {
            expect(Number.isFinite(at)).toBe(true)
            expect(['floor.expire', 'floor.overrun', 'session.seal', 'interpretation.lapse']).toContain(type)
          }
        })
      }),
      { numRuns: 50 },
    )
  })
})
