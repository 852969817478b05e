import { createContext, use } from 'react'
import { anybody } from './kept-forms.ts'

/** Whose forms these are. A page outside of a `FormOwner` has the forms of anybody. */
export interface Owner {
  readonly owner: string
  /** Whatever is typed here may be a state secret. */
  readonly isSecret: boolean
}

export const OwnerContext = createContext<Owner>({ owner: anybody, isSecret: false })

export const useFormOwner = () => use(OwnerContext)
