import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { speechModel, streaming } from '../../../tests/harness/speech-models.ts'
import { findModel } from './model-files.ts'

async function folderWith(files: Record<string, string> = {}, without: string[] = []) {
  const { folder, remove } = await speechModel(['một'], files)
  onTestFinished(remove)
  for (const name of without) await rm(join(folder, name))
  return folder
}
async function namesFound(folder: string) {
  const found = await findModel(folder)
  if (!('model' in found)) return found
  return Object.fromEntries(Object.entries(found.model).map(([part, path]) => [part, path && basename(path)]))
}

it('accepts a folder as published by sherpa-onnx with the voice detector added', async () => {
  expect(await namesFound(await folderWith())).toEqual({
    encoder: 'encoder.int8.onnx',
    decoder: 'decoder.onnx',
    joiner: 'joiner.int8.onnx',
    tokens: 'tokens.txt',
    voiceDetector: 'silero_vad.onnx',
  })
})

it('prefers the quantised encoder and the unquantised decoder', async () => {
  const folder = await folderWith({ 'encoder-epoch-12-avg-8.onnx': 'x', 'decoder-epoch-12-avg-8.int8.onnx': 'x' })
  expect(await namesFound(folder)).toMatchObject({ encoder: 'encoder.int8.onnx', decoder: 'decoder.onnx' })
})

it('accepts a streaming model without a voice detector', async () => {
  const folder = await folderWith(streaming, ['silero_vad.onnx'])
  expect(await namesFound(folder)).toMatchObject({ encoder: 'encoder.int8.onnx', voiceDetector: null })
})

it('names the missing files, and counts an empty file as missing', async () => {
  const folder = await folderWith({ 'tokens.txt': '' }, ['joiner.int8.onnx', 'silero_vad.onnx'])
  expect(await findModel(folder)).toEqual({ missing: ['joiner*.onnx', 'tokens.txt', 'silero_vad.onnx'] })
})

it('reports a folder that does not exist as unreadable', async () => {
  expect(await findModel('/nowhere/model')).toMatchObject({ unreadable: expect.stringContaining('/nowhere/model') })
})
