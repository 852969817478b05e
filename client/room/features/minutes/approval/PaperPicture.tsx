// The first page of minutes or of a notice of conclusions as it would be printed now.

import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaperKind } from '../../../../../shared/modules/approval/contract.ts'
import { paperPictureApi } from '../../../../../shared/wire/hearing/paper-api.ts'
import { callForFile } from '../../../../base/api.ts'
import { DraftPicture } from '../../../../base/draft-picture/DraftPicture.tsx'
import { useLinkCall } from '../../../../live/session/use-link-call.ts'

interface PaperPictureProps {
  paper: PaperKind
  onDrawing: (isDrawing: boolean) => void
}

export function PaperPicture({ paper, onDrawing }: PaperPictureProps) {
  const { t } = useTranslation()
  const { sessionId, token } = useLinkCall()
  const draw = useCallback(
    (signal: AbortSignal) => callForFile(paperPictureApi[paper], { params: { sessionId } }, { token, signal }),
    [sessionId, token, paper],
  )
  return (
    <DraftPicture
      draw={draw}
      alt={t(`panels.minutes.approval.picture.${paper}`)}
      otherwise={t('panels.minutes.approval.picture.otherwise')}
      onDrawing={onDrawing}
    />
  )
}
