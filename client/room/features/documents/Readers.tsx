// For staff: how many have opened and studied a document, and who, site by site, with the time.
import { Text, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionDocument } from '../../../../shared/modules/documents/contract.ts'
import { countsOf, type Reader, readingBySite, type SiteReading } from '../../../../shared/projections/reading.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { unknownName, usePerson } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import styles from './documents.module.css'

const nowhere: readonly SiteReading[] = []

export function Readers({ document }: { document: SessionDocument }) {
  const { t } = useTranslation()
  const state = useSession((session) => session.state)
  const sites = useMemo(() => (state ? readingBySite(state, document) : nowhere), [state, document])
  const [isOpen, setOpen] = useState(false)
  const list = useId()
  const asksForMore = document.needsAcknowledgement
  const counts = countsOf(sites.flatMap(({ readers }) => readers))
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <>
      <UnstyledButton mt="xs" mih={44} aria-expanded={isOpen} aria-controls={list} onClick={() => setOpen(!isOpen)}>
        <Text size="sm">
          <Chevron size="1.1em" aria-hidden style={{ verticalAlign: '-0.15em' }} />{' '}
          {t('panels.documents.openedCount', { ...counts })}
          {asksForMore && ` · ${t('panels.documents.acknowledgedCount', { ...counts })}`}
        </Text>
      </UnstyledButton>
      <div id={list}>
        {isOpen && sites.map((site) => <AtSite key={site.siteId ?? 'none'} site={site} asksForMore={asksForMore} />)}
      </div>
    </>
  )
}

function AtSite({ site, asksForMore }: { site: SiteReading; asksForMore: boolean }) {
  const { t } = useTranslation()
  const counts = countsOf(site.readers)
  return (
    <section>
      <Text size="sm" fw={600} mt="xs">
        {site.name ?? t('panels.people.withoutSite')}
        {asksForMore && ` (${counts.acknowledged}/${counts.readers})`}
      </Text>
      <ul className={styles.readers}>
        {site.readers.map((reader) => (
          <ReaderRow key={reader.id} reader={reader} asksForMore={asksForMore} />
        ))}
      </ul>
    </section>
  )
}

function ReaderRow({ reader, asksForMore }: { reader: Reader; asksForMore: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const name = usePerson(reader.personId)?.name ?? unknownName
  const { acknowledgedAt, openedAt, isDelegate } = reader
  const words =
    asksForMore && acknowledgedAt !== null
      ? t('panels.documents.studiedAt', { time: format.moment(acknowledgedAt) })
      : openedAt !== null
        ? t('panels.documents.openedAt', { time: format.moment(openedAt) })
        : t(asksForMore || isDelegate ? 'panels.documents.notStudied' : 'panels.documents.notOpened')
  // Of delegates nobody can know whether they opened it.
  if (isDelegate && !asksForMore) return null
  return (
    <li>
      <Text size="sm">{name}</Text>
      <Text size="sm" {...(acknowledgedAt === null && openedAt === null && { c: 'dimmed' })} ta="right">
        {words}
      </Text>
    </li>
  )
}
