import { Button, Radio, Stack, TextInput, Title } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { DraftNotice } from '../../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../../base/ui/forms/use-kept-form.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'

const LONGEST_UNIT = 300

interface Draft {
  whose: 'own' | 'other' | null
  unit: string
}

export function Competence() {
  const { t } = useTranslation()
  const settled = useSession(({ state }) => state?.visit.competence ?? null)
  const settle = useCommand('visit.settleCompetence')
  const [form, kept] = useKeptForm<Draft>('competence', {
    blank: { whose: settled && (settled.isOwn ? 'own' : 'other'), unit: settled?.competentUnit ?? '' },
    validate: { whose: isNotEmpty() },
  })

  const submit = form.onSubmit(({ whose, unit }) => {
    const isOwn = whose === 'own'
    void settle({ isOwn, competentUnit: isOwn ? null : unit.trim() || null }).then(({ ok }) => ok && kept.saved())
  })

  return (
    <form onSubmit={submit}>
      <Stack component="section" gap="xs">
        <Title order={3} size="h5">
          {t('panels.visit.competence')}
        </Title>
        <DraftNotice kept={kept} />
        <Radio.Group aria-label={t('panels.visit.competence')} {...form.getInputProps('whose')}>
          <Stack gap="xs">
            <Radio size="md" value="own" label={t('panels.visit.competence.own')} />
            <Radio size="md" value="other" label={t('panels.visit.competence.other')} />
          </Stack>
        </Radio.Group>
        {form.values.whose === 'other' && (
          <TextInput label={t('panels.visit.competentUnit')} maxLength={LONGEST_UNIT} {...form.getInputProps('unit')} />
        )}
        <Button type="submit" variant="default" disabled={!form.isValid()} loading={settle.isPending}>
          {t('panels.visit.competence.save')}
        </Button>
      </Stack>
    </form>
  )
}
