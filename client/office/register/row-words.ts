// The columns of a row in words, for its card and for its corrections.
import type { TFunction } from 'i18next'
import type { CorrectedColumns, RegisterRow } from '../../../shared/wire/reception/register.ts'

type Body = RegisterRow['guidedTo']

export const bodyWords = (t: TFunction, { body, paperNumber }: NonNullable<Body>): string =>
  paperNumber === null ? body : t('register.withPaper', { body, paperNumber })

export function resultWords(
  t: TFunction,
  isoDate: (date: string) => string,
  { result, paperNumber, on, satisfaction }: NonNullable<RegisterRow['result']>,
): string {
  const words = [
    result && t(`caseResult.${result}`),
    paperNumber && t('register.result.paper', { paperNumber }),
    isoDate(on),
    satisfaction && t(`satisfaction.${satisfaction}`),
  ]
  return words.filter((word) => word !== null).join(', ')
}

type ColumnName = keyof CorrectedColumns
type Words = { readonly [Name in ColumnName]-?: (t: TFunction, value: NonNullable<CorrectedColumns[Name]>) => string }

const columns: Words = {
  citizen: (_t, { name, address, paper }) => [name, address, paper?.number].filter((one) => one).join(', '),
  content: (_t, content) => content,
  kind: (t, kind) => t(`caseKind.${kind}`),
  people: (_t, people) => String(people),
  settledBy: (_t, body) => body,
  isOwn: (t, isOwn) => t(isOwn ? 'register.yes' : 'register.no'),
  guidedTo: bodyWords,
  handledBy: bodyWords,
  note: (_t, note) => note,
  receptionKind: (t, kind) => t(`sittingKind.${kind}`),
  receivedBy: (t, by) => t(`register.receivedBy.${by}`),
  isGroup: (t, isGroup) => t(isGroup ? 'register.yes' : 'register.no'),
  isRepeat: (t, isRepeat) => t(isRepeat ? 'register.isRepeat.again' : 'register.isRepeat.first'),
}

/** What a correction changed, column by column. */
export function correctionWords(t: TFunction, { before, after }: RegisterRow['corrections'][number]): string[] {
  const words = (name: ColumnName, of: CorrectedColumns) => {
    const value = of[name]
    return value === null || value === undefined
      ? ''
      : (columns[name] as (t: TFunction, value: unknown) => string)(t, value)
  }
  return (Object.keys(after) as ColumnName[]).map((name) =>
    t('register.correction.column', {
      column: t(`register.column.${name}`),
      before: words(name, before),
      after: words(name, after),
    }),
  )
}
