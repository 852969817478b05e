// Who has read the words of a denunciation, or of a secret of the state; for those who may read them.
import { List } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../../shared/wire/casework/cases.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { Section } from '../ui/Section.tsx'

export function Reads({ detail: { reads } }: { detail: CaseDetail }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (reads === null) return null
  return (
    <Section title={t('cases.words.reads')} hint={t('cases.words.reads.hint')}>
      <List size="sm">
        {reads.map(({ at, by, purpose }) => (
          <List.Item key={`${at} ${by} ${purpose}`}>
            {`${format.shortDateTime(at)} · ${by ?? t('cases.words.reads.gone')} · ${purpose}`}
          </List.Item>
        ))}
      </List>
    </Section>
  )
}
