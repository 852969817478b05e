// What the minutes of a dialogue say. Shown anew when another wrote: the form is of the revision its writer has in sight.
import { Button, Fieldset, NumberInput, Stack, Textarea, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { dialogueCopies } from '../../../../shared/law/dialogue-minutes.ts'
import { dialogue, type Written } from '../../../../shared/modules/dialogue/contract.ts'
import { DraftNotice } from '../../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../../base/ui/forms/use-kept-form.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'

const LONGEST = 5000
const texts = ['purpose', 'verification'] as const
const results = ['agreed', 'different', 'other'] as const

export function WrittenForm() {
  const { t } = useTranslation()
  const written = useSession(({ state }) => state?.dialogue.written ?? dialogue.initial.written)
  const baseRevision = useSession(({ state }) => state?.dialogue.revision ?? 0)
  const write = useCommand('dialogue.write')
  // The state of the session may be frozen.
  const [form, kept] = useKeptForm<Written>(`dialogue-minutes.${baseRevision}`, { blank: structuredClone(written) })
  const draft = form.values
  const opinions = draft.opinions.filter(({ matter, words }) => matter.trim() !== '' && words.trim() !== '')
  const isChanged = JSON.stringify({ ...draft, opinions }) !== JSON.stringify(written)

  const submit = form.onSubmit(() => write({ ...draft, opinions, baseRevision }).then(({ ok }) => ok && kept.end()))
  const field = (name: (typeof texts)[number] | (typeof results)[number]) => (
    <Textarea
      key={name}
      label={t(`panels.dialogue.${name}`)}
      autosize
      minRows={2}
      maxRows={10}
      maxLength={name === 'purpose' ? 3000 : LONGEST}
      {...form.getInputProps(name)}
    />
  )

  return (
    <form onSubmit={submit}>
      <Stack component="section" gap="xs">
        <Title order={3} size="h5">
          {t('panels.dialogue.written')}
        </Title>
        <DraftNotice kept={kept} />
        {texts.map(field)}
        {draft.opinions.map((_, index) => (
          <Opinion
            // Opinions have no names of their own, and keep their places.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={index}
            number={index + 1}
            propsOf={(field) => form.getInputProps(`opinions.${index}.${field}`)}
          />
        ))}
        <Button
          variant="default"
          disabled={draft.opinions.length >= 20}
          onClick={() => form.insertListItem('opinions', { matter: '', words: '' })}
        >
          {t('panels.dialogue.addOpinion')}
        </Button>
        {results.map(field)}
        <NumberInput
          label={t('panels.dialogue.copies')}
          description={t('panels.dialogue.copies.hint', {
            minimum: dialogueCopies.minimum,
            source: dialogueCopies.source,
          })}
          min={dialogueCopies.minimum}
          max={99}
          allowDecimal={false}
          value={draft.copies}
          onChange={(value) => form.setFieldValue('copies', Number(value) || dialogueCopies.minimum)}
        />
        <Button type="submit" disabled={!isChanged} loading={write.isPending}>
          {t('panels.dialogue.save')}
        </Button>
      </Stack>
    </form>
  )
}

interface OpinionProps {
  number: number
  propsOf: (field: keyof Written['opinions'][number]) => object
}

function Opinion({ number, propsOf }: OpinionProps) {
  const { t } = useTranslation()
  return (
    <Fieldset legend={t('panels.dialogue.opinion', { number })}>
      <Stack gap="xs">
        <TextInput label={t('panels.dialogue.matter')} maxLength={500} {...propsOf('matter')} />
        <Textarea label={t('panels.dialogue.words')} autosize minRows={2} maxLength={3000} {...propsOf('words')} />
      </Stack>
    </Fieldset>
  )
}
