// After the session: why it is over, and what staff and the citizen may take along.
import type { Farewell } from '../../../../shared/wire/engine/farewells.ts'
import { FarewellPage } from '../../../live/entrance/FarewellPage.tsx'
import { useRole } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { OwnPapers } from '../../features/receipt/OwnPapers.tsx'
import { Downloads } from './Downloads.tsx'

export function EndedPage({ farewell }: { farewell: Farewell }) {
  const role = useRole()
  const title = useSession(({ state }) => state?.session.title)
  const isStaff = role === 'chair' || role === 'secretary'
  // Nothing is given out of a journal that does not hold, nor to whoever may not read it now.
  const isShut = farewell.reason === 'journal-broken' || farewell.reason === 'account-suspended'
  return (
    <FarewellPage farewell={farewell} title={title}>
      {isStaff && !isShut && <Downloads />}
      {role === 'citizen' && !isShut && <OwnPapers />}
    </FarewellPage>
  )
}
