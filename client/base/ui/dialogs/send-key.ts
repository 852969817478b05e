import type { KeyboardEvent } from 'react'

/** While a Vietnamese input method composes, Enter ends the word. Safari reports that Enter as 229 after the composition. */
const IN_COMPOSITION = 229

/** A key handler: Enter sends (Shift+Enter breaks the line), or Ctrl+Enter and ⌘+Enter where Enter belongs to the text. */
export function sendOn(kind: 'enter' | 'ctrlEnter', send: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === IN_COMPOSITION) return
    if (kind === 'enter' ? event.shiftKey : !event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    send()
  }
}
