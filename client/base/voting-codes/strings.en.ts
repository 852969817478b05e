import type { TranslationOf } from '../i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'votingCodes.hint':
    'A sheet for each site: put it into an envelope, seal it, open it at the site. Each is printed once; printing again gives new codes.',
  'votingCodes.print': 'Print codes: {{site}}',
  'votingCodes.again': 'Give new voting codes',
  'votingCodes.again.what':
    'Codes that were printed are dead then. The reason goes into the journal, and everybody in the room sees it.',
  'votingCodes.again.submit': 'Give new codes and print',
  'panels.ballot.codeLost': 'A delegate’s code is lost or known to others',
  'panels.ballot.codeRenew': 'Give a new code',
}
