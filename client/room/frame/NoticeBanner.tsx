// A line over the stage that everybody whom it concerns must read.
import type { ComponentType, ReactNode } from 'react'
import styles from '../shell/room.module.css'

interface NoticeBannerProps {
  icon: ComponentType<{ className?: string | undefined; 'aria-hidden'?: boolean }>
  label: string
  words: string
  /** What one can do about it. */
  children?: ReactNode
}

export function NoticeBanner({ icon: Icon, label, words, children }: NoticeBannerProps) {
  return (
    <section className={styles.floor} role="status" aria-label={label}>
      <Icon aria-hidden className={styles.floorIcon} />
      <div className={styles.floorWords}>{words}</div>
      {children}
    </section>
  )
}
