// The letterhead as it is typed, on a sample paper: drawn by the printer of real papers, so that a slip is seen before anything is issued.
import { Loader, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { AgencySettings } from '../../../shared/agency/contract.ts'
import { letterheadOf } from '../../../shared/papers/letterheads.ts'
import { useObjectUrl } from '../../base/ui/use-object-url.ts'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import classes from './agency.module.css'
import { useSamplePaper } from './queries.ts'

const PAUSE_MS = 500

interface SamplePaperProps extends Pick<AgencySettings, 'letterhead'> {
  /** null: something is missing still, or wrong. */
  settings: AgencySettings | null
}

export function SamplePaper({ settings, letterhead }: SamplePaperProps) {
  const { t } = useTranslation()
  // One text, which is the same as long as nothing was typed.
  const [asked] = useDebouncedValue(settings && JSON.stringify(settings), PAUSE_MS)
  const sample = useSamplePaper(asked === null ? null : JSON.parse(asked))
  return (
    <Section title={t('agency.sample')} hint={t('agency.sample.hint', { source: letterheadOf(letterhead).source })}>
      {sample.data ? (
        <Picture png={sample.data} />
      ) : (
        !sample.isFetching && <Text c="dimmed">{t('agency.sample.incomplete')}</Text>
      )}
      {sample.isLoading && <Loader aria-label={t('staff.loading')} />}
      {sample.isError && <Problem error={sample.error} onRetry={() => void sample.refetch()} />}
    </Section>
  )
}

function Picture({ png }: { png: Blob }) {
  const { t } = useTranslation()
  const url = useObjectUrl(png)
  return url && <img src={url} alt={t('agency.sample.alt')} className={classes.paper} />
}
