// What a case is about, in one line; of a denunciation, or what may hold one, lists do not say it.
import { Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Asked } from '../../../../shared/search/words.ts'
import type { CaseRow } from '../../../../shared/wire/cases.ts'
import classes from '../staff.module.css'
import { Marked } from './Marked.tsx'

type Row = Pick<CaseRow, 'kind' | 'subject'>

export const withheldText = (t: TFunction, { kind }: Pick<Row, 'kind'>): string =>
  t(kind === 'mixed' ? 'cases.words.withheld.mixed' : 'cases.words.withheld')

export function Subject({ of, asked = null }: { of: Row; asked?: Asked | null }) {
  const { t } = useTranslation()
  return (
    <Text className={classes.preformatted}>
      {of.subject === '' ? withheldText(t, of) : <Marked text={of.subject} asked={asked} />}
    </Text>
  )
}
