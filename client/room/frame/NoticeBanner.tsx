// A line over the stage that everybody whom it concerns must read.
import type { ComponentType, ReactNode } from 'react'
import styles from './notice.module.css'

interface NoticeBannerProps {
  icon: ComponentType<{ className?: string | undefined; 'aria-hidden'?: boolean }>
  label: string
  words: string
  /** What one can do about it. */
  children?: ReactNode
}

export function NoticeBanner({ icon: Icon, label, words, children }: NoticeBannerProps) {
  return (
    <section className={styles.notice} role="status" aria-label={label}>
      <Icon aria-hidden className={styles.icon} />
      <div className={styles.words}>{words}</div>
      {children}
    </section>
  )
}
