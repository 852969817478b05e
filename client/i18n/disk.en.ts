export const disk = {
  'disk.title': 'The disk of the server',
  'disk.free': '{{free}} are left for recordings and films.',
  'disk.daysLeft_one': 'As in the last 30 days (about {{perDay}} a day), that lasts about {{count}} day.',
  'disk.daysLeft': 'As in the last 30 days (about {{perDay}} a day), that lasts about {{count}} days.',
  'disk.nothingMeasured':
    'Nothing was recorded in the last 30 days, so no days can be foretold. Before a session opens, the server counts with the most that browsers send.',
  'disk.soonFull':
    'It is nearly full. Add a disk, or move other data elsewhere. A session that does not fit cannot begin to be recorded.',
  'disk.session.title': 'The disk of the server has no room to record this session',
  'disk.session.what':
    'Recording and film need about {{needed}}, {{free}} are left. Before the day, ask the administrator to free some, plan a shorter session, or have the agency’s own equipment ready to record.',
} as const
