// The words of the pages that anybody may open. Those of the staff pages: office.vi.ts.
import { ballot } from './ballot.vi.ts'
import { captions } from './captions.vi.ts'
import { check } from './check.vi.ts'
import { dialogue } from './dialogue.vi.ts'
import { domain } from './domain.vi.ts'
import { health } from './health.vi.ts'
import { live } from './live.vi.ts'
import { panels } from './panels.vi.ts'
import { readiness } from './readiness.vi.ts'
import { secrecy } from './secrecy.vi.ts'
import { signatory } from './signatory.vi.ts'
import { visit } from './visit.vi.ts'

export const vi = {
  ...ballot,
  ...captions,
  ...check,
  ...dialogue,
  ...domain,
  ...health,
  ...live,
  ...panels,
  ...readiness,
  ...secrecy,
  ...signatory,
  ...visit,
}
