// The thread that holds Typst, for pdf.ts alone: long minutes take a second or more, and signalling must not wait for them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MessagePort, parentPort } from 'node:worker_threads'
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'

export interface PdfRequest {
  /** What paper.typ reads. */
  readonly input: string
  readonly fontFiles: readonly string[]
  readonly reply: MessagePort
}
export type PdfReply = { readonly pdf: Uint8Array } | { readonly failure: string }

parentPort?.on('message', ({ input, fontFiles, reply }: PdfRequest) => {
  reply.postMessage(answer(input, fontFiles))
})

function answer(input: string, fontFiles: readonly string[]): PdfReply {
  try {
    const compiler = compilerWith(fontFiles)
    const pdf = print(compiler, input)
    compiler.evictCache(papersRemembered)
    return { pdf }
  } catch (error) {
    return { failure: String(error) }
  }
}
/** The age at which Typst’s cache forgets. */
const papersRemembered = 2

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

function print(compiler: NodeCompiler, input: string): Buffer {
  const compiled = compiler.compile({ mainFilePath: join(import.meta.dirname, 'paper.typ'), inputs: { paper: input } })
  const { result } = compiled
  // A typeface that cannot be read is only a warning to Typst, which then takes another one.
  const complaint = result ? compiled.takeWarnings() : compiled.takeError()
  if (!result || complaint) throw new Error(JSON.stringify(complaint?.shortDiagnostics))
  try {
    return compiler.pdf(result, { pdfStandard: PdfStandard.A_2b })
  } catch (error) {
    const strangers = undrawable(error)
    if (strangers.length === 0) throw error
    return print(
      compiler,
      strangers.reduce((text, stranger) => text.replaceAll(stranger, box), input),
    )
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
