// From the search box into what was found and back by the arrow keys; Escape empties the box, “/” comes back to it from anywhere.
import { useHotkeys } from '@mantine/hooks'
import { type RefObject, useEffect, useRef } from 'react'

interface ResultKeys {
  box: RefObject<HTMLInputElement | null>
  results: RefObject<HTMLDivElement | null>
}

export function useResultKeys(onEmpty: () => void): ResultKeys {
  const box = useRef<HTMLInputElement>(null)
  const results = useRef<HTMLDivElement>(null)
  const empty = useRef(onEmpty)
  empty.current = onEmpty
  useHotkeys([['/', () => box.current?.focus()]])
  useEffect(() => {
    const input = box.current
    const list = results.current
    const links = () => [...(list?.querySelectorAll<HTMLAnchorElement>('a') ?? [])]
    const inBox = (event: KeyboardEvent) => {
      // While letters are being composed, the keys belong to the keyboard of the system.
      if (event.isComposing) return
      if (event.key === 'Escape') empty.current()
      if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
      const [first] = links()
      if (!first) return
      event.preventDefault()
      first.focus()
    }
    const inList = (event: KeyboardEvent) => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      if (step === 0) return
      const all = links()
      const at = all.indexOf(document.activeElement as HTMLAnchorElement)
      if (at < 0) return
      event.preventDefault()
      const next = at + step < 0 ? input : all[at + step]
      next?.focus()
    }
    input?.addEventListener('keydown', inBox)
    list?.addEventListener('keydown', inList)
    return () => {
      input?.removeEventListener('keydown', inBox)
      list?.removeEventListener('keydown', inList)
    }
  }, [])
  return { box, results }
}
