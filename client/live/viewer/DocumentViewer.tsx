// A document, page by page: turning, zooming, the presenter's pointer. It decides nothing about who presents.
import { ActionIcon, Button, Group, Loader, Text, Tooltip } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import {
  IconArrowAutofitWidth,
  IconChevronLeft,
  IconChevronRight,
  IconMinus,
  IconPlus,
  IconSquare,
} from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import { type Fit, type Size, zoomed } from './fit.ts'
import { Page } from './Page.tsx'
import { PageNumber } from './PageNumber.tsx'
import { PointerArea, type Spot } from './PointerArea.tsx'
import { type ReadableDocument, useDocument } from './use-document.ts'
import styles from './viewer.module.css'

export interface DocumentViewerProps {
  document: ReadableDocument
  sessionId: SessionId | null
  page: number
  onPage: (page: number) => void
  spot?: Spot | null
  onPoint?: ((spot: Spot | null) => void) | undefined
  /** For a screen that nobody stands before: the page alone. */
  isBare?: boolean
  /** What stands in the bar besides: who presents, what one may do. */
  children?: ReactNode
}

const margin = 16

export function DocumentViewer(props: DocumentViewerProps) {
  const { document, sessionId, page, onPage, spot = null, onPoint, isBare = false, children } = props
  const { t } = useTranslation()
  const { source, hasFailed, retry } = useDocument(document, sessionId)
  const { ref, width, height } = useElementSize<HTMLDivElement>()
  const area = useMemo(() => ({ width: width - margin, height: height - margin }), [width, height])
  const [natural, setNatural] = useState<Size | null>(null)
  const [fit, setFit] = useState<Fit>('page')
  const pages = document.shown?.pages ?? 0
  const turn = (by: number) => {
    const wanted = Math.min(pages, Math.max(1, page + by))
    if (wanted !== page) onPage(wanted)
  }
  const zoom = (direction: 1 | -1) => natural && setFit(zoomed(natural, area, fit, direction))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of what stands in it
    <div className={styles.viewer} onKeyDown={(event) => onKey(event, { turn, zoom, onPage, pages })}>
      {!isBare && (
        <Bar page={page} pages={pages} fit={fit} turn={turn} zoom={zoom} onPage={onPage} onFit={setFit}>
          {children}
        </Bar>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section ref={ref} className={styles.area} tabIndex={0} aria-label={document.title}>
        {source && width > 0 && height > 0 && (
          <PointerArea spot={spot} onPoint={onPoint}>
            <Page source={source} number={page} title={document.title} area={area} fit={fit} onSize={setNatural} />
          </PointerArea>
        )}
        {!source && !hasFailed && (
          <Text className={styles.notice} role="status">
            <Loader size="sm" color="gray" aria-hidden /> {t('viewer.loading', { title: document.title })}
          </Text>
        )}
        {hasFailed && (
          <div className={styles.notice} role="alert">
            <Text>{t('viewer.failed', { title: document.title })}</Text>
            <Button onClick={retry}>{t('viewer.retry')}</Button>
          </div>
        )}
      </section>
    </div>
  )
}

interface BarProps extends Keys {
  page: number
  fit: Fit
  onFit: (fit: Fit) => void
  children: ReactNode
}

function Bar({ page, pages, fit, turn, zoom, onPage, onFit, children }: BarProps) {
  const { t } = useTranslation()
  return (
    <Group className={styles.bar} gap={6} role="group" aria-label={t('viewer.controls')}>
      <Tool label={t('viewer.previous')} icon={IconChevronLeft} isDisabled={page <= 1} onClick={() => turn(-1)} />
      <PageNumber page={page} pages={pages} onPage={onPage} />
      <Tool label={t('viewer.next')} icon={IconChevronRight} isDisabled={page >= pages} onClick={() => turn(1)} />
      <span className={styles.zoom}>
        <Tool label={t('viewer.smaller')} icon={IconMinus} onClick={() => zoom(-1)} />
        <Tool label={t('viewer.larger')} icon={IconPlus} onClick={() => zoom(1)} />
      </span>
      <span className={styles.fits}>
        <Tool label={t('viewer.fitPage')} icon={IconSquare} isOn={fit === 'page'} onClick={() => onFit('page')} />
        <Tool label={t('viewer.fitWidth')} icon={IconArrowAutofitWidth} isOn={fit === 1} onClick={() => onFit(1)} />
      </span>
      {children}
    </Group>
  )
}

interface ToolProps {
  label: string
  icon: typeof IconPlus
  isDisabled?: boolean
  isOn?: boolean
  onClick: () => void
}

function Tool({ label, icon: Icon, isDisabled = false, isOn, onClick }: ToolProps) {
  return (
    <Tooltip label={label} openDelay={400}>
      <ActionIcon
        className={styles.tool}
        variant={isOn ? 'filled' : 'subtle'}
        size={44}
        aria-label={label}
        aria-pressed={isOn}
        disabled={isDisabled}
        onClick={onClick}
      >
        <Icon size={24} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}

interface Keys {
  turn: (by: number) => void
  zoom: (direction: 1 | -1) => void
  onPage: (page: number) => void
  pages: number
}

const turns: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, PageUp: -1, PageDown: 1 }

function onKey(event: KeyboardEvent<HTMLElement>, { turn, zoom, onPage, pages }: Keys) {
  const { key } = event
  if (event.ctrlKey || event.altKey || event.metaKey || event.target instanceof HTMLInputElement) return
  const by = turns[key]
  if (by !== undefined) turn(by)
  else if (key === 'Home') onPage(1)
  else if (key === 'End') onPage(pages)
  else if (key === '+' || key === '-') zoom(key === '+' ? 1 : -1)
  else return
  event.preventDefault()
}
