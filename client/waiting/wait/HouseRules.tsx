// What who waits in their own browser reads before they are received: the rules of the agency, and what they declare.

import { Alert, Button, List, Paper, Stack, Text, Title } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HouseRules } from '../../../shared/wire/reception/reception.ts'
import { ticketApi } from '../../../shared/wire/reception/ticket-api.ts'
import { ApiError, call } from '../../base/api.ts'
import classes from './wait.module.css'

export interface RulesToAccept {
  /** null: on their way. */
  readonly rules: HouseRules | null
  readonly isUnread: boolean
  readonly read: () => void
  /** Nobody waits longer because it could not be kept now: it is asked for again when they are called. */
  readonly accept: () => Promise<void>
}

/** null: they are accepted. */
export function useRulesToAccept(token: string, mustAccept: boolean): RulesToAccept | null {
  const [rules, setRules] = useState<HouseRules | null>(null)
  const [isUnread, setUnread] = useState(false)
  const read = useCallback(() => {
    setUnread(false)
    call(ticketApi.rules, {}, { token }).then(setRules, () => setUnread(true))
  }, [token])
  useEffect(() => {
    if (mustAccept) read()
  }, [mustAccept, read])
  async function accept() {
    if (!rules) return
    try {
      await call(ticketApi.acceptRules, { body: { sha256: rules.sha256 } }, { token })
    } catch (error) {
      if (error instanceof ApiError && error.code === 'reception.rules-changed') read()
    }
  }
  return mustAccept ? { rules, isUnread, read, accept } : null
}

export function RulesText({ toAccept: { rules, isUnread, read } }: { toAccept: RulesToAccept }) {
  const { t } = useTranslation()
  if (isUnread)
    return (
      <Alert color="yellow" role="alert" title={t('waiting.rules.unread')}>
        <Button variant="default" onClick={read}>
          {t('waiting.rules.again')}
        </Button>
      </Alert>
    )
  return (
    <Paper component="section" withBorder p="md" ta="start" aria-labelledby="house-rules">
      <Stack gap="xs">
        <Title order={2} fz="h4" id="house-rules">
          {t('waiting.rules')}
        </Title>
        <List spacing="xs">
          {rules?.houseRules.split('\n').map((rule) => (
            <List.Item key={rule}>{rule}</List.Item>
          ))}
        </List>
        <Text className={classes.words} fw={600}>
          {rules?.declaration}
        </Text>
      </Stack>
    </Paper>
  )
}
