// Compares the folders of the project with the table in scripts/folders.cjs.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { CLIENT, SERVER, SHARED } from './folders.cjs'

/**
 * @param {string} root of the project
 * @returns {string[]} a line for each folder without a row, and for each row without a folder
 */
export function foldersAmiss(root) {
  const floors = Object.entries({ server: SERVER, client: CLIENT })
  return [
    ...compared(root, 'shared', SHARED),
    ...floors.flatMap(([area, table]) => [
      ...compared(root, area, table),
      ...Object.entries(table).flatMap(([floor, { folders }]) => compared(root, `${area}/${floor}`, folders)),
    ]),
  ]
}

/**
 * @param {string} root
 * @param {string} place
 * @param {object} rows by the name of the folder
 */
function compared(root, place, rows) {
  const there = readdirSync(join(root, place), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? entry.name : [],
  )
  const named = Object.keys(rows)
  return [
    ...there
      .filter((name) => !named.includes(name))
      .map(
        (name) => `${place}/${name} has no row in scripts/folders.cjs: say there what it is and what it may import.`,
      ),
    ...named
      .filter((name) => !there.includes(name))
      .map((name) => `scripts/folders.cjs has a row for ${place}/${name}, which is not there.`),
  ]
}
