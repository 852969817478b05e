// While a petition is entered: cases that may be about the same, with the reason; one click links them with it.
import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCheck, IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { PetitionDraft, SuggestedCase } from '../../../../shared/wire/cases.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useDraftSuggestions } from '../case-queries.ts'
import classes from '../staff.module.css'
import { CaseBadges } from './CaseLine.tsx'
import { EarlierReason } from './EarlierReason.tsx'
import { Subject } from './Subject.tsx'

const TYPING_PAUSE_MS = 600

interface EarlierProps {
  draft: PetitionDraft
  linkedIds: readonly string[]
  onLink: (caseIds: string[]) => void
}

export function EarlierWhileTyping({ draft, linkedIds, onLink }: EarlierProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [typed] = useDebouncedValue(JSON.stringify(draft), TYPING_PAUSE_MS)
  const suggestions = useDraftSuggestions(JSON.parse(typed) as PetitionDraft)
  // What was linked stays in sight, also when more is typed and it is no longer suggested.
  const [linked, setLinked] = useState<readonly SuggestedCase[]>([])
  const others = (suggestions.data ?? []).filter(({ caseId }) => !linkedIds.includes(caseId))
  const shown = [...linked.filter(({ caseId }) => linkedIds.includes(caseId)), ...others]
  if (shown.length === 0)
    return (
      <Text size="sm" c="dimmed" className={classes.besideHint}>
        {t('cases.earlier.typed.none')}
      </Text>
    )
  const link = (one: SuggestedCase) => {
    setLinked([...linked.filter(({ caseId }) => caseId !== one.caseId), one])
    onLink([...linkedIds, one.caseId])
  }
  const unlink = (one: SuggestedCase) => onLink(linkedIds.filter((caseId) => caseId !== one.caseId))
  return (
    <Paper withBorder p="md" component="section" aria-label={t('cases.earlier.typed')}>
      <Text fw={600}>{t('cases.earlier.typed')}</Text>
      <Text size="sm" c="dimmed" mb="sm" role="status">
        {t('cases.earlier.typed.hint', { count: shown.length })}
      </Text>
      <ul className={classes.list} aria-label={t('cases.earlier.typed')}>
        {shown.map((one) => {
          const isLinked = linkedIds.includes(one.caseId)
          return (
            <li key={one.caseId}>
              <Stack gap={4}>
                <Group gap="xs">
                  <Anchor component={Link} to={`/staff/cases/${one.caseId}`} target="_blank" fw={700}>
                    {one.number}
                  </Anchor>
                  <CaseBadges row={one} />
                </Group>
                <Subject words={one.subject} />
                <Group gap="xs">
                  <EarlierReason isSamePerson={one.isSamePerson} likeness={one.likeness} />
                  <Text size="sm" c="dimmed">
                    {t('cases.receivedOn', { date: format.isoDate(one.receivedOn) })}
                  </Text>
                </Group>
                <Group>
                  <Button
                    variant={isLinked ? 'filled' : 'default'}
                    aria-label={`${t(isLinked ? 'cases.earlier.linked' : 'cases.earlier.link')} ${one.number}`}
                    leftSection={isLinked ? <IconCheck size={18} aria-hidden /> : <IconLink size={18} aria-hidden />}
                    onClick={() => (isLinked ? unlink(one) : link(one))}
                  >
                    {t(isLinked ? 'cases.earlier.linked' : 'cases.earlier.link')}
                  </Button>
                </Group>
              </Stack>
            </li>
          )
        })}
      </ul>
    </Paper>
  )
}
