// What every page may say: fetched first.
import { strings as agency } from './agency/strings.vi.ts'
import { strings as domain } from './domain/strings.vi.ts'
import { strings as draftPicture } from './draft-picture/strings.vi.ts'
import { strings as earlierVisits } from './earlier-visits/strings.vi.ts'
import { strings as health } from './health/strings.vi.ts'
import { strings as i18n } from './i18n/strings.vi.ts'
import { strings as lineGrades } from './line-grades/strings.vi.ts'
import { strings as papers } from './papers/strings.vi.ts'
import { strings as protection } from './protection/strings.vi.ts'
import { strings as refusals } from './refusals/strings.vi.ts'
import { strings as secrecy } from './secrecy/strings.vi.ts'
import { strings as signatory } from './signatory/strings.vi.ts'
import { strings as ui } from './ui/strings.vi.ts'
import { strings as uploads } from './uploads/strings.vi.ts'
import { strings as votingCodes } from './voting-codes/strings.vi.ts'

export const strings = {
  ...agency,
  ...domain,
  ...draftPicture,
  ...earlierVisits,
  ...health,
  ...i18n,
  ...lineGrades,
  ...papers,
  ...protection,
  ...refusals,
  ...secrecy,
  ...signatory,
  ...ui,
  ...uploads,
  ...votingCodes,
}
