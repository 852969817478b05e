// What is typed of a petition, what of it is wrong, and what is sent of it.
import type { UseFormReturnType } from '@mantine/form'
import type { TFunction } from 'i18next'
import { WebPetition } from '../../../shared/wire/casework/cases.ts'

export const emptyPetition = { kind: '', name: '', address: '', phone: '', email: '', subject: '', content: '' }
export type PetitionDraft = typeof emptyPetition

export type PetitionDraftForm = UseFormReturnType<PetitionDraft>

export const petitionOf = ({ phone, email, ...rest }: PetitionDraft) => ({
  ...rest,
  phone: phone.trim() === '' ? null : phone,
  email: email.trim() === '' ? null : email.trim(),
})

export function petitionFaults(t: TFunction, values: PetitionDraft): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { path, code, ...issue } of WebPetition.safeParse(petitionOf(values)).error?.issues ?? []) {
    const field = path.join('.') as keyof PetitionDraft
    const isMissing = values[field].trim() === ''
    const tooLong = code === 'too_big' ? Number((issue as { maximum?: unknown }).maximum) : null
    errors[field] ??= isMissing
      ? t('petition.required')
      : tooLong === null
        ? t('petition.wrong')
        : t('petition.tooLong', { maximum: tooLong })
  }
  return errors
}
