// Renders the table of scripts/folders.cjs: completely in docs/folders.md, only the floors in ARCHITECTURE.md.
import { CLIENT, CLIENT_FLOORS, SERVER, SHARED } from '../folders.cjs'
import { code, codes, page, table } from './markdown.ts'

type Rows = Record<string, { readonly about: string; readonly imports: readonly string[] }>
type Floors = Record<string, { readonly about: string; readonly folders: Rows }>

const named = (names: readonly string[]) => (names.length === 0 ? 'nothing' : codes(names))
const beneath = (area: string) =>
  CLIENT_FLOORS.slice(
    0,
    CLIENT_FLOORS.findIndex((floor: readonly string[]) => floor.includes(area)),
  ).flat()

/** For ARCHITECTURE.md: a line for each floor. */
export const floorTable = (): string =>
  table(
    ['folder', 'what it is', 'its folders'],
    [
      ['`shared`', 'pure: runs in browsers and on servers; may use zod', codes(Object.keys(SHARED))],
      ...ofFloors('server', SERVER),
      ...ofFloors('client', CLIENT),
    ],
  )

const ofFloors = (root: string, floors: Floors) =>
  Object.entries(floors).map(([floor, { about, folders }]) => [
    code(`${root}/${floor}`),
    about,
    codes(Object.keys(folders)),
  ])

const rowsOf = (rows: Rows, ofPlace: string) =>
  Object.keys(rows).length === 0
    ? []
    : [
        table(
          ['folder', 'what it is', ofPlace],
          Object.entries(rows).map(([folder, { about, imports }]) => [code(folder), about, named(imports)]),
        ),
      ]

export const folders = (header: string): string =>
  page(
    `<!-- ${header} -->`,
    '# Folders',
    'What each folder is, and which it may import. `npm run check` enforces it; a folder that is not here fails. A change is made in `scripts/folders.cjs`; rules of single folders stand in `scripts/import-rules.server.cjs` and `scripts/import-rules.client.cjs`, each with its reason.',
    '## `shared`',
    'Imports itself and zod alone.',
    rowsOf(SHARED, 'imports of `shared`'),
    Object.entries(SERVER as Floors).flatMap(([floor, { about, folders: rows }], position, all) => [
      `## \`server/${floor}\``,
      `${about}. Imports \`shared\` and of the server: ${named(all.slice(0, position).map(([name]) => name))}.`,
      ...rowsOf(rows, 'imports of this floor'),
    ]),
    Object.entries(CLIENT as Floors).flatMap(([area, { about, folders: rows }]) => [
      `## \`client/${area}\``,
      `${about}. Imports \`shared\` and of the client: ${named(beneath(area))}.`,
      ...rowsOf(rows, 'imports of this area'),
    ]),
  )
