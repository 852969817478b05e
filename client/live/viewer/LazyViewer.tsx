// The viewer, fetched when the first document is opened: pdf.js is no part of the first load.
import { Button, Loader, Text } from '@mantine/core'
import { Component, lazy, type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentViewerProps } from './DocumentViewer.tsx'
import styles from './viewer.module.css'

const Viewer = lazy(() => import('./DocumentViewer.tsx').then(({ DocumentViewer }) => ({ default: DocumentViewer })))

export function LazyViewer(props: DocumentViewerProps) {
  return (
    <Guard>
      <Suspense fallback={<Loading title={props.document.title} />}>
        <Viewer {...props} />
      </Suspense>
    </Guard>
  )
}

function Loading({ title }: { title: string }) {
  const { t } = useTranslation()
  return (
    <Text className={styles.notice} role="status">
      <Loader size="sm" color="gray" aria-hidden /> {t('viewer.loading', { title })}
    </Text>
  )
}

/** The viewer could not be fetched, or fell: the hearing goes on around it. */
class Guard extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override componentDidCatch(error: unknown) {
    reportError(error)
  }

  override render() {
    return this.state.hasFailed ? <Failed /> : this.props.children
  }
}

function Failed() {
  const { t } = useTranslation()
  return (
    <div className={styles.notice} role="alert">
      <Text>{t('viewer.unavailable')}</Text>
      <Button onClick={() => window.location.reload()}>{t('viewer.reload')}</Button>
    </div>
  )
}
