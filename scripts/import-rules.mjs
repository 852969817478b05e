// Runs the rules of .dependency-cruiser.cjs. Fails on a violation, if too few modules were seen, or if a folder has no
// row in the table.
import { foldersAmiss } from './folders-amiss.mjs'
import { withProjectPrograms } from './node-runtime.mjs'
import { main, say } from './progress.mjs'
import { root } from './project.mjs'
import { run } from './run.mjs'

/** A cruise that finds no module also finds no violation; so many there are at least. */
const LEAST_MODULES = 50

await main(async () => {
  const amiss = foldersAmiss(root)
  for (const line of amiss) say(line)
  const { output } = await run('depcruise', ['--output-type', 'json', 'shared', 'server', 'client'], {
    cwd: root,
    env: withProjectPrograms(),
  })
  const { summary } = JSON.parse(output.slice(output.indexOf('{')))
  for (const { rule, from, to } of summary.violations) say(`${rule.name}: ${from} → ${to}`)
  if (summary.totalCruised < LEAST_MODULES) {
    say(
      `Only ${summary.totalCruised} modules were seen, at least ${LEAST_MODULES} are there: dependency-cruiser is half blind.`,
    )
    return 1
  }
  return summary.violations.length + amiss.length === 0 ? 0 : 1
})
