import { describe, expect, it } from 'vitest'
import { aDocument, by, given, grants, inFullSession, loses, type Step } from '../../tests/harness/given.ts'
import { liveNotice } from './live.ts'

const pointer = { type: 'pointer', page: 1, at: { x: 0.5, y: 0.5 } } as const
const presents = (who: string): Step => by(who, 'documents.present', { documentId: 'report', page: 1 })
const report = by('system', 'documents.add', aDocument('report'))
const letsHolder = by('chair', 'documents.letHolderPresent', { isLet: true })
const said = (who: string, ...steps: Step[]) =>
  liveNotice(given(report, inFullSession, letsHolder, ...steps).state, who as never, pointer)

describe('a pointer is passed on', () => {
  it('from the presenter, with their name', () => {
    expect(said('secretary', presents('secretary'))).toEqual({ ...pointer, participantId: 'secretary' })
    expect(said('siteA', grants('siteA'), presents('siteA'))).toMatchObject({ participantId: 'siteA' })
  })

  it.each([
    ['nothing is presented', 'chair', []],
    ['another presents', 'chair', [presents('secretary')]],
    ['one never seen here presents', 'stranger', [presents('secretary')]],
    [
      'the presenter no longer has the floor',
      'siteA',
      [grants('siteA'), presents('siteA'), by('siteA', 'floor.release', {})],
    ],
    ['the presentation is over', 'chair', [presents('chair'), by('chair', 'documents.endPresentation', {})]],
  ] as const)('from nobody when %s', (_when, who, steps) => {
    expect(said(who, ...steps)).toBeNull()
  })

  it('again from one who was lost and came back', () => {
    expect(said('secretary', presents('secretary'), loses('secretary'))).not.toBeNull()
  })
})
