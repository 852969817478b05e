// While a petition is entered: cases that may be about the same, with the reason; one click links them with it.
import { Box, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCheck, IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PetitionDraft, SuggestedCase } from '../../../../shared/wire/casework/cases.ts'
import { EarlierVisits } from '../../../base/earlier-visits/EarlierVisits.tsx'
import classes from '../../ui/office.module.css'
import { useDraftSuggestions } from '../queries.ts'
import { SuggestedCaseLine } from '../SuggestedCaseLine.tsx'

const TYPING_PAUSE_MS = 600

interface EarlierProps {
  draft: PetitionDraft
  linkedIds: readonly string[]
  onLink: (caseIds: string[]) => void
}

export function EarlierWhileTyping({ draft, linkedIds, onLink }: EarlierProps) {
  const { t } = useTranslation()
  const [typed] = useDebouncedValue(JSON.stringify(draft), TYPING_PAUSE_MS)
  const suggestions = useDraftSuggestions(JSON.parse(typed) as PetitionDraft)
  // What was linked stays in sight, also when more is typed and it is no longer suggested.
  const [linked, setLinked] = useState<readonly SuggestedCase[]>([])
  const visits = draft.kind === 'denunciation' || draft.kind === 'mixed' ? null : (suggestions.data?.visits ?? null)
  // That nobody is known says nothing while hardly anything is typed.
  const known = visits && visits.comparedBy.length > 0 ? visits : null
  const others = (suggestions.data?.cases ?? []).filter(({ caseId }) => !linkedIds.includes(caseId))
  const shown = [...linked.filter(({ caseId }) => linkedIds.includes(caseId)), ...others]
  if (shown.length === 0)
    return (
      <Stack gap="xs" className={classes.besideHint} role="status">
        {known && <EarlierVisits visits={known} />}
        <Text size="sm" c="dimmed">
          {t('cases.earlier.typed.none')}
        </Text>
      </Stack>
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
      {known && (
        <Box mb="md">
          <EarlierVisits visits={known} />
        </Box>
      )}
      <ul className={classes.list} aria-label={t('cases.earlier.typed')}>
        {shown.map((one) => {
          const isLinked = linkedIds.includes(one.caseId)
          return (
            <li key={one.caseId}>
              <SuggestedCaseLine row={one} isBeside>
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
              </SuggestedCaseLine>
            </li>
          )
        })}
      </ul>
    </Paper>
  )
}
