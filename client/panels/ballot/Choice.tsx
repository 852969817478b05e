// The choice itself: large buttons, then the same words once more to be confirmed. Nothing is sent before.
import { Button, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Motion } from '../../../shared/modules/ballot/contract.ts'
import styles from './ballot.module.css'
import { useOptionNames } from './use-ballot.ts'

interface ChoiceProps {
  motion: Motion
  /** Whose choice it is, in words: “Ông/bà chọn:”. */
  lead: string
  /** null: not chosen yet. */
  choice: number | null
  onChoose: (choice: number | null) => void
  isPending: boolean
  onConfirm: (choice: number) => void
}

export function Choice({ motion, lead, choice, onChoose, isPending, onConfirm }: ChoiceProps) {
  const { t } = useTranslation()
  const names = useOptionNames(motion)
  if (choice === null)
    return (
      <Stack gap="sm">
        {names.map((name, option) => (
          <Button
            key={name}
            variant="outline"
            size="xl"
            fullWidth
            className={styles.option}
            onClick={() => onChoose(option)}
          >
            {name}
          </Button>
        ))}
      </Stack>
    )
  return (
    <Stack gap="sm">
      <Text>{lead}</Text>
      <Text fw={700} size="xl" role="status">
        {names[choice]}
      </Text>
      <Button size="xl" fullWidth loading={isPending} onClick={() => onConfirm(choice)} data-autofocus>
        {t('panels.ballot.confirm')}
      </Button>
      <Button size="lg" variant="default" fullWidth disabled={isPending} onClick={() => onChoose(null)}>
        {t('panels.ballot.again')}
      </Button>
      <Text size="sm" c="dimmed">
        {t('panels.ballot.final')}
      </Text>
    </Stack>
  )
}
