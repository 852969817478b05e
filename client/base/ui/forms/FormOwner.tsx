// Says whose the forms inside are: around the pages of an account, and around a room.
import { type ReactNode, useEffect, useMemo } from 'react'
import { OwnerContext } from './form-owner.ts'
import { keptForms } from './kept-forms.ts'

interface FormOwnerProps {
  owner: string
  isSecret?: boolean
  children: ReactNode
}

export function FormOwner({ owner, isSecret = false, children }: FormOwnerProps) {
  const value = useMemo(() => ({ owner, isSecret }), [owner, isSecret])
  // What a reload would lose the browser asks about.
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (keptForms.hasSecrets) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])
  return <OwnerContext value={value}>{children}</OwnerContext>
}
