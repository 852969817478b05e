// Documents chosen in the form: they are sent when the session is booked. Pure.
import type { ItemId } from '../../../../shared/kernel/ids.ts'
import { faultOf, plainSettings, type UploadSettings } from '../../../base/uploads/use-uploads.ts'
import type { ItemDraft } from './session-draft.ts'

export interface DocumentDraft {
  readonly key: string
  readonly file: File
  /** `itemId` is the key that the form has for the item. */
  readonly settings: Omit<UploadSettings, 'itemId'> & { readonly itemId: string | null }
  /** What can be said of it before anything is sent: such a file is not sent. */
  readonly fault: ReturnType<typeof faultOf>
}

export const draftsOf = (files: readonly File[], newKey: () => string): DocumentDraft[] =>
  files.map((file) => ({ key: newKey(), file, settings: plainSettings, fault: faultOf(file) }))

/** `itemIds` in the order of the agenda. A document of an item that was taken out again belongs to none. */
export function filesOf(documents: readonly DocumentDraft[], agenda: readonly ItemDraft[], itemIds: readonly ItemId[]) {
  return documents
    .filter(({ fault }) => fault === null)
    .map(({ file, settings }) => {
      const place = agenda.findIndex(({ key }) => key === settings.itemId)
      return { file, settings: { ...settings, itemId: itemIds[place] ?? null } }
    })
}
