// Folders that look like speech models, for the recognition process with a script (scripted-sherpa.ts).
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Makes the server’s recognition process use the script; for the environment of the server. */
export const scriptedSpeech = { NODE_OPTIONS: `--import=${new URL('./scripted-sherpa.ts', import.meta.url).href}` }

export interface SpeechModel {
  readonly folder: string
  put(name: string, text: string): Promise<void>
  remove(): Promise<void>
}

/** It recognises phrase by phrase, and says these lines one after the other. */
export async function speechModel(lines: readonly string[], files: Record<string, string> = {}): Promise<SpeechModel> {
  const folder = await mkdtemp(join(tmpdir(), 'diemcau-model-'))
  const put = (name: string, text: string) => writeFile(join(folder, name), text)
  const all = {
    'encoder.int8.onnx': 'encoder',
    'decoder.onnx': 'decoder',
    'joiner.int8.onnx': 'joiner',
    'silero_vad.onnx': 'detector',
    'tokens.txt': lines.join('\n'),
    ...files,
  }
  for (const [name, text] of Object.entries(all)) await put(name, text)
  return { folder, put, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** What streaming models carry in their encoder. */
export const streaming = { 'encoder.int8.onnx': 'comment streaming zipformer2 decode_chunk_len 32' }
