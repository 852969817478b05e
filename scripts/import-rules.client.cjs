// The import rules of client/, generated from the table of folders.
const { CLIENT, CLIENT_FLOORS } = require('./folders.cjs')
const { forbid, npm } = require('./import-rule.cjs')

/** area/folder: the folders and files of the same area that it may import. */
const ROWS = Object.fromEntries(
  Object.entries(CLIENT).flatMap(([area, { folders }]) =>
    Object.entries(folders).map(([folder, { imports }]) => [`${area}/${folder}`, imports]),
  ),
)

/** What in the room tells of this person's own microphone, camera, line and screen: the other features see the session alone. */
const OWN_DEVICES =
  '^client/room/features/(floor/SpeechHint|health/(OwnLine(Banner|Sign)|use-staff-help)|interpretation/InterpreterBanner|sign-language/SignInterpreterBanner|sharing/use-own-screen)\\.tsx?$'

/** `ui` is a folder, `api.ts` a file. */
const pathOf = (place) => (/\.tsx?$/.test(place) ? `^client/${place.replace('.', '\\.')}$` : `^client/${place}/`)

const areas = CLIENT_FLOORS.flat()
const rows = Object.keys(ROWS)
const beneath = (area) =>
  CLIENT_FLOORS.slice(
    0,
    CLIENT_FLOORS.findIndex((floor) => floor.includes(area)),
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

module.exports = { clientRules: [...transport, ...floorRules, ...rowRules, ...features] }
