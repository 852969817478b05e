// What a case is about, in one line; of a denunciation lists do not say it.
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Asked } from '../../../../shared/search/words.ts'
import classes from '../staff.module.css'
import { Marked } from './Marked.tsx'

export function Subject({ words, asked = null }: { words: string; asked?: Asked | null }) {
  const { t } = useTranslation()
  return (
    <Text className={classes.preformatted}>
      {words === '' ? t('cases.words.withheld') : <Marked text={words} asked={asked} />}
    </Text>
  )
}
