// The agency’s own templates: checked, stored under their hash, and then used for every paper of their kind. A template
// that cannot be printed stops the paper: there is no silent fallback to another layout. Called by HTTP and the
// printer.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import type { PaperTemplate, TemplateKind } from '../../../shared/wire/papers/paper-templates.ts'
import { reachingRedis } from '../../platform/errors.ts'
import type { Converter } from '../documents/converter.ts'
import type { Documents, Upload } from '../documents/intake.ts'
import type { DocumentStore } from '../documents/store.ts'
import type { Printed } from '../issued/issued-papers.ts'
import { qrPng } from '../model/verification.ts'
import { exampleValues, type FieldValues, fieldsOf } from './fields.ts'
import { checkTemplate, fillTemplate } from './reading/read-template.ts'
import { TemplateError } from './template-error.ts'

/** What is filled into a template. */
export interface Content {
  /** Asked for where there is a template: long minutes have thousands. */
  readonly values: () => FieldValues
  /** What the QR code opens; null: the paper is not issued. */
  readonly qr: string | null
  /** Fields that this paper cannot be without, though its kind can. */
  readonly needed?: readonly string[]
}

export interface Templates {
  readonly canConvert: boolean
  own(kind: TemplateKind): Promise<PaperTemplate['own']>
  /** null: there is none. */
  read(kind: TemplateKind): Promise<Buffer | null>
  /** Throws TemplateError or IntakeError, and nothing is changed. */
  replace(kind: TemplateKind, uploads: AsyncIterable<Upload>): Promise<void>
  /** From now on the layout of this system. */
  remove(kind: TemplateKind): Promise<void>
  /** null: the agency has none. */
  docx(kind: TemplateKind, content: Content): Promise<Buffer | null>
  /** null: the agency has none. Throws TemplateError when it cannot be printed. */
  print(kind: TemplateKind, content: Content): Promise<Printed | null>
}

interface Dependencies {
  readonly redis: Redis
  readonly documents: Pick<Documents, 'takeInAll' | 'read' | 'forget'>
  readonly store: Pick<DocumentStore, 'inScratch'>
  readonly converter: Converter
  readonly canConvert: boolean
  readonly now: () => number
}

const key = 'paperTemplates'
const Kept = z.object({
  name: z.string(),
  keptAt: z.number(),
  sha256: z.string(),
  hasQrPicture: z.boolean().default(false),
})

export function createTemplates({ redis, documents, store, converter, canConvert, now }: Dependencies): Templates {
  async function own(kind: TemplateKind) {
    const kept = await reachingRedis(() => redis.hget(key, kind))
    return kept === null ? null : Kept.parse(JSON.parse(kept))
  }

  async function bytesOf(kind: TemplateKind, sha256: string): Promise<Buffer> {
    const content = await documents.read({ template: kind }, sha256)
    if (!content) throw new TemplateError('not-printed')
    return buffer(content)
  }

  async function docx(kind: TemplateKind, { values, qr, needed = [] }: Content): Promise<Buffer | null> {
    const kept = await own(kind)
    if (!kept) return null
    const template = await bytesOf(kind, kept.sha256)
    return fillTemplate(template, values(), qr === null ? null : await qrPng(qr), needed)
  }

  const forgetOthers = (kind: TemplateKind) =>
    documents.forget({ template: kind }, async () => {
      const kept = await own(kind)
      return new Set(kept ? [kept.sha256] : [])
    })

  return {
    canConvert,
    own,
    async read(kind) {
      const kept = await own(kind)
      return kept && bytesOf(kind, kept.sha256)
    },
    async replace(kind, uploads) {
      if (!canConvert) throw new TemplateError('no-converter')
      await documents.takeInAll({ template: kind }, uploads, async (taken) => {
        const [file] = taken
        if (!file || taken.length !== 1) throw new TemplateError('one-file')
        if (file.format !== 'docx') throw new TemplateError('not-docx')
        const bytes = await bytesOf(kind, file.sha256)
        const { hasQrPicture } = await checkTemplate(bytes, fieldsOf[kind], exampleValues(kind), await qrPng(kind))
        const kept: z.infer<typeof Kept> = {
          name: file.title,
          keptAt: now(),
          sha256: file.sha256,
          hasQrPicture,
        }
        await reachingRedis(() => redis.hset(key, kind, JSON.stringify(kept)))
      })
      await forgetOthers(kind)
    },
    async remove(kind) {
      await reachingRedis(() => redis.hdel(key, kind))
      await forgetOthers(kind)
    },
    docx,
    async print(kind, content) {
      const filled = await docx(kind, content)
      if (!filled) return null
      const pdf = await store.inScratch(async (folder) => {
        const path = join(folder, 'paper.docx')
        await writeFile(path, filled, { mode: 0o600 })
        const made = await converter.convert(path, 'docx', folder)
        if (made === null) throw new TemplateError('not-printed')
        return readFile(made)
      })
      return { pdf, docx: filled }
    },
  }
}
