// Phrases kept for reuse in the minutes of any session of the agency.
import { z } from 'zod'
import { text } from '../../kernel/ids.ts'

export const NewPhrase = z.object({ text: text(1000) })

export const Phrase = z.object({ phraseId: z.uuid(), text: z.string() })
export type Phrase = z.infer<typeof Phrase>

export const PhraseList = z.object({ phrases: z.array(Phrase) })
export type PhraseList = z.infer<typeof PhraseList>
