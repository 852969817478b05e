// What is due: chosen by hand, put up as a list. What cannot be erased says why.
import { Badge, Button, Checkbox, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maximumListed } from '../../../shared/retention/contract.ts'
import type { RetentionPage } from '../../../shared/wire/custody/retention.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { TextDialog } from '../../base/ui/dialogs/TextDialog.tsx'
import classes from '../ui/office.module.css'
import { Problem } from '../ui/Problem.tsx'
import { problemText } from '../ui/problems.ts'
import { Section } from '../ui/Section.tsx'
import { useLook, usePropose } from './queries.ts'

type Item = RetentionPage['due']['items'][number]

const whyNot = ({ isHeld, isListed, isConfirmed }: Item) => {
  if (isListed) return 'retention.due.listed'
  if (isHeld) return 'retention.due.held'
  return isConfirmed ? null : 'retention.due.unconfirmed'
}

export function DueItems({ page: { due } }: { page: RetentionPage }) {
  const { t } = useTranslation()
  const format = useFormat()
  const look = useLook()
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set())
  const [isProposing, setProposing] = useState(false)
  const able = due.items.filter((item) => whyNot(item) === null).slice(0, maximumListed)
  const chosen = able.filter(({ key }) => asked.has(key))
  const choose = (key: string, isChosen: boolean) => {
    const next = new Set(asked)
    if (isChosen) next.add(key)
    else next.delete(key)
    setAsked(next)
  }
  return (
    <Section title={t('retention.due')} hint={t('retention.due.hint')}>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {due.lookedAt === null
            ? t('retention.due.never')
            : t('retention.due.lookedAt', { time: format.shortDateTime(due.lookedAt) })}
        </Text>
        <Button variant="default" loading={look.isPending} onClick={() => look.mutate(null)}>
          {t('retention.due.look')}
        </Button>
      </Group>
      {look.isError && <Problem error={look.error} />}
      {due.items.length === 0 && <Text>{t('retention.due.none')}</Text>}
      {able.length > 1 && (
        <Checkbox
          label={t('retention.due.chooseAll')}
          checked={chosen.length === able.length}
          indeterminate={chosen.length > 0 && chosen.length < able.length}
          onChange={(event) => setAsked(new Set(event.currentTarget.checked ? able.map(({ key }) => key) : []))}
        />
      )}
      <ul className={classes.rows} aria-label={t('retention.due')}>
        {due.items.map((item) => (
          <li key={item.key}>
            <Due item={item} isChosen={chosen.includes(item)} onChoose={(isChosen) => choose(item.key, isChosen)} />
          </li>
        ))}
      </ul>
      {due.isCut && <Text>{t('retention.due.cut')}</Text>}
      {able.length > 0 && (
        <Group>
          <Button disabled={chosen.length === 0} onClick={() => setProposing(true)}>
            {t('retention.due.propose')}
          </Button>
          <Text role="status">{t('retention.due.chosen', { count: chosen.length })}</Text>
        </Group>
      )}
      {isProposing && <ProposeDialog keys={chosen.map(({ key }) => key)} onClose={() => setProposing(false)} />}
    </Section>
  )
}

interface DueProps {
  item: Item
  isChosen: boolean
  onChoose: (isChosen: boolean) => void
}

function Due({ item, isChosen, onChoose }: DueProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const why = whyNot(item)
  const title = item.subject.kind === 'citizen' ? t('retention.citizenOf', { title: item.title }) : item.title
  const name = `${t(`retention.class.${item.class}`)}: ${title}`
  const since = t('retention.due.on', { day: format.isoDate(item.dueOn) })
  if (why === null)
    return (
      <Checkbox
        label={name}
        description={since}
        checked={isChosen}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
    )
  return (
    <div className={classes.who}>
      <Text>{name}</Text>
      <Group gap="xs">
        <Text size="sm" c="dimmed">
          {since}
        </Text>
        <Badge tt="none" color="gray.7">
          {t(why)}
        </Badge>
      </Group>
    </div>
  )
}

function ProposeDialog({ keys, onClose }: { keys: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation()
  const propose = usePropose()
  return (
    <TextDialog
      keptAs="erasure-proposal"
      title={t('retention.propose.title', { count: keys.length })}
      label={t('retention.propose.label')}
      description={t('retention.propose.what')}
      problem={propose.isError ? problemText(t, propose.error) : null}
      submitLabel={t('retention.due.propose')}
      maximumLength={1000}
      onClose={onClose}
      onSubmit={(reason) =>
        propose.mutateAsync({ items: [...keys], reason }).then(
          () => true,
          () => false,
        )
      }
    />
  )
}
