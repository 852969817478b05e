import { ballot } from './ballot.en.ts'
import { booking } from './booking.en.ts'
import { check } from './check.en.ts'
import { conclusions } from './conclusions.en.ts'
import { domain } from './domain.en.ts'
import { health } from './health.en.ts'
import { live } from './live.en.ts'
import { panels } from './panels.en.ts'
import { readiness } from './readiness.en.ts'
import { staff } from './staff.en.ts'
import { visit } from './visit.en.ts'

export const en = {
  ...ballot,
  ...booking,
  ...check,
  ...conclusions,
  ...domain,
  ...health,
  ...live,
  ...panels,
  ...readiness,
  ...visit,
  ...staff,
}
