import { Alert, Button, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AgencySettings } from '../../../shared/agency/contract.ts'
import type { AgencyReply } from '../../../shared/wire/papers/agency.ts'
import { DraftNotice } from '../../base/ui/forms/DraftNotice.tsx'
import { LeavingQuestion } from '../../base/ui/forms/LeavingQuestion.tsx'
import { useKeptForm } from '../../base/ui/forms/use-kept-form.ts'
import { formErrors } from '../ui/form-errors.ts'
import { Problem } from '../ui/Problem.tsx'
import { LetterheadChoice } from './LetterheadChoice.tsx'
import { useSetAgency } from './queries.ts'
import { SamplePaper } from './SamplePaper.tsx'

type Draft = Record<Exclude<keyof AgencySettings, 'letterhead'>, string> & Pick<AgencySettings, 'letterhead'>

const examples = {
  state: { abbreviation: 'UBND', number: '05/BB-UBND' },
  party: { abbreviation: 'TU', number: '05-BB/TU' },
} as const

const settingsOf = ({ parentOrganisation, ...draft }: Draft) => ({
  ...draft,
  parentOrganisation: parentOrganisation.trim() === '' ? null : parentOrganisation,
})

export function AgencyForm({ found: { agency } }: { found: AgencyReply }) {
  const { t } = useTranslation()
  const set = useSetAgency()
  const [form, kept] = useKeptForm<Draft>('agency', {
    blank: {
      organisation: agency.organisation ?? '',
      parentOrganisation: agency.parentOrganisation ?? '',
      abbreviation: agency.abbreviation ?? '',
      placeName: agency.placeName ?? '',
      letterhead: agency.letterhead,
    },
    validate: (draft) => formErrors(t, AgencySettings, settingsOf(draft)),
  })
  const settings = AgencySettings.safeParse(settingsOf(form.values)).data ?? null
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      <form
        noValidate
        onSubmit={form.onSubmit((draft) => kept.savedBy(set.mutateAsync(AgencySettings.parse(settingsOf(draft)))))}
      >
        <Stack>
          <DraftNotice kept={kept} />
          <LeavingQuestion kept={kept} />
          <TextInput
            label={t('agency.organisation')}
            description={t('agency.organisation.hint')}
            placeholder={t('agency.organisation.example')}
            required
            {...form.getInputProps('organisation')}
          />
          <TextInput
            label={t('agency.parentOrganisation')}
            description={t('agency.parentOrganisation.hint')}
            {...form.getInputProps('parentOrganisation')}
          />
          <LetterheadChoice
            value={form.values.letterhead}
            onChange={(letterhead) => form.setFieldValue('letterhead', letterhead)}
          />
          <TextInput
            label={t('agency.abbreviation')}
            description={t('agency.abbreviation.hint', examples[form.values.letterhead])}
            placeholder={examples[form.values.letterhead].abbreviation}
            spellCheck={false}
            autoCapitalize="characters"
            required
            {...form.getInputProps('abbreviation')}
            onChange={({ currentTarget }) =>
              form.setFieldValue('abbreviation', currentTarget.value.toLocaleUpperCase('vi'))
            }
          />
          <TextInput
            label={t('agency.placeName')}
            description={t('agency.placeName.hint')}
            required
            {...form.getInputProps('placeName')}
          />
          {set.isError && <Problem error={set.error} />}
          {set.isSuccess && !kept.isChanged() && (
            <Alert color="green" role="status">
              {t('agency.kept')}
            </Alert>
          )}
          <Button type="submit" loading={set.isPending} style={{ alignSelf: 'flex-start' }}>
            {t('agency.keep')}
          </Button>
        </Stack>
      </form>
      <SamplePaper settings={settings} letterhead={form.values.letterhead} />
    </SimpleGrid>
  )
}
