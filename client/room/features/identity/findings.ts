// What an officer has typed of the papers before them.
import type { PersonKind, ShownPaper } from '../../../../shared/law/identity-papers.ts'
import { IdentityPaper } from '../../../../shared/wire/identity/citizens.ts'

export interface Findings {
  name: string
  personKind: PersonKind
  shown: readonly ShownPaper[]
  kind: IdentityPaper['kind']
  number: string
  issuedOn: string
  issuedBy: string
}

export const paperOf = ({
  kind,
  number,
  issuedOn,
  issuedBy,
}: Pick<Findings, 'kind' | 'number' | 'issuedOn' | 'issuedBy'>) =>
  IdentityPaper.safeParse({
    kind,
    number,
    issuedOn: issuedOn || null,
    issuedBy: issuedBy.trim() || null,
  })
