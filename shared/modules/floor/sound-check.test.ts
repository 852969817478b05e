import { describe, it } from 'vitest'
import {
  atReception,
  by,
  connect,
  event,
  given,
  inFullSession,
  staffAndSitesArrive,
} from '../../../tests/harness/given.ts'

const checked = by('secretary', 'floor.checkSound', { siteId: 'branchA' })
const ofBranchA = { siteId: 'branchA' }

describe('the sound check of a site where participants speak by turns', () => {
  it('is set before the opening, for one site at a time', () => {
    given(staffAndSitesArrive)
      .when('chair', 'floor.checkSound', ofBranchA)
      .gives(event('floor.soundCheckSet', ofBranchA))
    given(staffAndSitesArrive, checked).when('chair', 'floor.checkSound', ofBranchA).givesNothing()
    given(staffAndSitesArrive, checked)
      .when('chair', 'floor.checkSound', { siteId: null })
      .gives(event('floor.soundCheckSet', { siteId: null }))
    given(inFullSession).when('chair', 'floor.checkSound', ofBranchA).isRejected('session.not-scheduled')
  })

  it('is rejected for a site where nobody is, for an unknown site, and where all are heard anyway', () => {
    given(connect('chair'))
      .when('chair', 'floor.checkSound', ofBranchA)
      .isRejected('floor.nobody-there', { site: 'Điểm cầu branchA' })
    given(staffAndSitesArrive).when('chair', 'floor.checkSound', { siteId: 'nowhere' }).isRejected('floor.unknown-site')
    atReception(staffAndSitesArrive).when('chair', 'floor.checkSound', ofBranchA).isRejected('floor.not-by-turns')
  })
})
