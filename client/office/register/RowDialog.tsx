// A row being written, corrected, or entered by hand. The first column that is missing has the focus; Enter saves.
import { Alert, Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import type { z } from 'zod'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
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
import { RowColumns } from './RowColumns.tsx'
import { changesOf, columnsOf, draftOf, emptyRow, fieldOf, type RowDraft } from './row-draft.ts'

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
      <RowColumns form={form} isProtected={row.alias !== null} focus={focusOf(row)} />
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
      <RowColumns form={form} isProtected={row.alias !== null} focus="content" />
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
      <RowColumns form={form} isProtected={isProtected} focus="name" />
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
