// One open panel: beside the stage where there is room, over it on a phone.
import { CloseButton, Drawer, Title } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Panel } from '../../frame/panel.ts'
import { PanelContent } from './PanelContent.tsx'
import styles from './side-panel.module.css'

interface SidePanelProps {
  panel: Panel
  isWide: boolean
  onClose: () => void
}

export function SidePanel({ panel, isWide, onClose }: SidePanelProps) {
  const { t } = useTranslation()
  if (isWide) return <Aside key={panel.id} panel={panel} onClose={onClose} />
  return (
    <Drawer
      opened
      onClose={onClose}
      position="bottom"
      size="85dvh"
      title={<span className={styles.title}>{t(panel.titleKey)}</span>}
      classNames={{ content: styles.drawer ?? '', body: styles.drawerBody ?? '' }}
      closeButtonProps={{ 'aria-label': t('hearing.closePanel'), size: 'xl' }}
    >
      <PanelContent key={panel.id} panel={panel} />
    </Drawer>
  )
}

function Aside({ panel, onClose }: Omit<SidePanelProps, 'isWide'>) {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  // Whoever opened it by keyboard goes on from here.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <aside
      className={styles.panel}
      aria-labelledby="panel-title"
      onKeyDown={(event) => {
        // A menu or a dialog of the panel closes itself; it stands elsewhere in the document.
        const isInside = event.target instanceof Node && event.currentTarget.contains(event.target)
        if (event.key === 'Escape' && isInside && !event.defaultPrevented) onClose()
      }}
    >
      <div className={styles.head}>
        <Title order={2} fz="h4" id="panel-title" ref={heading} tabIndex={-1} className={styles.title}>
          {t(panel.titleKey)}
        </Title>
        <CloseButton size="lg" aria-label={t('hearing.closePanel')} onClick={onClose} />
      </div>
      <div className={styles.body}>
        <PanelContent key={panel.id} panel={panel} />
      </div>
    </aside>
  )
}
