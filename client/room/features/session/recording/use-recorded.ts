// Has the server record before a session opens that must be recorded, and waits for its word that data are on the disk.
import { useState } from 'react'
import { lacksRecording, openGaps } from '../../../../../shared/modules/recording/contract.ts'
import type { EquipmentWords } from '../../../../../shared/wire/hearing/readiness.ts'
import { type SessionSnapshot, sessionStore } from '../../../../live/session/store.ts'
import { useCommand } from '../../../../live/session/use-command.ts'
import { useEquipment } from './use-equipment.ts'

/** The recorder needs about a second once anything is sent. */
const patienceMs = 10_000

interface Recorded {
  /** False: it is not being recorded, and `hasFailed` says so. */
  readonly begin: () => Promise<boolean>
  /** The agency’s own equipment records instead. */
  readonly beginOtherwise: (words: EquipmentWords) => Promise<boolean>
  readonly isWaiting: boolean
  readonly hasFailed: boolean
}

export function useRecorded(): Recorded {
  const request = useCommand('recording.request')
  const say = useEquipment()
  const [isWaiting, setWaiting] = useState(false)
  const [hasFailed, setFailed] = useState(false)

  async function begin(): Promise<boolean> {
    if (!isMissing(sessionStore.getState())) return true
    setFailed(false)
    setWaiting(true)
    try {
      const isRecorded = (await request({})).ok && (await untilRecorded())
      setFailed(!isRecorded)
      return isRecorded
    } finally {
      setWaiting(false)
    }
  }

  async function beginOtherwise(words: EquipmentWords): Promise<boolean> {
    const isSaid = await say(words)
    if (isSaid) setFailed(false)
    return isSaid
  }

  return { begin, beginOtherwise, isWaiting, hasFailed }
}

const isMissing = ({ state }: SessionSnapshot): boolean =>
  state !== null && lacksRecording(state.recording, state.session)

/** Also ended by the recorder saying that it cannot. */
function untilRecorded(): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (isRecorded: boolean) => {
      clearTimeout(tooLong)
      stopListening()
      resolve(isRecorded)
    }
    const look = (session: SessionSnapshot) => {
      if (!isMissing(session)) answer(true)
      else if (session.state && openGaps(session.state.recording).some(({ track }) => track === null)) answer(false)
    }
    const tooLong = setTimeout(() => answer(false), patienceMs)
    const stopListening = sessionStore.subscribe(look)
    look(sessionStore.getState())
  })
}
