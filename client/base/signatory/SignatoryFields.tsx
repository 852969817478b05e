// Who signs a paper for the agency: the form of signing, the offices it names, the person. In the room and at the office.
import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { letterheadOf } from '../../../shared/papers/letterheads.ts'
import { allSigningForms, type SigningForm, signingForms } from '../../../shared/papers/signing.ts'
import { usePageLetterhead } from '../agency/page-agency.ts'
import type { SignatoryDraft } from './signatory-draft.ts'

const LONGEST_NAME = 120
const LONGEST_OFFICE = 200

interface SignatoryFieldsProps {
  draft: SignatoryDraft
  onChange: (draft: SignatoryDraft) => void
}

export function SignatoryFields({ draft, onChange }: SignatoryFieldsProps) {
  const { t } = useTranslation()
  const { abbreviations, signingForms: offered } = letterheadOf(usePageLetterhead())
  const { signedFor, mayBeDeputy } = signingForms[draft.form]
  const isDeputy = mayBeDeputy && draft.isDeputy
  const field = (name: 'signedFor' | 'deputyOf' | 'office' | 'name') => ({
    required: true,
    autoComplete: 'off',
    maxLength: name === 'name' ? LONGEST_NAME : LONGEST_OFFICE,
    value: draft[name],
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      onChange({ ...draft, [name]: currentTarget.value }),
  })
  return (
    <>
      <NativeSelect
        label={t('signatory.form')}
        value={draft.form}
        data={allSigningForms
          // What signed last may be of another letterhead: it is seen, and changed.
          .filter((value) => offered.includes(value) || value === draft.form)
          .map((value) => ({
            value,
            label: t(`signatory.form.${value}`, { abbreviation: abbreviations[value] ?? '' }),
          }))}
        onChange={({ currentTarget }) => onChange({ ...draft, form: currentTarget.value as SigningForm })}
      />
      {signedFor !== null && (
        <TextInput
          label={t(`signatory.for.${signedFor}`)}
          placeholder={t(`signatory.for.${signedFor}.example`)}
          {...field('signedFor')}
        />
      )}
      {mayBeDeputy && (
        <Checkbox
          size="md"
          label={t('signatory.isDeputy', { abbreviation: abbreviations.inPlace ?? '' })}
          checked={draft.isDeputy}
          onChange={({ currentTarget }) => onChange({ ...draft, isDeputy: currentTarget.checked })}
        />
      )}
      {isDeputy && (
        <TextInput
          label={t('signatory.deputyOf')}
          placeholder={t('signatory.deputyOf.example')}
          {...field('deputyOf')}
        />
      )}
      <TextInput
        label={t('signatory.office')}
        description={draft.form === 'acting' ? t('signatory.office.acting') : undefined}
        placeholder={t(`signatory.office.${isDeputy ? 'inPlace' : draft.form}.example`)}
        {...field('office')}
      />
      <TextInput label={t('signatory.name')} description={t('signatory.name.hint')} {...field('name')} />
    </>
  )
}
