// The first page of a paper as it would be issued now: a wrong letterhead or a slip is seen before a number is taken (ADR 0088).
import { Alert, Anchor, Button, Group, Loader } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../api.ts'
import { rejectionText } from '../i18n/index.ts'
import { useObjectUrl } from '../ui/use-object-url.ts'
import classes from './draft-picture.module.css'

interface DraftPictureProps {
  /** Asked again whenever it is another function. */
  draw: (signal: AbortSignal) => Promise<Blob>
  alt: string
  /** What to do when it cannot be drawn, where there is something. */
  otherwise?: string
  /** false: it is there, or cannot be drawn and says so. Nothing is issued before, unseen. */
  onDrawing: (isDrawing: boolean) => void
}

interface Drawn {
  /** null: on its way. The one before stays until the next is there. */
  readonly png: Blob | null
  readonly failed: string | null
}

export function DraftPicture({ draw, alt, otherwise = '', onDrawing }: DraftPictureProps) {
  const { t } = useTranslation()
  const [{ png, failed }, setDrawn] = useState<Drawn>({ png: null, failed: null })
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt draws it again
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    const settle = (drawn: Drawn) => {
      if (signal.aborted) return
      setDrawn(drawn)
      onDrawing(false)
    }
    onDrawing(true)
    draw(signal).then(
      (png) => settle({ png, failed: null }),
      (error) => settle({ png: null, failed: codeOf(error) }),
    )
    return () => controller.abort()
  }, [draw, attempt, onDrawing])
  if (failed !== null)
    return (
      <Alert color="yellow" role="status" title={t('draftPicture.failed')}>
        {rejectionText(t, { code: failed, params: {} })} {otherwise}
        <Group mt="xs">
          <Button variant="default" onClick={() => setAttempt(attempt + 1)}>
            {t('draftPicture.again')}
          </Button>
        </Group>
      </Alert>
    )
  if (png === null) return <Loader aria-label={t('draftPicture.coming')} />
  return <Picture png={png} alt={alt} />
}

const codeOf = (error: unknown) => (error instanceof ApiError && error.status !== 0 ? error.code : 'unavailable')

function Picture({ png, alt }: { png: Blob; alt: string }) {
  const { t } = useTranslation()
  const url = useObjectUrl(png)
  if (!url) return null
  return (
    <>
      <img src={url} alt={alt} className={classes.page} />
      <Anchor href={url} target="_blank" rel="noreferrer">
        {t('draftPicture.large')}
      </Anchor>
    </>
  )
}
