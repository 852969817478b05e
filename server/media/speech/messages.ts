// The messages between the server and its speech recognition process.
import { z } from 'zod'
import { Ms } from '../../../shared/kernel/ids.ts'
import { Model } from './model-files.ts'

const LineId = z.int()

export const ToProgram = z.discriminatedUnion('type', [
  z.object({ type: z.literal('load'), model: Model, mostSecondsWaiting: z.number().positive() }),
  z.object({
    type: z.literal('hear'),
    lineId: LineId,
    codec: z.object({
      mimeType: z.string(),
      payloadType: z.int(),
      clockRate: z.int(),
      channels: z.int().optional(),
    }),
  }),
  z.object({ type: z.literal('stop'), lineId: LineId }),
])
export type ToProgram = z.input<typeof ToProgram>

export const FromProgram = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('alive') }),
  z.object({ type: z.literal('target'), lineId: LineId, target: z.object({ rtpPort: z.int(), rtcpPort: z.int() }) }),
  z.object({
    type: z.literal('phrase'),
    lineId: LineId,
    phrase: z.object({ phraseId: z.uuid(), from: Ms, to: Ms, text: z.string(), isFinished: z.boolean() }),
  }),
  z
    .object({ type: z.literal('skipped'), seconds: z.number() })
    .describe('of sound: it came faster than it was recognised'),
  z
    .object({
      type: z.literal('ended'),
      lineId: LineId,
      words: z.string(),
      stoodStill: z.int().nullable().describe('the process that took in no packets, and was ended for it'),
    })
    .describe('nothing more comes of this line'),
])
export type FromProgram = z.infer<typeof FromProgram>
