import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { inProject, root } from '../project.mjs'

const pages = globSync(['*.md', 'docs/**/*.md'], { cwd: root })

it.each(pages)('every link of %s to a file of the project has a target', (page) => {
  const links = [...readFileSync(inProject(page), 'utf8').matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) =>
    target.replace(/\s+/g, '').replace(/#.*/, ''),
  )
  const local = links.filter((target) => target !== '' && !/^[a-z]+:/.test(target))
  expect(local.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([])
})
