import { strings as agency } from './agency/strings.en.ts'
import { strings as appointments } from './appointments/strings.en.ts'
import { strings as domain } from './domain/strings.en.ts'
import { strings as draftPicture } from './draft-picture/strings.en.ts'
import { strings as earlierVisits } from './earlier-visits/strings.en.ts'
import { strings as health } from './health/strings.en.ts'
import { strings as i18n } from './i18n/strings.en.ts'
import { strings as lineGrades } from './line-grades/strings.en.ts'
import { strings as papers } from './papers/strings.en.ts'
import { strings as petition } from './petition/strings.en.ts'
import { strings as protection } from './protection/strings.en.ts'
import { strings as refusals } from './refusals/strings.en.ts'
import { strings as scan } from './scan/strings.en.ts'
import { strings as secrecy } from './secrecy/strings.en.ts'
import { strings as signatory } from './signatory/strings.en.ts'
import { strings as dates } from './ui/dates/strings.en.ts'
import { strings as ui } from './ui/strings.en.ts'
import { strings as uploads } from './uploads/strings.en.ts'
import { strings as votingCodes } from './voting-codes/strings.en.ts'

export const strings = {
  ...agency,
  ...dates,
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
  ...appointments,
  ...petition,
  ...scan,
}
