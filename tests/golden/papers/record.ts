// node tests/golden/papers/record.ts: prints every paper again and records its text and pictures, which must be
// reviewed before they are committed.
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesOf, printed } from './golden.ts'
import { samples } from './samples.ts'

const folder = import.meta.dirname
for (const file of readdirSync(folder).filter((one) => /\.(txt|png)$/.test(one))) rmSync(join(folder, file))
for (const [name] of samples)
  for (const [file, content] of filesOf(name, await printed(name))) writeFileSync(join(folder, file), content)
