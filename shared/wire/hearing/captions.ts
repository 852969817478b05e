// The words of captions and of the transcript: as a captioner’s page sends them, as the speech engine says them, as pages are told, as
// staff read them.
import { z } from 'zod'
import { line, Ms, ParticipantId, PersonId, piece } from '../../kernel/ids.ts'

/** Characters. Two rows of a large caption; who types more begins another line. */
export const longestCaption = 300

const LineId = z.uuid().describe('a line, from its first word to its end')
const SpeakerId = ParticipantId.nullable().describe('who speaks, as the captioner chose; null: whoever has the floor')

/** A line as it is being typed: all of it, each time. */
export const CaptionWords = z.object({ lineId: LineId, text: piece(longestCaption), speakerId: SpeakerId })
/** A line that is finished. Sent again under the same id it is the same line. */
export const CaptionLine = CaptionWords.extend({ text: line(longestCaption) })
export type CaptionLine = z.infer<typeof CaptionLine>

export const Speaker = z
  .object({
    participantId: ParticipantId,
    personId: PersonId.nullable().describe('who of a site speaks; null: not named'),
  })
  .nullable()
  .describe('null: nobody is named')
export type Speaker = z.infer<typeof Speaker>

/** What everybody who may is told of a line. */
export const CaptionNotice = z.object({
  lineId: LineId,
  text: z.string().max(longestCaption).describe('empty: it was taken back'),
  speaker: Speaker,
  isFinished: z.boolean(),
  isAutomatic: z.boolean().describe('the engine heard it; nobody has looked at it'),
})
export type CaptionNotice = z.infer<typeof CaptionNotice>

/** A finished line of the transcript. Times are of the server; those of a captioner are as late as they are behind the voice. */
export const TranscriptLine = z.object({
  lineId: LineId,
  from: Ms.describe('when its first word came'),
  to: Ms.describe('when it was finished'),
  speaker: Speaker,
  text: z.string().max(longestCaption),
  isAutomatic: z.boolean().default(false).describe('the engine heard it; nobody has looked at it'),
})
export type TranscriptLine = z.infer<typeof TranscriptLine>

/** For staff. A draft to help the secretary: no record, in no archive. */
export const Transcript = z.object({
  lines: z.array(TranscriptLine.extend({ speakerName: z.string().nullable() })),
  erasedAt: Ms.nullable().describe('when it is erased by itself; null: there is none'),
})
export type Transcript = z.infer<typeof Transcript>

/** What the engine has heard from one microphone, so far or to its end. */
export interface SpokenPhrase {
  /** A UUID; the same from its first words to its end. */
  readonly phraseId: string
  /** When the voice began and, so far, ended. */
  readonly from: Ms
  readonly to: Ms
  /** As the model says it: of any length. */
  readonly text: string
  readonly isFinished: boolean
}

/** How the speech engine of the installation does. `missing`: names of files, with * for any letters. */
export const SpeechStatus = z.discriminatedUnion('state', [
  z.object({ state: z.literal('starting') }),
  z.object({ state: z.literal('ready') }),
  z.object({ state: z.literal('behind') }).describe('it is too slow for all who speak: some words were left out'),
  z.object({ state: z.literal('full') }).describe('more people speak at once, on the whole server, than it may hear'),
  z.object({ state: z.literal('stopped') }).describe('its program ended and is started again'),
  z.object({ state: z.literal('unreadable'), folder: z.string() }).describe('the folder of the model cannot be read'),
  z.object({ state: z.literal('incomplete'), folder: z.string(), missing: z.array(z.string()) }),
])
export type SpeechStatus = z.infer<typeof SpeechStatus>
