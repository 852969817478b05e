// The only list of panels; its order is the order of their buttons. A new feature adds its line here.
import {
  IconActivityHeartbeat,
  IconChecklist,
  IconClipboardCheck,
  IconFileText,
  IconGavel,
  IconLanguage,
  IconListDetails,
  IconListNumbers,
  IconMessageCircle,
  IconMessages,
  IconNotes,
  IconScreenShare,
  IconUsers,
} from '@tabler/icons-react'
import { useBallotBadge, useBallotOffer } from './ballot/use-ballot.ts'
import { useChatBadge } from './chat/use-messages.ts'
import { useDocumentsBadge } from './documents/use-documents.ts'
import { useFloorBadge } from './floor/use-floor-badge.ts'
import { useHealthBadge } from './health/use-board.ts'
import { useInterpretationOffer } from './interpretation/use-interpretation-offer.ts'
import type { Panel } from './panel.ts'
import { useWaitingBadge } from './people/use-waiting-badge.ts'
import { useSharingBadge } from './sharing/use-sharing-badge.ts'

export const panels: readonly Panel[] = [
  {
    id: 'session',
    titleKey: 'panels.session.title',
    icon: IconGavel,
    roles: ['chair', 'secretary'],
    load: async () => (await import('./session/SessionPanel.tsx')).SessionPanel,
  },
  {
    id: 'people',
    titleKey: 'panels.people.title',
    icon: IconUsers,
    roles: 'all',
    load: async () => (await import('./people/PeoplePanel.tsx')).PeoplePanel,
    badge: useWaitingBadge,
  },
  {
    id: 'floor',
    titleKey: 'panels.floor.title',
    icon: IconListNumbers,
    roles: 'all',
    load: async () => (await import('./floor/FloorPanel.tsx')).FloorPanel,
    badge: useFloorBadge,
  },
  {
    id: 'agenda',
    titleKey: 'panels.agenda.title',
    icon: IconListDetails,
    roles: 'all',
    load: async () => (await import('./agenda/AgendaPanel.tsx')).AgendaPanel,
  },
  {
    id: 'rollcall',
    titleKey: 'panels.rollcall.title',
    icon: IconClipboardCheck,
    roles: ['chair', 'secretary', 'siteOperator'],
    load: async () => (await import('./rollcall/RollcallPanel.tsx')).RollcallPanel,
  },
  {
    id: 'documents',
    titleKey: 'panels.documents.title',
    icon: IconFileText,
    roles: 'all',
    load: async () => (await import('./documents/DocumentsPanel.tsx')).DocumentsPanel,
    badge: useDocumentsBadge,
  },
  {
    id: 'ballot',
    titleKey: 'panels.ballot.title',
    icon: IconChecklist,
    roles: 'all',
    load: async () => (await import('./ballot/BallotPanel.tsx')).BallotPanel,
    badge: useBallotBadge,
    offer: useBallotOffer,
  },
  {
    id: 'minutes',
    titleKey: 'panels.minutes.title',
    icon: IconNotes,
    roles: 'all',
    load: async () => (await import('./minutes/MinutesPanel.tsx')).MinutesPanel,
  },
  {
    id: 'sharing',
    titleKey: 'panels.sharing.title',
    icon: IconScreenShare,
    roles: ['chair', 'secretary', 'siteOperator', 'citizen'],
    load: async () => (await import('./sharing/SharingPanel.tsx')).SharingPanel,
    badge: useSharingBadge,
  },
  {
    id: 'consultation',
    titleKey: 'panels.consultation.title',
    icon: IconMessages,
    roles: ['chair', 'secretary'],
    load: async () => (await import('./consultation/ConsultationPanel.tsx')).ConsultationPanel,
    isInMenu: true,
  },
  {
    id: 'interpretation',
    titleKey: 'panels.interpretation.title',
    icon: IconLanguage,
    roles: 'all',
    isFor: ({ interpretation }) => interpretation.channels.length > 0,
    load: async () => (await import('./interpretation/InterpretationPanel.tsx')).InterpretationPanel,
    isInMenu: true,
    offer: useInterpretationOffer,
  },
  {
    id: 'chat',
    titleKey: 'panels.chat.title',
    icon: IconMessageCircle,
    roles: 'all',
    load: async () => (await import('./chat/ChatPanel.tsx')).ChatPanel,
    badge: useChatBadge,
  },
  {
    id: 'health',
    titleKey: 'panels.health.title',
    icon: IconActivityHeartbeat,
    roles: ['chair', 'secretary'],
    load: async () => (await import('./health/HealthPanel.tsx')).HealthPanel,
    badge: useHealthBadge,
  },
]
