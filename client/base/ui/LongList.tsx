// A list that may hold three people or three thousand. A short one is in the page whole, for the browser's search and screen
// readers; of a long one only what is in sight and a good piece around it.
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useCallback, useLayoutEffect, useRef, useState } from 'react'

/** So many items beyond each edge of the sight: a quick turn of the wheel still meets rows. */
const AROUND = 20
const LONGEST_WHOLE = 60
const USUAL_HEIGHT_PX = 64

interface LongListProps<T> {
  items: readonly T[]
  keyOf: (item: T) => string
  label: string
  className?: string | undefined
  children: (item: T, index: number) => ReactNode
}

export function LongList<T>({ items, keyOf, label, className, children }: LongListProps<T>) {
  const list = useRef<HTMLUListElement>(null)
  const [offset, setOffset] = useState(0)
  const virtualizer = useVirtualizer<HTMLElement, HTMLLIElement>({
    count: items.length,
    getScrollElement: useCallback(() => scrollerOf(list.current), []),
    getItemKey: (index) => {
      const item = items[index]
      return item === undefined ? index : keyOf(item)
    },
    estimateSize: () => USUAL_HEIGHT_PX,
    scrollMargin: offset,
    overscan: AROUND,
    rangeExtractor,
  })
  // What stands above the list in its panel comes and goes.
  useLayoutEffect(() => {
    const scroller = scrollerOf(list.current)
    if (!list.current || !scroller) return
    const { top } = list.current.getBoundingClientRect()
    setOffset(Math.round(top - scroller.getBoundingClientRect().top + scroller.scrollTop))
  })

  const rows = virtualizer.getVirtualItems()
  const above = (rows.at(0)?.start ?? offset) - offset
  const below = virtualizer.getTotalSize() - ((rows.at(-1)?.end ?? offset) - offset)
  return (
    <ul
      ref={list}
      aria-label={label}
      className={className}
      // The virtualizer keeps the place itself.
      style={{ paddingTop: above, paddingBottom: below, overflowAnchor: 'none' }}
    >
      {rows.map(({ key, index }) => {
        const item = items[index]
        return (
          item !== undefined && (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-setsize={items.length}
              aria-posinset={index + 1}
            >
              {children(item, index)}
            </li>
          )
        )
      })}
    </ul>
  )
}

function rangeExtractor(range: Range): number[] {
  return range.count <= LONGEST_WHOLE
    ? Array.from({ length: range.count }, (_, index) => index)
    : defaultRangeExtractor(range)
}

/** The panel beside the stage, the drawer of a phone, or the page. */
function scrollerOf(list: HTMLElement | null): HTMLElement | null {
  for (let element = list?.parentElement ?? null; element; element = element.parentElement)
    if (['auto', 'scroll'].includes(getComputedStyle(element).overflowY)) return element
  return document.documentElement
}
