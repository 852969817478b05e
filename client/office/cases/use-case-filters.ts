// What the list of cases is narrowed by: the words searched for, and what is chosen of each filter.
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'

const TYPING_PAUSE_MS = 300
/** A telephone number, the number of a paper, an e-mail address. */
const mayBePersonal = (typed: string) => typed.includes('@') || typed.replaceAll(/\D/g, '').length >= 8
const filterNames = ['status', 'kind', 'unit', 'officerId', 'from', 'to'] as const

export function useCaseFilters() {
  // In the address: whoever comes back from a case finds the list as they left it.
  const [filters, setFilters] = useSearchParams()
  const [search, setSearch] = useState(filters.get('search') ?? '')
  const [typed] = useDebouncedValue(search.trim(), TYPING_PAUSE_MS)
  const chosen = Object.fromEntries(
    filterNames.flatMap((name) => (filters.get(name)?.trim() ? [[name, filters.get(name) ?? '']] : [])),
  )
  const choose = (name: (typeof filterNames)[number], value: string | null) =>
    setFilters(
      (before) => {
        if (value) before.set(name, value)
        else before.delete(name)
        return before
      },
      { replace: true },
    )
  // What may be of a person is not left behind in the history of the browser.
  const kept = mayBePersonal(typed) ? '' : typed
  useEffect(() => {
    if ((filters.get('search') ?? '') === kept) return
    setFilters(
      (before) => {
        if (kept === '') before.delete('search')
        else before.set('search', kept)
        return before
      },
      { replace: true },
    )
  }, [kept, filters, setFilters])
  return { search, setSearch, typed, chosen, choose }
}
