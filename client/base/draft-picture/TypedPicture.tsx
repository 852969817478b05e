// The first page of a paper that is being written, drawn anew when the typing pauses.

import { Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { supplementDraftApi } from '../../../shared/wire/custody/supplement-draft-api.ts'
import type { draftPictureApi } from '../../../shared/wire/reception/draft-picture-api.ts'
import { callForFile } from '../api.ts'
import { DraftPicture } from './DraftPicture.tsx'

const PAUSE_MS = 1000

interface TypedPaper {
  /** What is drawn, as one text, which is the same as long as nothing was typed; null: something is missing still. */
  readonly asked: string | null
  /** What is shown is what would be issued, or says that it cannot be drawn. */
  readonly isSeen: boolean
  /** null: nothing is shown of what was asked last. */
  readonly show: (drawn: string | null) => void
}

/** `wish`: the paper as it would be issued; null: something is missing still, or wrong. */
export function useTypedPaper(wish: object | null): TypedPaper {
  const written = wish && JSON.stringify(wish)
  const [asked] = useDebouncedValue(written, PAUSE_MS)
  // Which text the picture is of: it may be typed on before the next one is drawn.
  const [shown, show] = useState<string | null>(null)
  return {
    asked: written && asked,
    isSeen: written !== null && shown === written,
    show,
  }
}

interface TypedPictureProps {
  /** Draws it. */
  route: typeof draftPictureApi.refusalNotice | typeof supplementDraftApi.picture
  sessionId: string
  /** Of a link; null: staff who are signed in. */
  token?: string | null
  paper: TypedPaper
  alt: string
}

export function TypedPicture({ route, sessionId, token = null, paper: { asked, show }, alt }: TypedPictureProps) {
  const { t } = useTranslation()
  const draw = useCallback(
    (signal: AbortSignal) =>
      callForFile(
        route,
        { params: { sessionId }, body: JSON.parse(asked ?? '') },
        { signal, ...(token !== null && { token }) },
      ),
    [route, sessionId, token, asked],
  )
  const onDrawing = useCallback((isDrawing: boolean) => show(isDrawing ? null : asked), [show, asked])
  if (asked === null) return <Text c="dimmed">{t('draftPicture.incomplete')}</Text>
  return <DraftPicture draw={draw} alt={alt} onDrawing={onDrawing} />
}
