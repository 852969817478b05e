// The emblem of the agency: one PNG, first read in a process with limits (ADR 0072), then stored like every file.
// Called by HTTP.
import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { largestEmblemSide } from '../../../shared/agency/contract.ts'
import type { AccountId } from '../../../shared/kernel/ids.ts'
import type { CommandReply } from '../../../shared/wire/engine/socket-events.ts'
import type { Documents } from '../documents/intake.ts'
import { IntakeError } from '../documents/intake-error.ts'
import { readFile } from '../documents/reading/read-file.ts'
import type { DocumentStore } from '../documents/store.ts'
import type { InstalledAgency } from './agency.ts'

export interface Emblem {
  /** Takes the place of the one before. Throws IntakeError. */
  replace(by: AccountId, png: Uint8Array): Promise<CommandReply>
  remove(by: AccountId): Promise<CommandReply>
  /** null: it is not the emblem now. */
  read(sha256: string): Promise<Buffer | null>
}

interface Dependencies {
  readonly agency: Pick<InstalledAgency, 'state' | 'changeEmblem'>
  readonly documents: Pick<Documents, 'takeIn' | 'forget' | 'read'>
  readonly store: Pick<DocumentStore, 'inScratch'>
}

const owner = { agency: 'emblem' } as const
const fileName = 'emblem.png'

export function createEmblem({ agency, documents, store }: Dependencies): Emblem {
  const now = async () => (await agency.state()).emblem?.sha256 ?? null
  const forgetOthers = () => documents.forget(owner, async () => new Set([(await now()) ?? ''].filter(Boolean)))
  return {
    replace: (by, png) =>
      store.inScratch(async (folder) => {
        const path = join(folder, fileName)
        await writeFile(path, png, { mode: 0o600 })
        const { picture } = await readFile(path, 'png')
        if (!picture || Math.max(picture.width, picture.height) > largestEmblemSide)
          throw new IntakeError('picture-too-large')
        const upload = { fileName, content: Readable.from(createReadStream(path)) }
        const reply = await documents.takeIn(owner, upload, ({ file }) => agency.changeEmblem(by, file.sha256))
        await forgetOthers()
        return reply
      }),
    async remove(by) {
      const reply = await agency.changeEmblem(by, null)
      await forgetOthers()
      return reply
    },
    async read(sha256) {
      if (sha256 !== (await now())) return null
      const content = await documents.read(owner, sha256)
      return content && buffer(content)
    },
  }
}
