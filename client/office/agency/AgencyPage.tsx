// What the papers of this installation call the agency: asked for first, shown on a sample paper before it is kept (ADR 0080).
import { Alert, Loader, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useOutletContext } from 'react-router'
import type { Account } from '../../../shared/wire/identity/account.ts'
import type { AgencyReply } from '../../../shared/wire/papers/agency.ts'
import { useFormat } from '../../base/i18n/format.ts'
import classes from '../ui/office.module.css'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { AgencyForm } from './AgencyForm.tsx'
import { EmblemSection } from './EmblemSection.tsx'
import { PaletteSection } from './PaletteSection.tsx'
import { useAgency } from './queries.ts'

export function AgencyPage() {
  const { t } = useTranslation()
  const { role } = useOutletContext<Account>()
  const found = useAgency()
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('agency.title')}
      </Title>
      {found.isPending && <Loader aria-label={t('staff.loading')} />}
      {found.isError && <Problem error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <>
          {found.data.isSet ? (
            <Text>{t('agency.what')}</Text>
          ) : (
            <Alert color="blue" title={t('agency.first')}>
              {t('agency.first.why')}
            </Alert>
          )}
          {role === 'administrator' && <AgencyForm found={found.data} />}
          {role !== 'administrator' && <InForce agency={found.data.agency} />}
          {role === 'administrator' && <EmblemSection emblem={found.data.emblem} />}
          {role === 'administrator' && <PaletteSection chosen={found.data.palette} />}
          <Record record={found.data.record} />
        </>
      )}
    </Stack>
  )
}

const fields = ['organisation', 'parentOrganisation', 'abbreviation', 'placeName'] as const

function InForce({ agency }: Pick<AgencyReply, 'agency'>) {
  const { t } = useTranslation()
  return (
    <Section title={t('agency.inForce')} hint={t('agency.byAdministrators')}>
      {fields.map((field) => (
        <Text key={field}>{`${t(`agency.${field}`)}: ${agency[field] ?? '……'}`}</Text>
      ))}
      <Text>{`${t('agency.letterhead')}: ${t(`agency.letterhead.${agency.letterhead}`)}`}</Text>
    </Section>
  )
}

function Record({ record }: Pick<AgencyReply, 'record'>) {
  const { t } = useTranslation()
  const format = useFormat()
  if (record.length === 0) return null
  return (
    <Section title={t('agency.record')} hint={t('agency.record.hint')}>
      <ul className={classes.rows}>
        {record.map(({ at, by, ...set }) => (
          <li key={at}>
            <div className={classes.who}>
              <Text fw={600}>{set.organisation}</Text>
              <Text size="sm">
                {[set.parentOrganisation, set.abbreviation, set.placeName, t(`agency.letterhead.${set.letterhead}`)]
                  .filter((one) => one !== null)
                  .join(' · ')}
              </Text>
              <Text size="sm" c="dimmed">
                {t('agency.record.by', { name: by ?? '…', time: format.dateTime(at) })}
              </Text>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
