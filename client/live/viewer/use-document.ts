// A document as something to draw pages from.
import { useEffect, useState } from 'react'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import type { SessionDocument } from '../../../shared/modules/documents/contract.ts'
import { useLiveSession } from '../session/live-session-context.ts'
import { documentBytes } from './document-bytes.ts'
import { openPdf, type PDFDocumentProxy } from './pdf.ts'

export type Source =
  | { readonly kind: 'pdf'; readonly pdf: PDFDocumentProxy }
  | { readonly kind: 'picture'; readonly url: string }

interface Loaded {
  readonly source: Source | null
  readonly hasFailed: boolean
  readonly retry: () => void
}

/** As much of a document as is needed to show it. */
export type ReadableDocument = Pick<SessionDocument, 'documentId' | 'title' | 'isMarked'> & {
  /** Without it: a document of the session; else a paper that a citizen sent to it. */
  readonly isSubmission?: boolean
  readonly shown: Pick<NonNullable<SessionDocument['shown']>, 'format' | 'pages'> | null
}

export function useDocument(document: ReadableDocument, sessionId: SessionId | null): Loaded {
  const { documentId, shown, isMarked, isSubmission = false } = document
  const { token } = useLiveSession()
  const [attempt, setAttempt] = useState(0)
  const [{ source, hasFailed }, setLoaded] = useState<Omit<Loaded, 'retry'>>({ source: null, hasFailed: false })
  // A marked document comes as PDF, whatever it was.
  const format = shown && isMarked ? 'pdf' : shown?.format
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt fetches again
  useEffect(() => {
    if (!sessionId || !format) return
    let isWanted = true
    let close: () => void = () => undefined
    setLoaded({ source: null, hasFailed: false })
    const load = async () => {
      const opened = await open(
        await documentBytes({ sessionId, documentId, isMarked, isSubmission, token }),
        format === 'pdf',
      )
      if (!isWanted) return opened.close()
      close = opened.close
      setLoaded({ source: opened.source, hasFailed: false })
    }
    load().catch(() => isWanted && setLoaded({ source: null, hasFailed: true }))
    return () => {
      isWanted = false
      close()
    }
  }, [sessionId, documentId, isMarked, isSubmission, format, token, attempt])
  return { source, hasFailed, retry: () => setAttempt((count) => count + 1) }
}

async function open(bytes: Blob, isPdf: boolean): Promise<{ source: Source; close: () => void }> {
  if (!isPdf) {
    const url = URL.createObjectURL(bytes)
    return { source: { kind: 'picture', url }, close: () => URL.revokeObjectURL(url) }
  }
  const pdf = await openPdf(new Uint8Array(await bytes.arrayBuffer()))
  return { source: { kind: 'pdf', pdf }, close: () => void pdf.loadingTask.destroy() }
}
