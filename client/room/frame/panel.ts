// What the hearing page needs to know of a panel. room/features/index.ts lists them; nothing else names one.
import type { ParseKeys } from 'i18next'
import type { ComponentType } from 'react'
import type { Role } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import type { SessionKind } from '../../../shared/modules/session/contract.ts'

/** `panels.chat.title`: titles of panels, and not of what is in them. */
type TitleKey = Exclude<Extract<ParseKeys, `panels.${string}.title`>, `panels.${string}.${string}.title`>

/** What nobody should miss: told to everybody in the room, with a button that opens the panel. */
export interface PanelOffer {
  readonly words: string
  readonly action: string
  /** This person is asked to act, not only to look. */
  readonly isUrgent: boolean
}

export interface Panel {
  readonly id: string
  readonly titleKey: TitleKey
  readonly icon: ComponentType<{ size?: number | string; 'aria-hidden'?: boolean }>
  readonly roles: readonly Role[] | 'all'
  /** Of sessions of this kind alone. */
  readonly kind?: SessionKind
  /** Left out of this session where it says no; staff, who set things up, always have it. */
  readonly isFor?: (state: SessionState) => boolean
  /** Means something in such sessions alone, for staff too. */
  readonly isOnlyFor?: (state: SessionState) => boolean
  /** Fetches what is in it. */
  readonly load: () => Promise<ComponentType>
  /** Needed so seldom that its button stands under “Thêm”. */
  readonly isInMenu?: boolean
  /** A hook: how many things wait there for this person; 0 shows nothing. */
  readonly badge?: () => number
  /** A hook; null: nothing to offer now. */
  readonly offer?: () => PanelOffer | null
}
