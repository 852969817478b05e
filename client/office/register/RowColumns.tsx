// The columns of a row of the register: who came, the matter, the competence, the reception.
import { Alert, Checkbox, Fieldset, NumberInput, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { SittingKind } from '../../../shared/reception/appointments/contract.ts'
import { ReceivedBy, RegisterKind } from '../../../shared/reception/register/contract.ts'
import type { RowDraft } from './row-draft.ts'

const paperKinds = ['citizenCard', 'oldIdentityCard', 'passport'] as const
const repeats = ['unsaid', 'first', 'again'] as const

type RowForm = UseFormReturnType<RowDraft & { day: string; reason: string }>

interface ColumnsProps {
  form: RowForm
  /** The column that has the focus when the dialog opens. */
  focus: keyof RowDraft
}

export function RowColumns({ form, isProtected, focus }: ColumnsProps & { isProtected: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      {isProtected ? <Alert>{t('register.form.protected')}</Alert> : <Who form={form} focus={focus} />}
      <Matter form={form} focus={focus} />
      <Competence form={form} focus={focus} />
      <Reception form={form} focus={focus} />
    </>
  )
}

const fieldsOf = (form: RowForm, focus: keyof RowDraft) => (name: keyof RowDraft) => ({
  ...form.getInputProps(name),
  ...(name === focus && { 'data-autofocus': true }),
})

function Who({ form, focus }: ColumnsProps) {
  const { t } = useTranslation()
  const field = fieldsOf(form, focus)
  return (
    <Fieldset legend={t('register.form.who')}>
      <Stack gap="sm">
        <TextInput label={t('register.column.name')} {...field('name')} />
        <TextInput label={t('register.column.address')} {...field('address')} />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <Select
            label={t('register.column.paperKind')}
            allowDeselect={false}
            data={paperKinds.map((kind) => ({ value: kind, label: t(`register.paper.${kind}`) }))}
            {...field('paperKind')}
          />
          <TextInput label={t('register.column.paperNumber')} {...field('paperNumber')} />
        </SimpleGrid>
      </Stack>
    </Fieldset>
  )
}

function Matter({ form, focus }: ColumnsProps) {
  const { t } = useTranslation()
  const field = fieldsOf(form, focus)
  return (
    <Fieldset legend={t('register.form.matter')}>
      <Stack gap="sm">
        <Textarea
          label={t('register.column.content')}
          description={t('register.column.content.hint')}
          autosize
          minRows={2}
          maxRows={8}
          {...field('content')}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <Select
            label={t('register.column.kind')}
            data={RegisterKind.options.map((kind) => ({ value: kind, label: t(`caseKind.${kind}`) }))}
            {...field('kind')}
          />
          <NumberInput label={t('register.column.people')} min={1} allowDecimal={false} {...field('people')} />
        </SimpleGrid>
      </Stack>
    </Fieldset>
  )
}

function Competence({ form, focus }: ColumnsProps) {
  const { t } = useTranslation()
  const field = fieldsOf(form, focus)
  return (
    <Fieldset legend={t('register.form.competence')}>
      <Stack gap="sm">
        <TextInput label={t('register.column.settledBy')} {...field('settledBy')} />
        <Checkbox
          label={t('register.column.isOwn')}
          description={t('register.form.competence.hint')}
          checked={form.values.isOwn}
          onChange={(event) => form.setFieldValue('isOwn', event.currentTarget.checked)}
          {...(focus === 'isOwn' && { 'data-autofocus': true })}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <TextInput label={t('register.column.guidedBody')} {...field('guidedBody')} />
          <TextInput label={t('register.column.guidedPaper')} {...field('guidedPaper')} />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <TextInput label={t('register.column.handledBody')} {...field('handledBody')} />
          <TextInput label={t('register.column.handledPaper')} {...field('handledPaper')} />
        </SimpleGrid>
        <Textarea label={t('register.column.note')} autosize minRows={1} maxRows={6} {...field('note')} />
      </Stack>
    </Fieldset>
  )
}

function Reception({ form, focus }: ColumnsProps) {
  const { t } = useTranslation()
  const field = fieldsOf(form, focus)
  return (
    <Fieldset legend={t('register.form.reception')}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <Select
            label={t('register.column.receptionKind')}
            allowDeselect={false}
            data={SittingKind.options.map((kind) => ({ value: kind, label: t(`sittingKind.${kind}`) }))}
            {...field('receptionKind')}
          />
          <Select
            label={t('register.column.receivedBy')}
            allowDeselect={false}
            data={ReceivedBy.options.map((by) => ({ value: by, label: t(`register.receivedBy.${by}`) }))}
            {...field('receivedBy')}
          />
        </SimpleGrid>
        <Select
          label={t('register.column.isRepeat')}
          allowDeselect={false}
          data={repeats.map((one) => ({ value: one, label: t(`register.isRepeat.${one}`) }))}
          {...field('isRepeat')}
        />
        <Checkbox
          label={t('register.column.isGroup')}
          checked={form.values.isGroup}
          onChange={(event) => form.setFieldValue('isGroup', event.currentTarget.checked)}
        />
      </Stack>
    </Fieldset>
  )
}
