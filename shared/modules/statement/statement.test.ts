import { describe, expect, it } from 'vitest'
import {
  atReception,
  by,
  closes,
  event,
  given,
  inFullSession,
  later,
  minutes,
  pageOf,
  type Step,
  staffAndSitesArrive,
  start,
} from '../../../tests/harness/given.ts'
import { fc } from '../../../tests/harness/properties.ts'
import type { ModelSession } from '../../../tests/harness/session-model.ts'
import type { SessionState } from '../index.ts'
import { longestStatement } from './contract.ts'
import { spliceBetween, spliced } from './splice.ts'

const words = 'Nhà tôi bị thu hồi đất.'
const one = ({ statement }: SessionState) => {
  const found = statement.statements[0]
  if (!found) throw new Error('there is no statement')
  return found
}
const idOf = ({ state }: Pick<ModelSession, 'state'>) => one(state).statementId
const begins: Step = by('secretary', 'statement.begin', { participantId: 'citizen1' })
const types =
  (text: string): Step =>
  (session) => {
    const { text: before, revision } = one(session.state)
    const splice = spliceBetween(before, text)
    if (splice) by('secretary', 'statement.type', { statementId: idOf(session), revision, ...splice })(session)
  }
const readsBack: Step = (session) => by('secretary', 'statement.readBack', { statementId: idOf(session) })(session)
const asks: Step = (session) =>
  by('citizen1', 'statement.askCorrection', { statementId: idOf(session), version: 1, words: 'Ghi rõ năm 2024.' })(
    session,
  )
const signature = 'a'.repeat(64)
const signs =
  (version: number): Step =>
  (session) =>
    by('system', 'statement.sign', {
      statementId: idOf(session),
      participantId: 'citizen1',
      version,
      sha256: signature,
    })(session)
const written: Step[] = [inFullSession, begins, types(words)]
const read: Step[] = [...written, readsBack]
const seesIt = ['chair', 'secretary', 'citizen1']

describe('a statement', () => {
  it('is written at an open reception, one at a time for each citizen', () => {
    const whose = { participantId: 'citizen1' }
    atReception(inFullSession)
      .when('secretary', 'statement.begin', whose)
      .isSeenBy(...seesIt)
    atReception(staffAndSitesArrive).when('secretary', 'statement.begin', whose).isRejected('session.not-open')
    given(inFullSession).when('secretary', 'statement.begin', whose).isRejected('statement.not-reception')
    const session = atReception(inFullSession, begins)
    session.when('secretary', 'statement.begin', whose).isRejected('statement.going-on')
    session.when('secretary', 'statement.begin', { participantId: 'siteA' }).isRejected('statement.not-citizen')
    session.when('citizen1', 'statement.begin', whose).isRejected('forbidden')
  })

  it('is visible to the citizen while it is typed, and otherwise to staff only', () => {
    const session = atReception(inFullSession, begins)
    session
      .when('secretary', 'statement.type', {
        statementId: idOf(session),
        revision: 0,
        from: 0,
        removed: 0,
        inserted: words,
      })
      .isSeenBy(...seesIt)
    expect(one(pageOf('citizen1', session.state)).text).toBe(words)
    for (const who of ['citizen2', 'siteA', 'observer1'])
      expect(pageOf(who, session.state).statement.statements).toEqual([])
  })

  it('rejects an edit based on an older revision, outside the text, or beyond the maximum length', () => {
    const session = atReception(...written)
    const piece = { statementId: idOf(session), revision: 1, from: 0, removed: 0, inserted: 'Ông bà ' }
    session.when('chair', 'statement.type', { ...piece, revision: 0 }).isRejected('statement.changed-meanwhile')
    session.when('chair', 'statement.type', { ...piece, from: 500 }).isRejected('statement.changed-meanwhile')
    const all = { ...piece, removed: 0, inserted: 'x'.repeat(longestStatement) }
    session.when('chair', 'statement.type', all).isRejected('statement.too-long', { maximum: longestStatement })
    session
      .when('chair', 'statement.type', {
        ...piece,
        statementId: 'aaaaaaaa-0000-7000-8000-000000000000',
      })
      .isRejected('statement.unknown')
    session.when('chair', 'statement.type', piece).leaves((state) => expect(one(state).text).toBe(`Ông bà ${words}`))
  })

  it('is read back as a version that cannot be edited', () => {
    const session = atReception(...written, later(minutes(3)))
    session
      .when('secretary', 'statement.readBack', { statementId: idOf(session) })
      .leaves((state) =>
        expect(one(state).versions).toEqual([
          { version: 1, text: words, readBackAt: start + minutes(3), outcome: null },
        ]),
      )
      .isSeenBy(...seesIt)
    const piece = { statementId: idOf(session), revision: 1, from: 0, removed: 0, inserted: 'Ông bà ' }
    session.when('secretary', 'statement.type', piece).isRejected('statement.not-writing')
    const empty = atReception(inFullSession, begins)
    empty.when('secretary', 'statement.readBack', { statementId: idOf(empty) }).isRejected('statement.empty')
  })

  it.each([
    ['citizen1', true],
    ['secretary', false],
  ])('is corrected as the citizen asks, with the request sent by %s; both versions are kept', (who, byCitizen) => {
    const session = atReception(...read)
    const wish = { statementId: idOf(session), version: 1, words: 'Ghi rõ năm 2024.' }
    session.when(who, 'statement.askCorrection', wish).leaves((state) => {
      expect(one(state)).toMatchObject({ phase: 'writing', requests: [{ words: wish.words, byCitizen }] })
    })
    session.when(who, 'statement.askCorrection', wish).isRejected('statement.other-version')
    const { state } = atReception(...read, asks, types('Nhà tôi bị thu hồi đất năm 2024.'), readsBack)
    expect(one(state).versions.map(({ text }) => text)).toEqual([words, 'Nhà tôi bị thu hồi đất năm 2024.'])
  })

  it('can be corrected or signed only by its own citizen', () => {
    const session = atReception(...read)
    const wish = { statementId: idOf(session), version: 1 }
    session
      .when('citizen2', 'statement.askCorrection', { ...wish, words: 'Không đúng' })
      .isRejected('statement.not-yours')
    session
      .when('system', 'statement.sign', { ...wish, participantId: 'citizen2', sha256: signature })
      .isRejected('statement.not-yours')
    session.when('siteA', 'statement.askCorrection', { ...wish, words: 'Không đúng' }).isRejected('forbidden')
  })

  it('is signed in the version that was read back, and cannot be edited afterwards', () => {
    const session = atReception(...read, later(minutes(1)))
    const sign = { statementId: idOf(session), participantId: 'citizen1', version: 1, sha256: signature }
    session.when('system', 'statement.sign', { ...sign, version: 2 }).isRejected('statement.other-version')
    session
      .when('system', 'statement.sign', sign)
      .leaves((state) =>
        expect(one(state)).toMatchObject({
          phase: 'settled',
          versions: [{ outcome: { how: 'drawn', at: start + minutes(1), sha256: signature } }],
        }),
      )
      .isSeenBy(...seesIt)
    session.when('system', 'statement.sign', sign).isRejected('statement.other-version')
    session.when('secretary', 'statement.readBack', { statementId: idOf(session) }).isRejected('statement.not-writing')
  })

  it('is corrected after signing by a new version with its own acknowledgement; the first signature is kept', () => {
    const { state } = atReception(...read, signs(1), asks, types('Nhà tôi bị thu hồi 120 m² đất.'), readsBack)
    expect(one(state).versions.map(({ outcome }) => outcome?.how ?? null)).toEqual(['drawn', null])
    const session = atReception(...read, signs(1), asks, types('Khác.'), readsBack, signs(2))
    expect(one(session.state).versions.map(({ outcome }) => outcome?.how)).toEqual(['drawn', 'drawn'])
  })

  it('is acknowledged by a code that only staff see', () => {
    const session = atReception(...read)
    const at = { statementId: idOf(session), version: 1 }
    session.when('citizen1', 'statement.acknowledgeByCode', { ...at, code: '000000' }).isRejected('statement.no-code')
    session.when('secretary', 'statement.offerCode', at).isSeenBy('chair', 'secretary')
    session.when('secretary', 'statement.offerCode', at).givesNothing()
    const code = one(session.state).code ?? ''
    expect(code).toMatch(/^\d{6}$/)
    expect(JSON.stringify(pageOf('citizen1', session.state))).not.toContain(code)
    session.when('citizen1', 'statement.acknowledgeByCode', { ...at, code: 'x' }).isRejected('statement.wrong-code')
    session.when('citizen2', 'statement.acknowledgeByCode', { ...at, code }).isRejected('statement.not-yours')
    session
      .when('citizen1', 'statement.acknowledgeByCode', { ...at, code: `${code.slice(0, 3)} ${code.slice(3)}` })
      .leaves((state) => expect(one(state).versions[0]?.outcome?.how).toBe('code'))
  })

  it('has a separate code for each version', () => {
    const offers =
      (version: number): Step =>
      (session) =>
        by('secretary', 'statement.offerCode', { statementId: idOf(session), version })(session)
    const first = one(atReception(...read, offers(1)).state).code
    const session = atReception(...read, offers(1), asks, types('Khác.'), readsBack, offers(2))
    expect(one(session.state).code).not.toBe(first)
  })

  it('is acknowledged by word of mouth only while the recording is running', () => {
    const session = atReception(...read, by('chair', 'recording.pause', { reason: 'Nghỉ giải lao' }))
    const at = { statementId: idOf(session), version: 1 }
    session.when('secretary', 'statement.noteSpoken', at).isRejected('statement.not-recorded')
    const recorded = atReception(...read, later(minutes(5)))
    recorded
      .when('secretary', 'statement.noteSpoken', { statementId: idOf(recorded), version: 1 })
      .leaves((state) => expect(one(state).versions[0]?.outcome).toEqual({ how: 'spoken', at: start + minutes(5) }))
  })

  it('can be noted as not signed with the reason, after which another one can be started', () => {
    const session = atReception(...read)
    const { statementId } = one(session.state)
    session
      .when('secretary', 'statement.noteNotSigned', { statementId, version: 1, reason: 'Muốn hỏi lại luật sư' })
      .gives(
        event('statement.notSigned', {
          statementId,
          participantId: 'citizen1',
          version: 1,
          reason: 'Muốn hỏi lại luật sư',
        }),
      )
    session
      .when('secretary', 'statement.begin', { participantId: 'citizen1' })
      .leaves(({ statement }) => expect(statement.statements).toHaveLength(2))
  })

  it('keeps its state when the session is closed, and can no longer be signed', () => {
    const session = atReception(...read, closes)
    const sign = { statementId: idOf(session), participantId: 'citizen1', version: 1, sha256: signature }
    session.when('system', 'statement.sign', sign).isRejected('session.over')
    expect(one(session.state)).toMatchObject({ phase: 'reading', versions: [{ outcome: null }] })
  })
})

describe('an edit of the text', () => {
  const someText = fc.string({ unit: fc.constantFrom('a', 'ế', '𠮷', ' ', '\n'), maxLength: 30 })

  it('from any text to any other is one splice that does not split a character', () => {
    fc.assert(
      fc.property(someText, someText, (before, after) => {
        const splice = spliceBetween(before, after)
        expect(splice ? spliced(before, splice) : before).toBe(after)
        expect(splice?.inserted ?? '').not.toMatch(/\p{Cs}/u)
      }),
    )
  })

  it('of one letter sends one letter', () => {
    expect(spliceBetween('thu hồi đt', 'thu hồi đất')).toEqual({ from: 9, removed: 0, inserted: 'ấ' })
    expect(spliceBetween('đất', 'đất')).toBeNull()
  })
})
