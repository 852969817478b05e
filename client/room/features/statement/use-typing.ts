// The officer’s typing, sent piece by piece: one piece at a time, so that each is of the text the server has.
import { useEffect, useRef, useState } from 'react'
import { type Statement, statementOf } from '../../../../shared/modules/statement/contract.ts'
import { spliceBetween } from '../../../../shared/modules/statement/splice.ts'
import { sessionStore } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'

/** Short enough for the citizen to see it grow, long enough for a word. */
const pauseMs = 400

export interface Typing {
  readonly text: string
  write(text: string): void
  /** What is typed has not all arrived. */
  readonly isBehind: boolean
  /** Sends what is left. true: the server has all of it. */
  finish(): Promise<boolean>
}

export function useTyping({ statementId, text: known }: Statement): Typing {
  const send = useCommand('statement.type')
  const [text, setText] = useState(known)
  const latest = useRef(text)
  latest.current = text
  const sending = useRef<Promise<boolean>>(Promise.resolve(true))

  async function push(): Promise<boolean> {
    // Of the store, which has the answer to the last piece before this component has been drawn anew.
    const now = statementOf(sessionStore.getState().state?.statement.statements ?? [], statementId)
    const splice = now && spliceBetween(now.text, latest.current)
    if (!splice) return true
    const reply = await send({ statementId, revision: now.revision, ...splice })
    if (!reply.ok && reply.rejection.code === 'statement.changed-meanwhile') setText(now.text)
    return reply.ok
  }
  const pushNext = () => {
    sending.current = sending.current.then(push)
    return sending.current
  }

  // What another officer wrote while nothing was typed here.
  const seen = useRef(known)
  useEffect(() => {
    setText((typed) => (typed === seen.current ? known : typed))
    seen.current = known
  }, [known])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a pause in the typing sends it, and each answer asks whether there is more
  useEffect(() => {
    if (text === known) return
    const timer = setTimeout(() => void pushNext(), pauseMs)
    return () => clearTimeout(timer)
  }, [text, known])

  return { text, write: setText, isBehind: text !== known, finish: pushNext }
}
