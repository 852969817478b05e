// Letters of citizens and sites start larger than those of staff; everybody can change theirs, and the browser remembers.
import { useCallback, useEffect } from 'react'
import { useRemembered } from '../../base/ui/use-remembered.ts'
import { useRole } from './selectors.ts'

export const textSizes = ['normal', 'large', 'larger'] as const
export type TextSize = (typeof textSizes)[number]

export function useTextSize(): [TextSize, (size: TextSize) => void] {
  const role = useRole()
  const [chosen, choose] = useRemembered<TextSize | null>('diemcau.textSize', null)
  const size = chosen ?? (role === 'chair' || role === 'secretary' ? 'normal' : 'large')
  useEffect(() => {
    document.documentElement.dataset.text = size
  }, [size])
  return [size, useCallback((next: TextSize) => choose(next), [choose])]
}
