// Words typed and not yet sent: they outlive a closed panel and a reloaded page, but not the tab.
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { useSession } from '../session/store.ts'

interface Drafts {
  readonly texts: Readonly<Record<string, string>>
  write(key: string, text: string): void
}

const useDrafts = create<Drafts>()(
  persist(
    (set) => ({
      texts: {},
      write: (key, text) => set(({ texts }) => ({ texts: { ...texts, [key]: text } })),
    }),
    { name: 'diemcau.drafts', storage: createJSONStorage(() => sessionStorage) },
  ),
)

/** Like useState for a text. `name` is of the panel: `minutes.text`. */
export function useDraft<Text extends string = string>(
  name: string,
  initial: NoInfer<Text>,
): [text: Text, write: (text: Text) => void] {
  const sessionId = useSession(({ state }) => state?.session.sessionId)
  const key = `${sessionId}.${name}`
  const text = useDrafts(({ texts }) => texts[key] as Text | undefined)
  const write = useDrafts((drafts) => drafts.write)
  return [text ?? initial, (next) => write(key, next)]
}
