import type { TranslationOf } from '../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'rejection.readiness.unknown-site': 'This site is not in the session.',
  'rejection.readiness.site-missing': 'Not connected: {{site}}. Wait until it is in the room.',
  'rejection.readiness.gates-missing_one':
    'The reception cannot be opened yet: {{count}} gate is not passed. Pass it, or give the reason why it opens all the same.',
  'rejection.readiness.gates-missing':
    'The reception cannot be opened yet: {{count}} gates are not passed. Pass them, or give the reason why it opens all the same.',
  'rejection.readiness.nobody-named': 'Say who decides or confirms it.',
  'rejection.readiness.reason-missing': 'Picture and sound were not measured: say why it is confirmed by hand.',
  'rejection.readiness.all-passed': 'All gates are passed: no reason is needed.',

  'panels.session.open': 'Open the session',

  'readiness.title': 'Before the session',
  'readiness.guidance':
    'These times are guidance, taken from the rules of online receptions; a conference is not bound by them.',
  'readiness.gate.notice': 'Everybody notified',
  'readiness.gate.connectionTest': 'Connection tested with every site',
  'readiness.gate.allConnected': 'All sites connected, each sees and hears the others',
  'readiness.connections.lacking': 'Not known yet to see and hear the centre',
  'readiness.connection.note': 'Confirm by hand',
  'readiness.connection.noteOf': 'Confirm by hand that it sees and hears: {{site}}',
  'readiness.connection.confirm': 'Confirm',
  'readiness.connection.reasonHint':
    'Stands in the minutes, with the name of who confirms. For example: “They take part by telephone; asked, they heard us well, and we them.”',
  'readiness.lack.none': 'Being checked: some seconds more.',
  'readiness.lack.nobodyThere': 'Nobody of this site is in the room.',
  'readiness.lack.nobodyAtCentre': 'Nobody of the centre is in the room.',
  'readiness.lack.noBranch': 'No other site and the centre see and hear each other yet.',
  'readiness.lack.seesCentre': 'It has no picture of the centre.',
  'readiness.lack.hearsCentre': 'It has no sound of the centre.',
  'readiness.lack.seenByCentre': 'The centre has no picture of it.',
  'readiness.lack.heardByCentre': 'The centre has no sound of it.',
  'readiness.confirmConnected': 'Confirm by hand that all sites see and hear each other',
  'readiness.override.title': 'Open although steps are missing?',
  'readiness.opening.title': 'Open this session?',
  'readiness.opening.what': 'The hour of the opening goes into the minutes.',
  'readiness.opening.law':
    'The reception is not ready. To open it all the same, give the reason: it goes into the minutes with the name of who decides.',
  'readiness.opening.guidance':
    'For a conference these steps are guidance; the reason may stay empty. If given, it goes into the minutes.',
  'readiness.opening.passed': 'Passed at {{passed}}',
  'readiness.opening.missing': 'Not passed (until {{due}})',
  'readiness.opening.late': 'Noted at {{passed}}, after {{due}}',
  'readiness.opening.lacking': 'Still missing: {{sites}}',
  'readiness.opening.reason': 'Why it opens although steps are missing',
  'readiness.opening.recording': 'Recording',
  'readiness.opening.unrecorded':
    'This session must be recorded, and nothing records it now. For the server to record it, the chair opens it in the room. To open it from here, the agency’s own equipment must record; the server keeps no recording then. What follows goes into the minutes.',
  'readiness.equipment.device': 'Recording device',
  'readiness.equipment.reason': 'Why the server does not record',
  'readiness.equipment.recorder': 'Name of who records',
}
