import { ballot } from './ballot.vi.ts'
import { booking } from './booking.vi.ts'
import { check } from './check.vi.ts'
import { conclusions } from './conclusions.vi.ts'
import { domain } from './domain.vi.ts'
import { health } from './health.vi.ts'
import { live } from './live.vi.ts'
import { panels } from './panels.vi.ts'
import { staff } from './staff.vi.ts'

export const vi = {
  ...ballot,
  ...booking,
  ...check,
  ...conclusions,
  ...domain,
  ...health,
  ...live,
  ...panels,
  ...staff,
}
