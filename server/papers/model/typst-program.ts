// The program that runs Typst, for pdf.ts only: long minutes take a second or more, an untrusted picture may take
// forever, and only a process can be ended (ADR 0072).
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'

export interface PdfRequest {
  /** paper: to be archived, as PDF/A; mark: to be laid over a document. */
  readonly template: 'paper' | 'watermark'
  /** What the template reads. */
  readonly input: string
  /** A file that the template may show, beside it by this name. */
  readonly picture: { readonly name: string; readonly bytes: Uint8Array } | null
  readonly fontFiles: readonly string[]
}
export type PdfReply = { readonly pdf: Uint8Array } | { readonly failure: string }

process.on('message', (request: PdfRequest) => process.send?.(answer(request)))

function answer({ fontFiles, picture, ...printed }: PdfRequest): PdfReply {
  try {
    const compiler = compilerWith(fontFiles)
    const pdf = beside(compiler, picture, () => print(compiler, printed))
    compiler.evictCache(papersRemembered)
    return { pdf }
  } catch (error) {
    return { failure: String(error) }
  }
}

/** While `work` runs, the picture lies beside the templates. */
function beside<T>(compiler: NodeCompiler, picture: PdfRequest['picture'], work: () => T): T {
  if (!picture) return work()
  const path = join(import.meta.dirname, picture.name)
  compiler.mapShadow(path, Buffer.from(picture.bytes))
  try {
    return work()
  } finally {
    compiler.unmapShadow(path)
  }
}
/**
 * So many papers later Typst forgets the paragraphs it has set: minutes printed ahead of a seal are often printed again, with a line
 * more (ADR 0058). It keeps some 50 MB of minutes of 439 pages.
 */
const papersRemembered = 5

const compilers = new Map<string, NodeCompiler>()

/** A compiler reads typefaces when it is made, so it is kept. */
function compilerWith(fontFiles: readonly string[]): NodeCompiler {
  const key = fontFiles.join()
  const compiler =
    compilers.get(key) ??
    NodeCompiler.create({
      workspace: import.meta.dirname,
      fontArgs: [{ fontBlobs: fontFiles.map((file) => readFileSync(file)) }],
    })
  compilers.set(key, compiler)
  return compiler
}

function print(compiler: NodeCompiler, { template, input }: Pick<PdfRequest, 'template' | 'input'>): Buffer {
  const mainFilePath = join(import.meta.dirname, `${template}.typ`)
  const compiled = compiler.compile({ mainFilePath, inputs: { [template]: input } })
  const { result } = compiled
  // A typeface that cannot be read is only a warning to Typst, which then takes another one.
  const complaint = result ? compiled.takeWarnings() : compiled.takeError()
  if (!result || complaint) throw new Error(JSON.stringify(complaint?.shortDiagnostics))
  try {
    return compiler.pdf(result, template === 'paper' ? { pdfStandard: PdfStandard.A_2b } : {})
  } catch (error) {
    const strangers = undrawable(error)
    if (strangers.length === 0) throw error
    return print(compiler, {
      template,
      input: strangers.reduce((text, stranger) => text.replaceAll(stranger, box), input),
    })
  }
}

/**
 * PDF/A forbids a character that no typeface at hand can draw (an emoji in a note, say): Typst then refuses the whole
 * file and names the characters. A box takes their place, so that nobody’s note can keep the minutes from being printed.
 */
function undrawable(error: unknown): string[] {
  const named = String(error).matchAll(/the text `\\"(.+?)\\"` could not be displayed/gu)
  return [...named].map(([, text = '']) => unescaped(text)).filter((character) => character !== box)
}
const box = '□'

function unescaped(character: string): string {
  const code = /^\\+u\{([0-9a-f]+)\}$/u.exec(character)?.[1]
  return code === undefined ? character : String.fromCodePoint(Number.parseInt(code, 16))
}
