// The code that the officer reads out, typed by the citizen.
import { Button, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../../live/session/use-command.ts'
import { Back, type StepProps } from './Back.tsx'
import classes from './statement.module.css'

const LONGEST_CODE = 10

export function SignByCode({ at, onBack }: StepProps) {
  const { t } = useTranslation()
  const acknowledge = useCommand('statement.acknowledgeByCode')
  const [code, setCode] = useState('')

  function submit(event: FormEvent) {
    event.preventDefault()
    void acknowledge({ ...at, code })
  }

  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          size="xl"
          label={t('statement.codeLabel')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={LONGEST_CODE}
          data-autofocus
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
        />
        <div className={classes.choices}>
          <Back onBack={onBack} />
          <Button size="xl" type="submit" disabled={code.trim() === ''} loading={acknowledge.isPending}>
            {t('statement.codeSend')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
