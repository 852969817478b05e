// The only list of panels; its order is the order of their buttons. A new feature adds its line here.
import {
  IconActivityHeartbeat,
  IconChecklist,
  IconClipboardCheck,
  IconFileText,
  IconGavel,
  IconListDetails,
  IconListNumbers,
  IconMessageCircle,
  IconMessages,
  IconNotes,
  IconScreenShare,
  IconUsers,
} from '@tabler/icons-react'
import { AgendaPanel } from './agenda/AgendaPanel.tsx'
import { BallotPanel } from './ballot/BallotPanel.tsx'
import { useBallotBadge, useBallotOffer } from './ballot/use-ballot.ts'
import { ChatPanel } from './chat/ChatPanel.tsx'
import { useChatBadge } from './chat/use-messages.ts'
import { ConsultationPanel } from './consultation/ConsultationPanel.tsx'
import { DocumentsPanel } from './documents/DocumentsPanel.tsx'
import { useDocumentsBadge } from './documents/use-documents.ts'
import { FloorPanel } from './floor/FloorPanel.tsx'
import { useFloorBadge } from './floor/use-floor-badge.ts'
import { HealthPanel } from './health/HealthPanel.tsx'
import { useHealthBadge } from './health/use-board.ts'
import { MinutesPanel } from './minutes/MinutesPanel.tsx'
import type { Panel } from './panel.ts'
import { PeoplePanel } from './people/PeoplePanel.tsx'
import { useWaitingBadge } from './people/use-waiting-badge.ts'
import { RollcallPanel } from './rollcall/RollcallPanel.tsx'
import { SessionPanel } from './session/SessionPanel.tsx'
import { SharingPanel } from './sharing/SharingPanel.tsx'
import { useSharingBadge } from './sharing/use-sharing-badge.ts'

export const panels: readonly Panel[] = [
  {
    id: 'session',
    titleKey: 'panels.session.title',
    icon: IconGavel,
    roles: ['chair', 'secretary'],
    Component: SessionPanel,
  },
  {
    id: 'people',
    titleKey: 'panels.people.title',
    icon: IconUsers,
    roles: 'all',
    Component: PeoplePanel,
    badge: useWaitingBadge,
  },
  {
    id: 'floor',
    titleKey: 'panels.floor.title',
    icon: IconListNumbers,
    roles: 'all',
    Component: FloorPanel,
    badge: useFloorBadge,
  },
  { id: 'agenda', titleKey: 'panels.agenda.title', icon: IconListDetails, roles: 'all', Component: AgendaPanel },
  {
    id: 'rollcall',
    titleKey: 'panels.rollcall.title',
    icon: IconClipboardCheck,
    roles: ['chair', 'secretary', 'siteOperator'],
    Component: RollcallPanel,
  },
  {
    id: 'documents',
    titleKey: 'panels.documents.title',
    icon: IconFileText,
    roles: 'all',
    Component: DocumentsPanel,
    badge: useDocumentsBadge,
  },
  {
    id: 'ballot',
    titleKey: 'panels.ballot.title',
    icon: IconChecklist,
    roles: 'all',
    Component: BallotPanel,
    badge: useBallotBadge,
    offer: useBallotOffer,
  },
  { id: 'minutes', titleKey: 'panels.minutes.title', icon: IconNotes, roles: 'all', Component: MinutesPanel },
  {
    id: 'sharing',
    titleKey: 'panels.sharing.title',
    icon: IconScreenShare,
    roles: ['chair', 'secretary', 'siteOperator', 'citizen'],
    Component: SharingPanel,
    badge: useSharingBadge,
  },
  {
    id: 'consultation',
    titleKey: 'panels.consultation.title',
    icon: IconMessages,
    roles: ['chair', 'secretary'],
    Component: ConsultationPanel,
    isInMenu: true,
  },
  {
    id: 'chat',
    titleKey: 'panels.chat.title',
    icon: IconMessageCircle,
    roles: 'all',
    Component: ChatPanel,
    badge: useChatBadge,
  },
  {
    id: 'health',
    titleKey: 'panels.health.title',
    icon: IconActivityHeartbeat,
    roles: ['chair', 'secretary'],
    Component: HealthPanel,
    badge: useHealthBadge,
  },
]
