// A session with an open ballot on nodes that share a journal: for tests of votes during failures.

import type { BoxKeys } from '../../server/engine/boxes/box-keys.ts'
import { createEncryptedBoxes } from '../../server/engine/boxes/encrypted-boxes.ts'
import { type Journal, withoutEncryption } from '../../server/engine/journal/journal.ts'
import { SessionActor } from '../../server/engine/session/actor.ts'
import { createFakePlane } from '../../server/media/sfu/fake.ts'
import type { Log } from '../../server/platform/log.ts'
import type { ActorReference } from '../../shared/kernel/actor.ts'
import { SessionId } from '../../shared/kernel/ids.ts'
import type { Motion } from '../../shared/modules/ballot/contract.ts'
import type { CommandReply } from '../../shared/wire/engine/socket-events.ts'
import { by, given, inFullSession, motion, opensBallot, type Step } from './given.ts'
import { aggregate, codeFor, participant } from './session-model.ts'

export const sessionId = SessionId.parse('model')
export const motionId = 'budget'

/** Three vote at the pages of their sites, with a code; three on their own pages. */
export const voters = ['delegate1', 'delegate2', 'delegate3', 'chair', 'secretary', 'citizen1'] as const
export type Voter = (typeof voters)[number]
const pageOf: Readonly<Partial<Record<Voter, string>>> = { delegate1: 'siteA', delegate2: 'siteA', delegate3: 'siteB' }

export const isMarked = (delegateId: string): Step =>
  by('secretary', 'rollcall.mark', { delegateId, mark: 'present', substituteId: null })

/** The journal of the model until the ballot is open. */
function journalUntilOpen(isSecret: boolean) {
  const electorate = { delegates: true, participantIds: ['chair', 'secretary', 'citizen1'] }
  return given(
    inFullSession,
    ...['delegate1', 'delegate2', 'delegate3'].map(isMarked),
    by('secretary', 'ballot.propose', motion(motionId, { isSecret, electorate })),
    opensBallot(motionId),
  ).session.journal
}

export async function withOpenBallot(journal: Journal, isSecret: boolean): Promise<void> {
  for (const commit of journalUntilOpen(isSecret)) await journal.append(sessionId, commit)
}

export interface Vote {
  readonly voter: Voter
  readonly choice: number
  /** Of the command: the same again is a retry. */
  readonly id: string
}

export class Node {
  readonly actor: SessionActor

  constructor(journal: Journal, keys: BoxKeys, log: Log = silent) {
    this.actor = new SessionActor(
      sessionId,
      {
        aggregate,
        journal,
        eventEncryption: withoutEncryption,
        boxes: createEncryptedBoxes(journal, keys),
        media: createFakePlane(),
        now: () => 0,
        newId: () => '019b0000-0000-7000-8000-000000000009',
        codeFor,
        log,
        blockingReason: async () => null,
        observe: () => undefined,
      },
      () => undefined,
    )
  }

  cast({ voter, choice, id }: Vote): Promise<CommandReply> {
    const page = pageOf[voter]
    const delegate = page ? { delegateId: voter, code: codeFor(`ballot model ${voter} 0`) } : null
    const data = { motionId, choice, delegate }
    return this.actor.dispatch(participant(page ?? voter), { id, type: 'ballot.cast', data })
  }

  close(id: string, by: ActorReference = participant('chair')): Promise<CommandReply> {
    return this.actor.dispatch(by, { id, type: 'ballot.close', data: { motionId } })
  }

  get motion(): Motion {
    const found = this.actor.state.ballot.motions.find((one) => one.motionId === motionId)
    if (!found) throw new Error('there is no motion')
    return found
  }
}

const silent: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }

/** The same number in every run, as a command's id. */
export const commandId = (number: number): string => `019b0000-0000-7000-9000-${number.toString(16).padStart(12, '0')}`

/** The votes that were accepted, by pile. */
export const pilesOf = (choices: readonly number[]): number[] =>
  [0, 1, 2].map((pile) => choices.filter((choice) => choice === pile).length)
