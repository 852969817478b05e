// What a case is about, in one line; of a denunciation, of what may hold one, and of a secret of the state lists do not say it.
import { Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Asked } from '../../../shared/search/words.ts'
import { isStateSecret } from '../../../shared/secrecy/levels.ts'
import type { CaseRow } from '../../../shared/wire/casework/cases.ts'
import { Marked } from '../ui/Marked.tsx'
import classes from '../ui/office.module.css'

type Row = Pick<CaseRow, 'kind' | 'subject' | 'secrecy' | 'isProtected'>

export function withheldText(t: TFunction, { kind, secrecy, isProtected }: Omit<Row, 'subject'>): string {
  if (isStateSecret(secrecy) && !isProtected) return t('cases.words.withheld.secret')
  return t(kind === 'mixed' ? 'cases.words.withheld.mixed' : 'cases.words.withheld')
}

export function Subject({ of, asked = null }: { of: Row; asked?: Asked | null }) {
  const { t } = useTranslation()
  return (
    <Text className={classes.preformatted}>
      {of.subject === '' ? withheldText(t, of) : <Marked text={of.subject} asked={asked} />}
    </Text>
  )
}
