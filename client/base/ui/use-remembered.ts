// A setting of this person on this browser, shared by all who use it on the page.
import { useLocalStorage } from '@mantine/hooks'

export function useRemembered<T>(key: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useLocalStorage<T>({ key, defaultValue: initial, getInitialValueInEffect: false })
  return [value, setValue]
}
