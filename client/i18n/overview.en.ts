// The words of the overview.
import type { overview as vi } from './overview.vi.ts'
import type { TranslationOf } from './words.ts'

export const overview: TranslationOf<typeof vi> = {
  'overview.title': 'Overview',
  'overview.print': 'Print on one A4 page',
  'overview.printed': 'Printed at {{when}}',
  'overview.goesOn': 'This period is not over: it is counted until today, the period before as a whole.',
  'overview.catchingUp':
    'The server has just started and is counting from the journals; some figures are not complete. Load the page again in a few minutes.',
  'overview.unit.receptions': 'Only the visits this unit handles are counted.',
  'overview.whole': 'Of the whole agency, whatever the unit.',
  'overview.now': 'Now',
  'overview.before': 'Before',
  'overview.bars': 'Filled bar: this period; hollow bar: the period before',
  'overview.than': 'Before: {{before}}',
  'overview.than.none': 'Before: not known',
  'overview.open': '{{label}}: {{value}}. Show what is behind it',
  'overview.none': 'None in this period.',
  'overview.noData': 'not known',
  'overview.unknown': 'Nothing is known yet.',
  'overview.since': 'Known since {{day}}.',
  'overview.all': 'Show all ({{count}})',
  'overview.fewer': 'Show fewer',
  'overview.duration.hours': '{{hours}} h {{minutes}}',
  'overview.duration.minutes': '{{minutes}} min',

  'overview.receptions': 'Receptions',
  'overview.receptions.steps': 'Visits over time',
  'overview.receptions.matters': 'Matters by kind',
  'overview.step.week': '{{from}}–{{to}}',
  'overview.step.month': 'Month {{month}}',
  'overview.figure.visits': 'Visits',
  'overview.figure.people': 'People received',
  'overview.figure.groups': 'Large groups',
  'overview.figure.headVisits': 'Received by the head',
  'overview.figure.complaint': 'Complaints',
  'overview.figure.denunciation': 'Denunciations',
  'overview.figure.proposal': 'Proposals',
  'overview.figure.reflection': 'Reflections',
  'overview.figure.unsaid': 'Kind not written yet',

  'overview.waiting': 'Waiting',
  'overview.waiting.hint':
    'From taking the ticket, or from the appointment if they came early, until they were received.',
  'overview.waiting.median': 'Usual wait',
  'overview.waiting.median.hint': 'half of the people wait no longer than this',
  'overview.waiting.longest': 'Longest',
  'overview.waiting.steps': 'Usual wait over time (median)',
  'overview.waiting.left': '{{count}} took a ticket and were not received (before: {{before}}).',

  'overview.overdue': 'Overdue petitions by unit',
  'overview.overdue.tile': 'Overdue petitions',
  'overview.overdue.on': 'As of {{day}}.',
  'overview.overdue.beforeOn': 'The period before: as of {{day}}.',
  'overview.overdue.notThen': 'The period before is not known: they are counted each day since {{day}}.',
  'overview.overdue.unassigned': 'No unit yet',

  'overview.conclusions': 'Conclusions carried out',
  'overview.conclusions.hint': 'Assignments due in the period. One is done when the report of it has been accepted.',
  'overview.conclusions.tile': 'Conclusions in time',
  'overview.conclusions.of': '{{count}}/{{all}}',
  'overview.conclusions.inTime': 'Done in time',
  'overview.conclusions.late': 'Done late',
  'overview.conclusions.overdue': 'Overdue, not done',
  'overview.conclusions.open': 'Not due yet',
  'overview.conclusions.due': 'Due {{day}}',
  'overview.conclusions.done': 'done {{day}}',

  'overview.sites': 'Connections lost at sites',
  'overview.sites.tile': 'Sites without connection',
  'overview.sites.hint': 'How long sites were out of the room after a lost connection, while the session went on.',
  'overview.sites.summary':
    '{{count}} sites took part in {{sessions}} sessions; {{steady}} sites never lost the connection.',
  'overview.sites.detail': '{{losses}} times, {{sessions}} sessions',

  'overview.speaking': 'Speaking time',
  'overview.speaking.tile': 'Speaking time',
  'overview.speaking.hint':
    'While they had the floor. Visits, sessions of whoever is protected and sessions with secrets of the state are not counted.',
  'overview.speaking.byRole': 'By role',
  'overview.speaking.bySite': 'By site',

  'overview.behind.session': '{{when}}. Spoken {{spoken}}; connection lost {{losses}} times, {{lost}}.',
  'overview.behind.wait': 'Ticket {{number}}, {{day}}',
  'overview.behind.wait.unnamed': 'A protected visit, {{day}}',
}
