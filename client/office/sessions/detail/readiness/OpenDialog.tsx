// Opening from outside the room: the same questions as the chair is asked inside.

import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../../../shared/wire/hearing/sessions.ts'
import { lackingSites } from '../../../../live/opening/lacking-sites.ts'
import { OpeningDialog } from '../../../../live/opening/OpeningDialog.tsx'
import { problemText } from '../../../ui/problems.ts'
import { useOpenSession } from '../../queries.ts'
import { useReadiness } from './readiness-queries.ts'

export function OpenDialog({ session, onClose }: { session: SessionDetail; onClose: () => void }) {
  const { t } = useTranslation()
  const { data: readiness } = useReadiness(session.sessionId)
  const open = useOpenSession(session.sessionId)
  const { gates = [], missing = [], tests = [], connections = [] } = readiness ?? {}
  return (
    <OpeningDialog
      keptAs={`session-open.${session.sessionId}`}
      gates={gates.map((gate) => ({ ...gate, lacking: lackingSites(gate, { tests, connections }, session.sites) }))}
      missing={missing}
      isLaw={session.kind === 'reception'}
      needsEquipment={readiness?.lacksRecording ?? false}
      problem={open.isError ? problemText(t, open.error) : null}
      onClose={onClose}
      onOpen={(words) =>
        open.mutateAsync(words).then(
          () => true,
          // Shown in the dialog.
          () => false,
        )
      }
    />
  )
}
