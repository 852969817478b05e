import type { TranslationOf } from '../i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'rejection.protection.captioner-unknown':
    'Before somebody writes captions here, note in the list of people how you know who they are.',

  'rejection.protection.chair-stays-with-staff':
    'This is a visit of somebody who denounces: the chair is handed over to a secretary alone.',
  'rejection.protection.nothing-waived': 'No agreement in writing is noted that could be taken back.',
  'rejection.protection.not-reception': 'Only a reception can be protected as that of a denouncer.',
  'rejection.protection.no-reader':
    'No account is known that may read this visit. Call the citizen from the queue, or book the visit by an account.',
  'rejection.protection.outsiders-inside':
    'Somebody of a branch site, or who looks on, is still there. Send them out first.',
  'rejection.protection.not-protected': 'This session is no visit of somebody who denounces.',
  'rejection.protection.too-many-readers': '{{maximum}} accounts may read it already.',
  'rejection.protection.not-signed-yet': 'The paper is dated after today. Check the day.',
  'rejection.protection.no-waiver':
    'Who denounces is protected: branch sites and observers take part only once they have agreed in writing. Note the paper in the panel “Reception”.',
  'rejection.protection.interpreter-unknown':
    'Before somebody interprets here, note in the list of people how you know who they are.',

  'panels.protection': 'A denouncer is protected',
  'panels.protection.begin': 'Is this a denunciation?',
  'panels.protection.begin.now': 'Protect the denouncer',
  'panels.protection.begin.ask': 'Protect this visit as that of a denouncer?',
  'panels.protection.begin.confirm': 'Protect from now on',
  'panels.protection.begin.online':
    'If the citizen is on their own device: a denouncer is received online only if they ask for no secrecy (Decree 154/2026/NĐ-CP, Article 20). Ask; if they do, invite them to a desk.',
  'panels.protection.begin.hidden': 'From now on',
  'panels.protection.begin.hidden.what':
    'The citizen is called by a number on every screen, in minutes, registers and exports. The visit is open to its officer and note-taker alone. Statement and notes are sealed. Branch sites and observers who are here are sent out. It cannot be turned back.',
  'panels.protection.begin.shown': 'Until now',
  'panels.protection.begin.shown.what':
    'Whoever was in the room or saw the queue has seen the name. What was written down, the names of files handed in and the chat stay in the journal and can no longer be sealed.',
  'panels.protection.name': 'Let one more person read it',
  'panels.protection.name.what':
    'They can open the visit and its minutes and read the name. Each look is written down.',
  'panels.protection.name.save': 'Let them read it',
  'panels.protection.reads.none': 'Nobody has.',
  'panels.protection.reads.own': 'The server, or the denouncer',
  'panels.protection.readers': 'May read it: {{names}}',
}
