// What was typed into forms and not sent: in this tab alone, per account and form, until it is sent, thrown away, or somebody signs
// out (ADR 0079). Nothing of it is in localStorage, where the next person at this computer would find it; what may be a state secret
// is in no storage at all, but in the memory of the page.
const prefix = 'diemcau.form.'
/** Of the minutes, which are written in a room: they go with the account, too. */
const others = ['diemcau.minutes.']

/** Of forms that nobody signs in for. */
export const anybody = 'anybody'

export interface KeptForms {
  read(key: string): unknown
  write(key: string, values: unknown, isSecret?: boolean): void
  forget(key: string): void
  forgetAll(): void
  readonly isEmpty: boolean
  /** Something is kept that a reload would lose. */
  readonly hasSecrets: boolean
}

export const keyOf = (owner: string, form: string): string => `${prefix}${owner}.${form}`

type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Where storage is forbidden or full the form works as ever, and is not kept. */
export function keptFormsIn(storage: () => TextStorage): KeptForms {
  const secrets = new Map<string, string>()
  const attempt = <T>(work: (storage: TextStorage) => T, otherwise: T): T => {
    try {
      return work(storage())
    } catch {
      return otherwise
    }
  }
  const leaveTab = (key: string) => attempt((from) => from.removeItem(key), undefined)
  return {
    read: (key) => attempt((from): unknown => JSON.parse(secrets.get(key) ?? from.getItem(key) ?? 'null'), null),
    write(key, values, isSecret = false) {
      const text = JSON.stringify(values)
      if (isSecret) {
        secrets.set(key, text)
        leaveTab(key)
      } else {
        secrets.delete(key)
        attempt((to) => to.setItem(key, text), undefined)
      }
    },
    forget(key) {
      secrets.delete(key)
      leaveTab(key)
    },
    forgetAll() {
      secrets.clear()
      attempt((from) => {
        const isTyped = (key: string) => [prefix, ...others].some((start) => key.startsWith(start))
        for (const key of Object.keys(from).filter(isTyped)) from.removeItem(key)
      }, undefined)
    },
    get isEmpty() {
      return secrets.size === 0 && attempt((from) => !Object.keys(from).some((key) => key.startsWith(prefix)), true)
    },
    get hasSecrets() {
      return secrets.size > 0
    },
  }
}

export const keptForms = keptFormsIn(() => sessionStorage)
