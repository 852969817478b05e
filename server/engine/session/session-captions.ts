// The captions of one session: what a captioner types and what the speech engine hears becomes lines, told to those in the room
// and kept where that is allowed. Called by loaded-session.ts.

import type { Ms, ParticipantId } from '../../../shared/kernel/ids.ts'
import { reject } from '../../../shared/kernel/rejection.ts'
import { captionNotice, keepsTranscript, recognisedNotice } from '../../../shared/projections/captions.ts'
import { secrecyMarkingIn } from '../../../shared/secrecy/secrecy-markings.ts'
import type { CaptionReply, LiveNotice } from '../../../shared/wire/engine/socket-events.ts'
import { linesOf } from '../../../shared/wire/hearing/caption-text.ts'
import type { CaptionLine, CaptionNotice, SpokenPhrase } from '../../../shared/wire/hearing/captions.ts'
import type { Log } from '../../platform/log.ts'
import type { SessionActor } from './actor.ts'
import type { Transcripts } from './transcript.ts'

interface SessionCaptionsDependencies {
  readonly transcripts: Pick<Transcripts, 'add'>
  readonly now: () => number
  readonly newId: () => string
  readonly log: Log
}

export class SessionCaptions {
  readonly #actor: Pick<SessionActor, 'sessionId' | 'state'>
  readonly #tell: (notice: LiveNotice) => void
  readonly #dependencies: SessionCaptionsDependencies
  /** The line that is being written. */
  #began: { readonly lineId: string; readonly at: number } | null = null
  /** Phrases of the engine of which some words are shown, and the end is not known. */
  readonly #partlySpoken = new Set<string>()

  constructor(
    actor: Pick<SessionActor, 'sessionId' | 'state'>,
    tell: (notice: LiveNotice) => void,
    dependencies: SessionCaptionsDependencies,
  ) {
    this.#actor = actor
    this.#tell = tell
    this.#dependencies = dependencies
  }

  /** When somebody began to write this line. */
  beganAt(lineId: string): number {
    if (this.#began?.lineId !== lineId) this.#began = { lineId, at: this.#dependencies.now() }
    return this.#began.at
  }

  /** Told to all who may, and kept where that is allowed; not kept, it is to be sent again. */
  async finish(participantId: ParticipantId, line: CaptionLine): Promise<CaptionReply> {
    const { now } = this.#dependencies
    const notice = captionNotice(this.#actor.state, participantId, line, true)
    if (!notice) return { ok: false, ...reject('captions.not-writing') }
    if (secrecyMarkingIn(line.text)) return { ok: false, ...reject('secrecy.marking') }
    const from = this.beganAt(line.lineId)
    this.#tell({ type: 'caption', ...notice })
    return (await this.#keep(notice, from, now())) ? { ok: true } : { ok: false, ...reject('unavailable') }
  }

  /** What the engine heard. Words on their way are one line; what turned out longer is finished as several. */
  spoken(participantId: ParticipantId, { phraseId, from, to, text, isFinished }: SpokenPhrase): void {
    const lines = linesOf(text)
    const isShown = this.#partlySpoken.delete(phraseId)
    let isTold = false
    for (const [index, line] of (isFinished ? lines : [lines.at(-1) ?? '']).entries()) {
      const lineId = index === 0 ? phraseId : this.#dependencies.newId()
      const notice = recognisedNotice(this.#actor.state, { lineId, text: line, speakerId: participantId }, isFinished)
      if (!notice) continue
      isTold = true
      this.#tell({ type: 'caption', ...notice })
      // An engine says nothing twice: what could not be kept is in the log.
      if (isFinished) void this.#keep(notice, from, to)
    }
    if (isTold && !isFinished) this.#partlySpoken.add(phraseId)
    // What may not be said to its end is not left on the screens half said.
    if (isShown && !isTold)
      this.#tell({ type: 'caption', lineId: phraseId, text: '', speaker: null, isFinished: false, isAutomatic: true })
  }

  /** False: it should have been kept, and could not be. */
  async #keep({ lineId, text, speaker, isAutomatic }: CaptionNotice, from: Ms, to: Ms): Promise<boolean> {
    if (!keepsTranscript(this.#actor.state)) return true
    const { transcripts, log } = this.#dependencies
    const { sessionId } = this.#actor
    try {
      await transcripts.add(sessionId, { lineId, from, to, speaker, text, isAutomatic })
      return true
    } catch (error) {
      log.warn({ sessionId, err: error }, 'a line of the captions could not be kept')
      return false
    }
  }
}
