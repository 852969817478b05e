// The choice itself: large buttons, then the same words once more to be confirmed. Nothing is sent before.
import { Button, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Motion } from '../../../../shared/modules/ballot/contract.ts'
import styles from './ballot.module.css'
import { useOptionNames } from './use-ballot.ts'
import { useArmed, useFocusOnMount } from './use-step.ts'

interface ChoiceProps {
  motion: Motion
  /** null: not chosen yet. */
  choice: number | null
  onChoose: (choice: number | null) => void
  isPending: boolean
  onConfirm: (choice: number) => void
}

export function Choice({ motion, choice, onChoose, isPending, onConfirm }: ChoiceProps) {
  const names = useOptionNames(motion)
  if (choice !== null)
    return (
      <Confirmation
        name={names[choice] ?? ''}
        isPending={isPending}
        onAgain={() => onChoose(null)}
        onConfirm={() => onConfirm(choice)}
      />
    )
  return (
    <Stack gap="sm">
      {names.map((name, option) => (
        <Button
          key={name}
          variant="outline"
          size="xl"
          fullWidth
          classNames={{ root: styles.option ?? '', label: styles.optionLabel ?? '' }}
          onClick={() => onChoose(option)}
        >
          {name}
        </Button>
      ))}
    </Stack>
  )
}

interface ConfirmationProps {
  name: string
  isPending: boolean
  onAgain: () => void
  onConfirm: () => void
}

function Confirmation({ name, isPending, onAgain, onConfirm }: ConfirmationProps) {
  const { t } = useTranslation()
  const isArmed = useArmed()
  const words = useFocusOnMount<HTMLParagraphElement>()
  return (
    <Stack gap="sm">
      <p ref={words} tabIndex={-1} className={styles.chosen}>
        {t('panels.ballot.youChose')} <strong>{name}</strong>
      </p>
      <Button size="xl" fullWidth disabled={!isArmed} loading={isPending} onClick={onConfirm}>
        {t('panels.ballot.confirm')}
      </Button>
      <Button size="lg" variant="default" fullWidth disabled={isPending} onClick={onAgain}>
        {t('panels.ballot.again')}
      </Button>
      <Text size="sm" c="dimmed">
        {t('panels.ballot.final')}
      </Text>
    </Stack>
  )
}
