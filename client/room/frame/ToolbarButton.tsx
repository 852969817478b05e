// One button of the toolbar: an icon, its word below, at least 56 px high.
import { Loader, Tooltip } from '@mantine/core'
import type { ComponentPropsWithRef, ComponentType, ReactNode } from 'react'
import styles from './toolbar.module.css'

/** What a menu hangs onto its button, besides: a ref, who it opens, whether it is open. */
interface ToolbarButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'onClick'> {
  icon: ComponentType<{ size?: number | string; 'aria-hidden'?: boolean }>
  label: string
  onClick: () => void
  tone?: 'on' | 'off' | 'waiting' | 'raised' | 'leave'
  /** Given for what is switched; not for what is done. */
  isPressed?: boolean
  isPending?: boolean
  badge?: ReactNode
  shortcut?: string
  tooltip?: string
  describedBy?: string
}

/** A finger that taps is no pointer that rests: on a phone the tooltip would cover what was tapped. */
const canHover = window.matchMedia('(hover: hover)').matches

export function ToolbarButton(props: ToolbarButtonProps) {
  const {
    icon: Icon,
    label,
    onClick,
    tone,
    isPressed,
    isPending = false,
    badge,
    shortcut,
    tooltip,
    describedBy,
    ...rest
  } = props
  return (
    <Tooltip
      label={tooltip ?? (shortcut ? `${label} (${shortcut})` : label)}
      multiline
      maw={320}
      openDelay={400}
      disabled={!canHover}
    >
      <button
        {...rest}
        type="button"
        className={styles.tool}
        data-tone={tone}
        aria-pressed={isPressed}
        aria-describedby={describedBy}
        aria-keyshortcuts={shortcut}
        disabled={isPending}
        onClick={onClick}
      >
        {isPending ? <Loader size={24} aria-hidden /> : <Icon size={24} aria-hidden />}
        <span className={styles.toolLabel}>{label}</span>
        {badge}
      </button>
    </Tooltip>
  )
}
