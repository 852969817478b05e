import type { TranslationOf } from '../i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'caseKind.complaint': 'Complaint',
  'caseKind.denunciation': 'Denunciation',
  'caseKind.proposal': 'Proposal',
  'caseKind.reflection': 'Reflection',
  'caseKind.mixed': 'Several matters',
  'petition.kind': 'What kind of petition is it?',
  'petition.kind.complaint': 'I disagree with a decision or an act of an agency or official towards me',
  'petition.kind.denunciation': 'I report an unlawful act of a person or an agency. My name is kept secret',
  'petition.kind.proposal': 'I ask the agency to consider or change something',
  'petition.kind.reflection': 'I let the agency know of something that is happening',
  'petition.kind.unsure': 'I do not know',
  'petition.kind.unsure.what': 'Staff will look at it and say what it is',
  'petition.name': 'Full name',
  'petition.address': 'Address',
  'petition.phone': 'Telephone number',
  'petition.email': 'E-mail (if any)',
  'petition.faults': '{{count}} fields are to be corrected, marked red above.',
  'petition.faults_one': 'One field is to be corrected, marked red above.',
}
