import { useTranslation } from 'react-i18next'
import type { DocumentId, SessionId } from '../../../shared/kernel/ids.ts'
import { documentApi } from '../../../shared/wire/papers/document-api.ts'
import { addressOf } from '../../base/api.ts'
import { SaveButton } from './SaveButton.tsx'

interface SaveDocumentProps {
  sessionId: SessionId | null
  document: { readonly documentId: DocumentId; readonly title: string; readonly file: { readonly format: string } }
  onSaved?: () => void
}

export function SaveDocument({ sessionId, document: { documentId, title, file }, onSaved }: SaveDocumentProps) {
  const { t } = useTranslation()
  return (
    <SaveButton
      path={addressOf(documentApi.file, { params: { sessionId: sessionId ?? '', documentId } })}
      fileName={`${title}.${file.format}`}
      words={t('panels.documents.save')}
      label={t('panels.documents.saveName', { title })}
      {...(onSaved && { onSaved })}
    />
  )
}
