// The import rules of server/, generated from the table of folders.
const { SERVER } = require('./folders.cjs')
const { forbid, npm } = require('./import-rule.cjs')

const FLOORS = Object.keys(SERVER)

const MODULES = '^shared/(modules|conclusions|reception|cases)/'

const floorRules = FLOORS.map((floor, position) =>
  forbid(
    `floor-of-${floor}`,
    `server/${floor} may use the floors below it, none above.`,
    { path: `^server/${floor}/`, pathNot: '\\.fixture\\.ts$' },
    {
      path: '^server/',
      pathNot: [`^server/(${FLOORS.slice(0, position + 1).join('|')})/`],
    },
  ),
)

const folderRules = FLOORS.flatMap((floor) =>
  Object.entries(SERVER[floor].folders).map(([folder, { imports }]) =>
    forbid(
      `${floor}-${folder}`,
      `server/${floor}/${folder} may import of its floor: ${imports.join(', ') || 'no other folder'}.`,
      { path: `^server/${floor}/${folder}/` },
      { path: `^server/${floor}/[^/]+/`, pathNot: [folder, ...imports].map((name) => `^server/${floor}/${name}/`) },
    ),
  ),
)

/** Implementations that server/app chooses, and what of them is an interface, or pure. */
const CHOSEN_BY_APP = {
  'engine/journal': ['journal', 'journal-file'],
  'engine/signal': ['reception-pages'],
  'media/sfu': ['plane'],
}

const putTogetherRules = Object.entries(CHOSEN_BY_APP).map(([folder, interfaces]) =>
  forbid(
    `put-together-in-one-place-${folder.replace('/', '-')}`,
    'Only server/app, and the files at the top of its own floor, choose implementations; a domain sees the interfaces of the others.',
    {
      path: '^server/',
      pathNot: [`^server/${folder}/`, `^server/${folder.split('/')[0]}/[^/]+\\.ts$`, '^server/app/'],
    },
    { path: `^server/${folder}/`, pathNot: `^server/${folder}/(${interfaces.join('|')})\\.ts$` },
  ),
)

const serverRules = [
  ...floorRules,
  ...folderRules,
  forbid(
    'session-names-no-module',
    'The actor runs any list of modules; a new module must not edit it.',
    { path: '^server/engine/session/' },
    { path: `${MODULES}[^/]+/` },
  ),
  forbid(
    'session-behind-interfaces',
    'The actor sees the journal and the media plane as interfaces.',
    { path: '^server/engine/session/' },
    {
      path: ['^server/', npm('socket\\.io', 'mediasoup', 'ioredis')],
      pathNot: [
        '^server/engine/session/',
        '^server/engine/journal/journal\\.ts$',
        '^server/engine/boxes/boxes\\.ts$',
        '^server/media/sfu/plane\\.ts$',
        '^server/identity/people/people\\.ts$',
        '^server/platform/[^/]+\\.ts$',
      ],
    },
  ),
  forbid(
    'journal-knows-no-module',
    'The journal stores commits of any aggregate.',
    { path: '^server/engine/journal/' },
    {
      path: [
        '^shared/(modules|conclusions|reception|cases|projections|wire)/',
        '^server/engine/(?!journal/)',
        '^server/(identity|media)/',
      ],
    },
  ),
  forbid(
    'media-follows-the-plan',
    'The media plane is told by a MediaPlan; it asks nobody why.',
    { path: '^server/media/sfu/' },
    { path: MODULES },
  ),
  forbid(
    'recording-knows-no-session',
    'The recorder writes what it is fed; who may be recorded is in the media plan.',
    { path: '^server/media/recording/' },
    { path: [MODULES, '^server/media/sfu/'] },
  ),
  forbid(
    'speech-knows-no-session',
    'It hears what it is fed; whom it may hear is in the media plan.',
    { path: '^server/media/speech/' },
    { path: ['^shared/(modules|conclusions|reception|cases|projections)/', '^server/media/sfu/'] },
  ),
  forbid(
    'store-knows-no-domain',
    'The store keeps bytes under keys; what they are, others know. Its programs read the settings.',
    { path: '^server/platform/store/' },
    { path: '^shared/' },
  ),
  forbid(
    'time-stamps-know-no-domain',
    'A stamp is over bytes; whose they are, others know. It is checked offline, where there is no server.',
    { path: '^server/platform/time-stamps/' },
    { path: '^shared/' },
  ),
  forbid(
    'strangers-files-are-read-apart',
    'Whatever takes a file of a stranger apart runs in a program with limits (ADR 0072): the server asks it.',
    // Backups, archives and workbooks are of our own making.
    {
      path: '^server/',
      pathNot: [
        '^server/papers/[^/]+/reading/',
        '^server/custody/(backup|archive)/',
        '^server/papers/model/streamed-workbook\\.ts$',
      ],
    },
    {
      path: [
        npm(
          'pdfjs-dist',
          'htmlparser2',
          'file-type',
          'image-size',
          'yauzl',
          'node-forge',
          'docxtemplater',
          'pizzip',
          '@xmldom/xmldom',
        ),
        '^server/papers/[^/]+/reading/(?!(answer|read-[^/]+)\\.ts$)',
      ],
    },
  ),
  forbid(
    'backup-stands-alone',
    'A backup is made of files and of Redis as they lie; what they mean is not its business. Only certificates of erasures are proved.',
    { path: '^server/custody/backup/', pathNot: '^server/custody/backup/erasure-certificates\\.ts$' },
    { path: ['^shared/', '^server/'], pathNot: ['^server/custody/backup/', '^server/platform/'] },
  ),
  forbid(
    'doors-stay-doors',
    'Signalling and HTTP reach a session through engine/session alone.',
    { path: ['^server/(engine/signal|http)/', '-routes?\\.ts$'] },
    { path: ['^server/engine/journal/', npm('mediasoup')] },
  ),
  forbid(
    'socket-io-in-signal-only',
    'One folder knows the transport of signalling.',
    { path: '^server/', pathNot: '^server/engine/signal/' },
    { path: npm('socket\\.io') },
  ),
  forbid(
    'mediasoup-in-sfu-only',
    'One folder knows the media library.',
    { path: '^server/', pathNot: '^server/media/sfu/' },
    { path: npm('mediasoup') },
  ),
  forbid(
    'speech-library-in-its-program-only',
    'The library that recognises speech is native: it runs in a process of its own, which may crash.',
    { path: '^server/', pathNot: '^server/media/speech/(sherpa|program)\\.ts$' },
    { path: ['^server/media/speech/sherpa\\.ts$', npm('sherpa-onnx-node')] },
  ),
  forbid(
    'mail-libraries-in-mail-only',
    'One folder knows how mail is queued and sent; the others see the interface.',
    { path: '^server/', pathNot: '^server/mail/' },
    { path: npm('nodemailer', 'bullmq', 'ical-generator') },
  ),
  ...putTogetherRules,
]

module.exports = { serverRules }
