// The rooms of ARCHITECTURE.md, section 2, as rules: who may import what. Those of the client: scripts/import-rules.client.cjs.
// Tests are left out: a test may open any door of what it tests.
const { existsSync, readFileSync } = require('node:fs')
const { join } = require('node:path')
const { clientRules } = require('./scripts/import-rules.client.cjs')

const npm = (...names) => `^node_modules/(${names.join('|')})/`

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** The modules in the order in which the array in index.ts lists them, which is the allowed order of dependency. */
function listedModules(folder) {
  const index = join(__dirname, folder, 'index.ts')
  if (!existsSync(index)) return []
  const text = readFileSync(index, 'utf8')
  const folderOf = new Map(
    [...text.matchAll(/import \{ (\w+) \} from '\.\/([^/']+)\//g)].map(([, name, module]) => [name, module]),
  )
  const list = /= \[([^\]]*)\]/.exec(text)?.[1] ?? ''
  return [...list.matchAll(/\w+/g)].flatMap(([name]) => folderOf.get(name) ?? [])
}

function moduleOrderRules(folder) {
  const names = listedModules(folder)
  return names.map((name, position) =>
    forbid(
      `module-order-${name}`,
      `${name} may use the contracts of the modules before it in ${folder}/index.ts, never of one after it.`,
      { path: `^${folder}/${name}/` },
      { path: `^${folder}/(${names.slice(position + 1).join('|') || '(?!)'})/` },
    ),
  )
}

const MODULE_FOLDERS = ['shared/modules', 'shared/conclusions', 'shared/reception', 'shared/cases']

module.exports = {
  forbidden: [
    forbid('no-circular', 'Two files that need each other are one file, or hide a third.', {}, { circular: true }),
    forbid('not-found', 'The import leads nowhere.', {}, { couldNotResolve: true }),

    forbid(
      'shared-is-pure',
      'shared/ runs in browsers and on servers: it may use itself and zod.',
      { path: '^shared/' },
      { pathNot: ['^shared/', npm('zod')] },
    ),
    forbid(
      'kernel-names-no-module',
      'The kernel is the mechanism; a module is a policy. Adding a module must never touch the kernel.',
      { path: '^shared/kernel/' },
      { pathNot: ['^shared/kernel/', npm('zod')] },
    ),
    forbid(
      'module-uses-contracts-only',
      "Modules meet through contracts and events, never through each other's rules.",
      { path: '^shared/(modules|conclusions|reception|cases)/([^/]+)/' },
      {
        path: '^shared/(modules|conclusions|reception|cases)/[^/]+/',
        pathNot: ['^shared/$1/$2/', '^shared/(modules|conclusions|reception|cases)/[^/]+/contract\\.ts$'],
      },
    ),
    forbid(
      'module-knows-no-index',
      'The list knows the modules, not the other way round.',
      { path: '^shared/(modules|conclusions|reception|cases)/[^/]+/' },
      { path: '^shared/(modules|conclusions|reception|cases)/index\\.ts$' },
    ),
    ...MODULE_FOLDERS.flatMap(moduleOrderRules),

    forbid(
      'session-names-no-module',
      'The actor runs any list of modules; a new module must not edit it.',
      { path: '^server/session/' },
      { path: '^shared/(modules|conclusions|reception|cases)/[^/]+/' },
    ),
    forbid(
      'session-behind-interfaces',
      'The actor sees the journal and the media plane as interfaces.',
      { path: '^server/session/' },
      {
        path: [`^server/`, npm('socket\\.io', 'mediasoup', 'ioredis')],
        pathNot: [
          '^server/session/',
          '^server/journal/journal\\.ts$',
          // Pure: how a commit is chained is no choice of an implementation.
          '^server/journal/chain\\.ts$',
          '^server/media/plane\\.ts$',
          '^server/people/people\\.ts$',
          '^server/transcripts/transcript\\.ts$',
          '^server/boxes/boxes\\.ts$',
          '^server/platform/',
        ],
      },
    ),
    forbid(
      'journal-knows-no-module',
      'The journal stores commits of any aggregate.',
      { path: '^server/journal/' },
      {
        path: [
          '^shared/(modules|conclusions|reception|cases|projections|wire)/',
          '^server/(session|media|signal|http|records)/',
        ],
      },
    ),
    forbid(
      'media-follows-the-plan',
      'The media plane is told by a MediaPlan; it asks nobody why.',
      { path: '^server/media/' },
      { path: ['^shared/(modules|conclusions|reception|cases)/', '^server/(session|journal|signal|http|records)/'] },
    ),
    forbid(
      'recording-knows-no-session',
      'The recorder writes what it is fed; who may be recorded is in the media plan.',
      { path: '^server/recording/' },
      {
        path: [
          '^shared/(modules|conclusions|reception|cases)/',
          '^server/(session|journal|media|signal|http|records)/',
        ],
      },
    ),
    forbid(
      'store-knows-no-room',
      'The store keeps bytes under keys; what they are, others know. Its programs read the settings.',
      { path: '^server/store/' },
      { path: ['^shared/', '^server/'], pathNot: ['^server/(store|platform)/', '^server/config\\.ts$'] },
    ),
    forbid(
      'strangers-files-are-read-apart',
      'Whatever takes a file of a stranger apart runs in a program with limits (ADR 0072): the server asks it.',
      // Backups, archives and workbooks are of our own making.
      {
        path: '^server/',
        pathNot: ['^server/[^/]+/reading/', '^server/(backup|archive)/', '^server/records/streamed-workbook\\.ts$'],
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
          '^server/[^/]+/reading/(?!(answer|read-[^/]+)\\.ts$)',
        ],
      },
    ),
    forbid(
      'time-stamps-know-no-room',
      'A stamp is over bytes; whose they are, others know. It is checked offline, where there is no server.',
      { path: '^server/time-stamps/' },
      { path: ['^shared/', '^server/'], pathNot: '^server/(time-stamps|platform)/' },
    ),
    forbid(
      'backup-stands-alone',
      'A backup is made of files and of Redis as they lie; what they mean is not its business. Only certificates of erasures are proved.',
      { path: '^server/backup/', pathNot: '^server/backup/erasure-certificates\\.ts$' },
      { path: ['^shared/', '^server/'], pathNot: ['^server/(backup|store|platform)/', '^server/config\\.ts$'] },
    ),
    forbid(
      'doors-stay-doors',
      'Signalling and HTTP reach a session through server/session alone.',
      { path: '^server/(signal|http)/' },
      { path: ['^server/journal/', npm('mediasoup')] },
    ),
    forbid(
      'socket-io-in-signal-only',
      'One folder knows the transport of signalling.',
      { path: '^server/', pathNot: '^server/signal/' },
      { path: npm('socket\\.io') },
    ),
    forbid(
      'mediasoup-in-media-only',
      'One folder knows the media library.',
      { path: '^server/', pathNot: '^server/media/' },
      { path: npm('mediasoup') },
    ),
    forbid(
      'speech-library-in-its-program-only',
      'The library that recognises speech is native: it runs in a process of its own, which may crash.',
      { path: '^server/', pathNot: '^server/speech-recognition/(sherpa|program)\\.ts$' },
      { path: ['^server/speech-recognition/sherpa\\.ts$', npm('sherpa-onnx-node')] },
    ),
    forbid(
      'speech-recognition-knows-no-session',
      'It hears what it is fed; whom it may hear is in the media plan.',
      { path: '^server/speech-recognition/' },
      {
        path: [
          '^shared/(modules|conclusions|reception|cases|projections)/',
          '^server/(session|journal|media|signal|http|records)/',
        ],
      },
    ),
    forbid(
      'mail-libraries-in-mail-only',
      'One folder knows how mail is queued and sent; the others see the interface.',
      { path: '^server/', pathNot: '^server/mail/' },
      { path: npm('nodemailer', 'bullmq', 'ical-generator') },
    ),
    forbid(
      'put-together-in-one-place',
      'Only app.ts, main.ts and demo.ts choose implementations; a room sees the interfaces of the others.',
      { path: '^server/([^/]+)/' },
      {
        path: ['^server/(journal|media|signal|http)/', '^server/(app|main|demo)\\.ts$'],
        pathNot: ['^server/$1/', '^server/journal/(journal|chain)\\.ts$', '^server/media/plane\\.ts$'],
      },
    ),

    ...clientRules,
  ],
  options: {
    // TypeScript 7 has no programming interface yet: without swc the cruise silently sees no module at all.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['\\.test\\.tsx?$', '^tests/', '^dist/'] },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'] },
  },
}
