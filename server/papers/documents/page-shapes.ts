// Computes the visible size of each page of a PDF from its boxes and its rotation, which a page may inherit.
import { z } from 'zod'
import { qpdf } from './qpdf.ts'

export interface Shape {
  readonly width: number
  readonly height: number
}

export interface Pages {
  readonly shapes: readonly Shape[]
  /**
   * An update for qpdf, which lays one page over another within its trim box: a smaller one than what is looked at is taken away.
   * null: there is none.
   */
  readonly withoutTrim: object | null
}

type Dictionary = Readonly<Record<string, unknown>>

const Listed = z.object({ pages: z.array(z.object({ object: z.string() })) })
const Objects = z.object({
  qpdf: z.tuple([
    z.looseObject({ maxobjectid: z.int() }),
    z.record(z.string(), z.object({ value: z.unknown().optional(), stream: z.unknown().optional() })),
  ]),
})
const Reference = z.string().regex(/^\d+ \d+ R$/)
const Box = z.tuple([z.number(), z.number(), z.number(), z.number()])
const Rotation = z.int().multipleOf(90).default(0)
const Unit = z.number().positive().default(1)

/** No sheet is larger: PDF ends here, and so do the sheets that a watermark is printed on. */
export const largestSidePt = 14_400
/** A file that turns in circles is no tree. */
const deepestTree = 64

/** Rejects when it cannot be told. */
export async function pagesOf(path: string): Promise<Pages> {
  const ids = Listed.parse(await json(path, ['--json-key=pages'])).pages.map(({ object }) => object)
  const { objects, header } = await withAncestors(path, ids)
  const own = (id: string) => (objects.get(id) ?? {}) as Dictionary
  function inherited(page: string, name: string): unknown {
    let id: unknown = page
    for (let depth = 0; depth < deepestTree && typeof id === 'string'; depth++) {
      const value = own(id)[name]
      if (value !== undefined) return Reference.safeParse(value).success ? objects.get(value as string) : value
      id = own(id)['/Parent']
    }
    return undefined
  }
  const trimmed = ids.filter((id) => own(id)['/TrimBox'] !== undefined)
  return {
    shapes: ids.map((id) =>
      shapeOf({
        box: Box.parse(inherited(id, '/CropBox') ?? inherited(id, '/MediaBox')),
        rotation: Rotation.parse(inherited(id, '/Rotate')),
        unit: Unit.parse(own(id)['/UserUnit']),
      }),
    ),
    withoutTrim:
      trimmed.length > 0
        ? update(
            header,
            trimmed.map((id) => [id, own(id)]),
          )
        : null,
  }
}

function shapeOf({
  box: [x1, y1, x2, y2],
  rotation,
  unit,
}: {
  box: z.infer<typeof Box>
  rotation: number
  unit: number
}) {
  const width = Math.abs(x2 - x1) * unit
  const height = Math.abs(y2 - y1) * unit
  if (!(width > 0 && height > 0) || Math.max(width, height) > largestSidePt)
    throw new Error(`a page of ${width} × ${height} points`)
  return rotation % 180 === 0 ? { width, height } : { width: height, height: width }
}

/** The pages, what stands above them, and what they refer to where a box is expected. */
async function withAncestors(path: string, pages: readonly string[]) {
  const objects = new Map<string, unknown>()
  let header: object = {}
  let wanted = [...new Set(pages)]
  for (let depth = 0; wanted.length > 0; depth++) {
    if (depth > deepestTree) throw new Error('a tree of pages without an end')
    const asked = wanted.map((id) => `--json-object=${id.replace(/ R$/, '').replace(' ', ',')}`)
    const [first, found] = Objects.parse(await json(path, ['--json-key=qpdf', ...asked])).qpdf
    header = first
    for (const id of wanted) objects.set(id, found[`obj:${id}`]?.value ?? null)
    const next = wanted.flatMap((id) => {
      const one = objects.get(id)
      if (one === null || typeof one !== 'object' || Array.isArray(one)) return []
      const { '/Parent': parent, '/MediaBox': media, '/CropBox': crop, '/Rotate': rotate } = one as Dictionary
      return [parent, media, crop, rotate].flatMap((value) => Reference.safeParse(value).data ?? [])
    })
    wanted = [...new Set(next)].filter((id) => !objects.has(id))
  }
  return { objects, header }
}

function update(header: object, pages: readonly (readonly [string, Dictionary])[]): object {
  const changed = pages.map(([id, { '/TrimBox': _trim, ...page }]) => [`obj:${id}`, { value: page }])
  return { version: 2, qpdf: [header, Object.fromEntries(changed)] }
}

const json = async (path: string, args: readonly string[]): Promise<unknown> =>
  JSON.parse(await qpdf(['--json=2', ...args, path], { reads: [path] }))
