// One page as a picture, and its words for those who hear instead of see.
import { VisuallyHidden } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { drawnSize, type Fit, type Size, sharpness } from './fit.ts'
import type { PDFDocumentProxy } from './pdf.ts'
import type { Source } from './use-document.ts'
import styles from './viewer.module.css'
import { wordsOf } from './words.ts'

interface PageProps {
  source: Source
  number: number
  title: string
  area: Size
  fit: Fit
  /** The page as it is in the document, once it is known. */
  onSize: (size: Size) => void
}

export function Page({ source, ...props }: PageProps) {
  return source.kind === 'pdf' ? <PdfPage pdf={source.pdf} {...props} /> : <Picture url={source.url} {...props} />
}

type Drawn = Omit<PageProps, 'source'>

function PdfPage({ pdf, number, title, area, fit, onSize }: Drawn & { pdf: PDFDocumentProxy }) {
  const { t } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  const [words, setWords] = useState('')
  const [isDrawn, setDrawn] = useState(false)
  useEffect(() => {
    let isWanted = true
    let cancel: () => void = () => undefined
    setDrawn(false)
    const draw = async () => {
      const page = await pdf.getPage(number)
      if (!isWanted) return
      const natural = page.getViewport({ scale: 1 })
      onSize({ width: natural.width, height: natural.height })
      const size = drawnSize(natural, area, fit)
      const scale = (size.width / natural.width) * sharpness(size, window.devicePixelRatio)
      const viewport = page.getViewport({ scale })
      const canvas = document.createElement('canvas')
      canvas.width = Math.ceil(viewport.width)
      canvas.height = Math.ceil(viewport.height)
      canvas.style.width = `${size.width}px`
      canvas.style.height = `${size.height}px`
      const task = page.render({ canvas, viewport })
      cancel = () => task.cancel()
      await task.promise
      // The page before stays in sight until this one is whole.
      frame.current?.replaceChildren(canvas)
      setDrawn(true)
      const { items } = await page.getTextContent({ includeMarkedContent: true })
      if (isWanted) setWords(wordsOf(items))
    }
    // Of a page that is no longer wanted nothing is said.
    draw().catch((error: unknown) => isWanted && reportError(error))
    return () => {
      isWanted = false
      cancel()
    }
  }, [pdf, number, area, fit, onSize])
  return (
    <>
      <div
        ref={frame}
        role="img"
        aria-label={t('viewer.pageOf', { page: number, title })}
        data-page={isDrawn ? number : undefined}
      />
      <VisuallyHidden>{words}</VisuallyHidden>
    </>
  )
}

function Picture({ url, number, title, area, fit, onSize }: Drawn & { url: string }) {
  const { t } = useTranslation()
  const [natural, setNatural] = useState<Size | null>(null)
  return (
    <img
      className={styles.picture}
      src={url}
      alt={t('viewer.pageOf', { page: number, title })}
      data-page={natural ? number : undefined}
      {...(natural && drawnSize(natural, area, fit))}
      onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => {
        setNatural({ width, height })
        onSize({ width, height })
      }}
    />
  )
}
