// The line a captioner types: told while it is typed, sent when it is finished, begun anew.
import { useEffect, useRef, useState } from 'react'
import { v7 as newLineId } from 'uuid'
import type { ParticipantId } from '../../../../shared/kernel/ids.ts'
import { asOneLine, cutWhereFull } from '../../../../shared/wire/hearing/caption-text.ts'
import type { CaptionLine } from '../../../../shared/wire/hearing/captions.ts'
import { useLiveSession } from '../../../live/session/live-session-context.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import { useCaptionLines } from './use-caption-lines.ts'

/** Words are told so often while they are typed. */
const tellEveryMs = 250

interface CaptionTyping {
  isWriter: boolean
  isPaused: boolean
  speakerId: ParticipantId | null
}

export function useCaptionTyping({ isWriter, isPaused, speakerId }: CaptionTyping) {
  const live = useLiveSession()
  const start = useCommand('captions.start')
  const [text, setText] = useState('')
  const [lineId, setLineId] = useState(() => newLineId())
  const { waiting, send } = useCaptionLines((line) =>
    setText((typed) => asOneLine(typed === '' ? line.text : `${line.text} ${typed}`)),
  )

  useTellWords({ type: 'caption', lineId, text, speakerId }, isWriter && !isPaused)

  function finish(words: string, rest = '') {
    const line: CaptionLine = { lineId, text: words.trim(), speakerId }
    if (line.text !== '') send(line)
    setLineId(newLineId())
    setText(rest)
  }

  function type(value: string) {
    if (!isWriter && !start.isPending) void start({})
    const { finished, rest } = cutWhereFull(asOneLine(value))
    if (finished !== null) finish(finished, rest)
    else setText(rest)
  }

  function takeBack() {
    setText('')
    // Those who read along see that it was taken back.
    if (isWriter) live.tell({ type: 'caption', lineId, text: '', speakerId })
  }

  return { text, waiting, type, finish, takeBack }
}

type Words = CaptionLine & { type: 'caption' }

/** The newest words, at once and then as often as is good for everybody. */
function useTellWords(words: Words, isTold: boolean) {
  const live = useLiveSession()
  const toldAt = useRef(0)
  const { lineId, text, speakerId } = words
  useEffect(() => {
    if (!isTold || text === '') return
    const tell = () => {
      toldAt.current = Date.now()
      live.tell({ type: 'caption', lineId, text, speakerId })
    }
    const timer = setTimeout(tell, Math.max(0, toldAt.current + tellEveryMs - Date.now()))
    return () => clearTimeout(timer)
  }, [isTold, lineId, text, speakerId, live])
}
