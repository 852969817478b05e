// Finds the files of a model, as sherpa-onnx publishes them, in the folder that the administrator supplies.
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** Paths. Without `voiceDetector` it is a streaming model, which detects the end of a phrase by itself. */
export const Model = z.object({
  encoder: z.string(),
  decoder: z.string(),
  joiner: z.string(),
  tokens: z.string(),
  voiceDetector: z.string().nullable(),
})
export type Model = z.infer<typeof Model>

export type FoundModel = { model: Model } | { missing: string[] } | { unreadable: string }

const parts = ['encoder', 'decoder', 'joiner'] as const
const voiceDetectorName = 'silero_vad.onnx'
const tokensName = 'tokens.txt'

/** `missing`: names with * for any letters; an empty file is a missing one. Never throws. */
export async function findModel(folder: string): Promise<FoundModel> {
  try {
    const names = await filesIn(folder)
    const found = Object.fromEntries(parts.map((part) => [part, onnxOf(part, names)]))
    const missing = parts.filter((part) => found[part] === undefined).map((part) => `${part}*.onnx`)
    if (!names.includes(tokensName)) missing.push(tokensName)
    const encoder = found.encoder && join(folder, found.encoder)
    const isStreaming = encoder !== undefined && (await containsText(encoder, streamingMark))
    if (!isStreaming && !names.includes(voiceDetectorName)) missing.push(voiceDetectorName)
    if (missing.length > 0) return { missing }
    const at = (name: string | undefined) => join(folder, name ?? '')
    return {
      model: {
        encoder: at(found.encoder),
        decoder: at(found.decoder),
        joiner: at(found.joiner),
        tokens: at(tokensName),
        voiceDetector: isStreaming ? null : at(voiceDetectorName),
      },
    }
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : String(error) }
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder)
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size))
  return names.filter((_name, index) => (sizes[index] ?? 0) > 0).toSorted()
}

/** The quantised one is smaller and faster; of the decoder there is nothing to gain by it. */
function onnxOf(part: string, names: readonly string[]): string | undefined {
  const own = names.filter((name) => name.startsWith(part) && name.endsWith('.onnx'))
  const isQuantised = (name: string) => name.endsWith('.int8.onnx')
  return own.find((name) => isQuantised(name) === (part !== 'decoder')) ?? own[0]
}

/** What exporters write into streaming encoders alone: of how many frames a piece is. */
const streamingMark = 'decode_chunk_len'

async function containsText(path: string, text: string): Promise<boolean> {
  let end = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    const piece: Buffer = Buffer.concat([end, chunk])
    if (piece.includes(text)) return true
    end = Buffer.from(piece.subarray(-text.length))
  }
  return false
}
