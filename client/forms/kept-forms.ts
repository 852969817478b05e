// What was typed into forms and not sent: in this tab alone, per account and form, until it is sent, thrown away, or somebody signs
// out (ADR 0079). Nothing of it is in localStorage, where the next person at this computer would find it.
const prefix = 'diemcau.form.'

/** Of forms that nobody signs in for. */
export const anybody = 'anybody'

export interface KeptForms {
  read(key: string): unknown
  write(key: string, values: unknown): void
  forget(key: string): void
  forgetAll(): void
  readonly isEmpty: boolean
}

export const keyOf = (owner: string, form: string): string => `${prefix}${owner}.${form}`

type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Where storage is forbidden or full the form works as ever, and is not kept. */
export function keptFormsIn(storage: () => TextStorage): KeptForms {
  const attempt = <T>(work: (storage: TextStorage) => T, otherwise: T): T => {
    try {
      return work(storage())
    } catch {
      return otherwise
    }
  }
  const all = (from: TextStorage) => Object.keys(from).filter((key) => key.startsWith(prefix))
  return {
    read: (key) => attempt((from): unknown => JSON.parse(from.getItem(key) ?? 'null'), null),
    write: (key, values) => attempt((to) => to.setItem(key, JSON.stringify(values)), undefined),
    forget: (key) => attempt((from) => from.removeItem(key), undefined),
    forgetAll: () =>
      attempt((from) => {
        for (const key of all(from)) from.removeItem(key)
      }, undefined),
    get isEmpty() {
      return attempt((from) => all(from).length === 0, true)
    },
  }
}

export const keptForms = keptFormsIn(() => sessionStorage)
