import { ballot } from './ballot.vi.ts'
import { booking } from './booking.vi.ts'
import { domain } from './domain.vi.ts'
import { live } from './live.vi.ts'
import { panels } from './panels.vi.ts'
import { staff } from './staff.vi.ts'

export const vi = { ...ballot, ...booking, ...domain, ...live, ...panels, ...staff }
