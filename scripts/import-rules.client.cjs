// Which folder of client/ may import which, as one table. A folder without a row fails, and so does an area without a floor.
const { forbid, npm } = require('./import-rule.cjs')

/** An area imports the floors below it; those that stand side by side meet in base/ or live/. */
const FLOORS = [['base'], ['live'], ['room', 'waiting', 'public', 'office']]

/** area/folder: the folders and files of the same area that it may import. */
const ROWS = {
  'base/theme': [],
  'base/agency': ['api.ts', 'i18n', 'theme'],
  'base/i18n': [],
  'base/domain': ['i18n'],
  'base/papers': ['i18n'],
  'base/petition': ['i18n'],
  'base/appointments': ['i18n'],
  'base/earlier-visits': ['i18n'],
  'base/health': ['i18n'],
  'base/line-grades': ['i18n'],
  'base/ui': ['agency', 'i18n'],
  'base/secrecy': ['api.ts', 'i18n', 'ui'],
  'base/protection': ['i18n', 'ui'],
  'base/voting-codes': ['api.ts', 'i18n', 'ui'],
  'base/scan': ['i18n', 'ui'],
  'base/uploads': ['api.ts', 'i18n', 'scan'],
  'base/draft-picture': ['api.ts', 'i18n', 'ui'],
  'base/signatory': ['agency', 'i18n'],
  'base/refusals': ['api.ts', 'draft-picture', 'i18n', 'signatory', 'ui'],

  'live/media': [],
  'live/session': ['media'],
  'live/opening': ['session'],
  'live/viewer': ['session'],
  'live/stage': ['media', 'session', 'viewer'],
  'live/devices': ['media', 'session', 'stage'],
  'live/entrance': ['devices', 'session'],

  'room/frame': [],
  'room/reading': ['frame'],
  'room/features': ['frame', 'reading'],
  'room/shell': ['frame', 'reading', 'features'],

  'waiting/check': [],
  'waiting/kiosk': [],
  'waiting/wait': [],

  'public/booking': [],
  'public/petition': [],
  'public/verify': ['petition'],

  'office/ui': [],
  'office/accounts': ['ui'],
  'office/agency': ['ui'],
  'office/conclusions': ['ui'],
  'office/disk': ['ui'],
  'office/law': ['ui'],
  'office/papers': ['ui'],
  'office/sign-in': ['accounts', 'ui'],
  'office/deadlines': ['law', 'ui'],
  'office/personal-data': ['law', 'ui'],
  'office/retention': ['law', 'ui'],
  'office/sessions': ['accounts', 'conclusions', 'disk', 'retention', 'ui'],
  'office/health': ['disk', 'papers', 'sessions', 'ui'],
  'office/cases': ['accounts', 'law', 'retention', 'sessions', 'ui'],
  'office/register': ['cases', 'ui'],
  'office/reception': ['cases', 'conclusions', 'ui'],
  'office/reports': ['accounts', 'register', 'ui'],
  'office/overview': ['register', 'reports', 'ui'],
  'office/shell': ['accounts', 'agency', 'sign-in', 'ui'],
}

/** What in the room tells of this person's own microphone, camera, line and screen: the other features see the session alone. */
const OWN_DEVICES =
  '^client/room/features/(floor/SpeechHint|health/(OwnLine(Banner|Sign)|use-staff-help)|interpretation/InterpreterBanner|sharing/use-own-screen)\\.tsx?$'

/** `ui` is a folder, `api.ts` a file. */
const pathOf = (place) => (/\.tsx?$/.test(place) ? `^client/${place.replace('.', '\\.')}$` : `^client/${place}/`)

const areas = FLOORS.flat()
const rows = Object.keys(ROWS)
const beneath = (area) =>
  FLOORS.slice(
    0,
    FLOORS.findIndex((floor) => floor.includes(area)),
  ).flat()

const floorRules = areas.map((area) =>
  forbid(
    `client-floor-${area}`,
    `client/${area} may import ${beneath(area).join(' and ') || 'no other area of the client'}.`,
    { path: pathOf(area) },
    { path: '^client/', pathNot: [area, ...beneath(area)].map(pathOf) },
  ),
)

const rowRules = rows.map((row) => {
  const [area] = row.split('/')
  const places = ROWS[row].map((place) => `${area}/${place}`)
  return forbid(
    `client-${row.replace('/', '-')}`,
    `client/${row} may import of its area: ${ROWS[row].join(', ') || 'nothing'}.`,
    { path: pathOf(row) },
    { path: pathOf(area), pathNot: [row, ...places].map(pathOf) },
  )
})

const nowhere = {
  comment: 'Give the folder a row in scripts/import-rules.client.cjs, or put its files into one that has a row.',
  path: '^client/[^/]+/[^/]+',
  pathNot: [...rows.map(pathOf), ...areas.map((area) => `^client/${area}/[^/]+$`)],
}
const withoutRow = [
  forbid('client-folder-without-row', nowhere.comment, { path: nowhere.path, pathNot: nowhere.pathNot }, {}),
  forbid('client-import-of-folder-without-row', nowhere.comment, {}, { path: nowhere.path, pathNot: nowhere.pathNot }),
]

const features = [
  forbid(
    'feature-stands-alone',
    'A feature of the room reads selectors and sends commands; it knows no other feature, and not the list of them.',
    { path: '^client/room/features/([^/]+)/' },
    { path: '^client/room/features/', pathNot: '^client/room/features/$1/' },
  ),
  forbid(
    'feature-knows-no-transport',
    'Sockets and media stay behind client/live/session; what the rules decide is decided on the server.',
    { path: '^client/room/features/', pathNot: OWN_DEVICES },
    { path: '^client/live/media/' },
  ),
  forbid(
    'client-runs-no-rules-of-modules',
    'The features and the frame of the room read contracts; the fold of client/live/session alone runs rules.',
    { path: '^client/', pathNot: '^client/live/session/' },
    { path: '^shared/(modules|conclusions|reception|cases)/[^/]+/rules\\.ts$' },
  ),
]

const transport = [
  forbid(
    'client-and-server-apart',
    'What both need is in shared/.',
    { path: '^client/' },
    { path: ['^server/', npm('socket\\.io', 'mediasoup', 'ioredis', 'fastify')] },
  ),
  forbid('server-and-client-apart', 'What both need is in shared/.', { path: '^server/' }, { path: '^client/' }),
  forbid(
    'socket-io-client-in-session-only',
    'One folder knows the transport of signalling.',
    { path: '^client/', pathNot: '^client/live/session/' },
    { path: npm('socket\\.io-client') },
  ),
  forbid(
    'mediasoup-client-in-media-only',
    'One folder knows the media library.',
    { path: '^client/', pathNot: '^client/live/media/' },
    { path: npm('mediasoup-client') },
  ),
]

module.exports = { clientRules: [...transport, ...floorRules, ...rowRules, ...withoutRow, ...features] }
