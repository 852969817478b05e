// Who may import what: scripts/folders.cjs has the table; the rules of shared/ are here, the others in scripts/import-rules.*.cjs.
// Tests are left out: a test may open any door of what it tests.
const { existsSync, readFileSync } = require('node:fs')
const { join } = require('node:path')
const { SHARED } = require('./scripts/folders.cjs')
const { forbid, npm } = require('./scripts/import-rule.cjs')
const { clientRules } = require('./scripts/import-rules.client.cjs')
const { serverRules } = require('./scripts/import-rules.server.cjs')

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

const sharedRules = Object.entries(SHARED).map(([folder, { imports }]) =>
  forbid(
    `shared-${folder}`,
    `shared/${folder} may import of shared/: ${imports.join(', ') || 'no other folder'}.`,
    { path: `^shared/${folder}/` },
    { path: '^shared/[^/]+/', pathNot: [folder, ...imports].map((name) => `^shared/${name}/`) },
  ),
)

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

    ...sharedRules,
    ...serverRules,
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
