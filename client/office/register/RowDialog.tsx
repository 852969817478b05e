// A row being written, corrected, or entered by hand. The first column that is missing has the focus; Enter saves.
import {
  Alert,
  Button,
  Checkbox,
  Fieldset,
  Group,
  Modal,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import type { z } from 'zod'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import { SittingKind } from '../../../shared/reception/appointments/contract.ts'
import { ReceivedBy, RegisterKind } from '../../../shared/reception/register/contract.ts'
import {
  NewRegisterRow,
  RegisterCorrection,
  type RegisterRow,
  WrittenColumns,
  type WrittenColumnsBody,
} from '../../../shared/wire/reception/register.ts'
import { DateField } from '../../base/ui/dates/DateField.tsx'
import { DraftNotice } from '../../base/ui/forms/DraftNotice.tsx'
import type { Kept } from '../../base/ui/forms/use-form-draft.ts'
import { useKeptForm } from '../../base/ui/forms/use-kept-form.ts'
import { formErrors } from '../ui/form-errors.ts'
import { Problem } from '../ui/Problem.tsx'
import { useCorrectRow, useOpenRow, useWriteRow } from './queries.ts'
import { changesOf, columnsOf, draftOf, emptyRow, fieldOf, type RowDraft } from './row-draft.ts'

const paperKinds = ['citizenCard', 'oldIdentityCard', 'passport'] as const
const repeats = ['unsaid', 'first', 'again'] as const

type Draft = RowDraft & { day: string; reason: string }

/** `name`: under which it is kept. */
function useRowForm(
  name: string,
  initial: RowDraft,
  schema: z.ZodType,
  bodyOf: (draft: Draft) => Readonly<Record<string, unknown>>,
) {
  const { t } = useTranslation()
  return useKeptForm<Draft>(name, {
    blank: { ...initial, day: calendarDayOf(Date.now()), reason: '' },
    makeId: newId,
    validate: (draft) =>
      Object.fromEntries(
        Object.entries(formErrors(t, schema, bodyOf(draft))).map(([path, problem]) => [
          fieldOf(path.replace(/^columns\./, '')),
          problem,
        ]),
      ),
  })
}
type Form = ReturnType<typeof useRowForm>[0]

export function WriteDialog({ row, onClose }: { row: RegisterRow; onClose: () => void }) {
  const { t } = useTranslation()
  const write = useWriteRow(row)
  const [form, kept] = useRowForm(`register-row.${row.rowId}`, draftOf(row), WrittenColumns, (draft) =>
    changesOf(draft, row),
  )
  const send = (closes: boolean) =>
    form.onSubmit((draft) => kept.sentBy(write.mutateAsync({ columns: changesOf(draft, row), closes }), onClose))
  return (
    <Frame
      kept={kept}
      title={t('register.form.write', { number: row.number })}
      onClose={onClose}
      onSubmit={send(false)}
    >
      <Columns form={form} isProtected={row.alias !== null} focus={focusOf(row)} />
      {write.isError && <Problem error={write.error} />}
      <Group justify="flex-end">
        <Button type="submit" variant="default" loading={write.isPending && !write.variables.closes}>
          {t('register.form.save')}
        </Button>
        {row.isVisitOver && (
          <Button loading={write.isPending && write.variables.closes} onClick={() => send(true)()}>
            {t('register.form.saveAndClose')}
          </Button>
        )}
      </Group>
    </Frame>
  )
}

export function CorrectDialog({ row, onClose }: { row: RegisterRow; onClose: () => void }) {
  const { t } = useTranslation()
  const correct = useCorrectRow(row)
  const bodyOf = (draft: Draft) => ({ columns: changesOf(draft, row), reason: draft.reason })
  const [form, kept] = useRowForm(
    `register-correction.${row.rowId}`,
    draftOf(row),
    RegisterCorrection.omit({ revision: true }),
    bodyOf,
  )
  const send = form.onSubmit((draft) => kept.sentBy(correct.mutateAsync(bodyOf(draft)), onClose))
  return (
    <Frame kept={kept} title={t('register.form.correct', { number: row.number })} onClose={onClose} onSubmit={send}>
      <Alert>{t('register.form.correct.hint')}</Alert>
      <Columns form={form} isProtected={row.alias !== null} focus="content" />
      <TextInput label={t('register.column.reason')} required {...form.getInputProps('reason')} />
      {correct.isError && <Problem error={correct.error} />}
      <Group justify="flex-end">
        <Button type="submit" loading={correct.isPending}>
          {t('register.act.correct')}
        </Button>
      </Group>
    </Frame>
  )
}

export function NewRowDialog({ onClose }: { onClose: (day: string | null) => void }) {
  const { t } = useTranslation()
  const open = useOpenRow()
  const bodyOf = (draft: Draft): { rowId: string; day: string; columns: WrittenColumnsBody } => ({
    // Sent again after a lost answer it is the same row.
    rowId: kept.newId,
    day: draft.day,
    columns: columnsOf(draft),
  })
  const [form, kept] = useRowForm('register-new-row', emptyRow, NewRegisterRow, (draft) => bodyOf(draft))
  const isProtected = form.values.kind === 'denunciation'
  const send = form.onSubmit((draft) => {
    const { citizen, ...columns } = columnsOf(draft)
    const body = { ...bodyOf(draft), columns: isProtected || !citizen ? columns : { ...columns, citizen } }
    kept.sentBy(open.mutateAsync(body), () => onClose(draft.day))
  })
  return (
    <Frame kept={kept} title={t('register.form.new')} onClose={() => onClose(null)} onSubmit={send}>
      <DateField label={t('register.column.day')} required {...form.getInputProps('day')} />
      <Columns form={form} isProtected={isProtected} focus="name" />
      {open.isError && <Problem error={open.error} />}
      <Group justify="flex-end">
        <Button type="submit" loading={open.isPending}>
          {t('register.form.save')}
        </Button>
      </Group>
    </Frame>
  )
}

/** The first column that it cannot be closed without. */
function focusOf({ missing: [first], citizen, alias }: RegisterRow): keyof RowDraft {
  if (first === undefined) return alias === null && !citizen ? 'name' : 'note'
  return first === 'competence' ? 'isOwn' : first
}

interface FrameProps {
  kept: Kept
  title: string
  children: ReactNode
  onClose: () => void
  onSubmit: (event: React.FormEvent<HTMLFormElement>) => void
}

function Frame({ kept, title, children, onClose, onSubmit }: FrameProps) {
  const { t } = useTranslation()
  return (
    <Modal opened onClose={onClose} size="xl" title={title} closeButtonProps={{ 'aria-label': t('dialog.close') }}>
      <form noValidate onSubmit={onSubmit}>
        <Stack>
          <DraftNotice kept={kept} />
          {children}
        </Stack>
      </form>
    </Modal>
  )
}

function Columns({ form, isProtected, focus }: { form: Form; isProtected: boolean; focus: keyof RowDraft }) {
  const { t } = useTranslation()
  const field = (name: keyof RowDraft) => ({
    ...form.getInputProps(name),
    ...(name === focus && { 'data-autofocus': true }),
  })
  return (
    <>
      {isProtected ? (
        <Alert>{t('register.form.protected')}</Alert>
      ) : (
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
      )}
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
    </>
  )
}
