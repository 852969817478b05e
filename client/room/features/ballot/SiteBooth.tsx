// The delegates of a site vote here one after another: who, the code, the choice, then the next. Nothing of one is left for
// the eyes of the next.
import { Button, Stack, Text, TextInput, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCircleCheck, IconUserOff } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { delegateVoter, type Motion } from '../../../../shared/modules/ballot/contract.ts'
import { type SiteVoter, votersOfSite } from '../../../../shared/projections/voters.ts'
import { rejectionText } from '../../../base/i18n/index.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import styles from './ballot.module.css'
import { Choice } from './Choice.tsx'
import { useMySiteId, useVoterName } from './use-ballot.ts'
import { useFocusOnMount } from './use-step.ts'

type Delegate = SiteVoter['delegate']

export function SiteBooth({ motion }: { motion: Motion }) {
  const { t } = useTranslation()
  const state = useSession((session) => session.state)
  const siteId = useMySiteId()
  const [delegate, setDelegate] = useState<Delegate | null>(null)
  const voters = state ? votersOfSite(motion, state, siteId) : []
  if (voters.length === 0) return null
  return (
    <section aria-label={t('panels.ballot.siteTitle')}>
      <Title order={3} size="h5" mb="xs">
        {t('panels.ballot.siteTitle')}
      </Title>
      {delegate ? (
        <Booth key={delegate.delegateId} motion={motion} delegate={delegate} onLeave={() => setDelegate(null)} />
      ) : (
        <WhoVotes voters={voters} onPick={setDelegate} />
      )}
    </section>
  )
}

function WhoVotes({ voters, onPick }: { voters: readonly SiteVoter[]; onPick: (delegate: Delegate) => void }) {
  const { t } = useTranslation()
  const isDone = voters.every(({ isPresent, hasVoted }) => hasVoted || !isPresent)
  const isAnybodyHere = voters.some(({ isPresent, hasVoted }) => isPresent || hasVoted)
  const hint = isAnybodyHere ? (isDone ? 'allVoted' : 'siteHint') : 'nobodyPresent'
  return (
    <Stack gap="xs">
      <Text size="sm">{t(`panels.ballot.${hint}`)}</Text>
      {voters.map((voter) => (
        <VoterRow key={voter.delegate.delegateId} voter={voter} onPick={() => onPick(voter.delegate)} />
      ))}
    </Stack>
  )
}

/** A button for who can vote now; for the others their name, and why not. */
function VoterRow({ voter: { delegate, isPresent, hasVoted }, onPick }: { voter: SiteVoter; onPick: () => void }) {
  const { t } = useTranslation()
  const name = useVoterName()(delegateVoter(delegate.delegateId))
  if (isPresent && !hasVoted)
    return (
      <Button
        variant="default"
        size="lg"
        fullWidth
        justify="flex-start"
        classNames={{ root: styles.option ?? '', label: styles.optionLabel ?? '' }}
        onClick={onPick}
      >
        {name}
      </Button>
    )
  return (
    <div className={styles.voter}>
      {hasVoted ? (
        <IconCircleCheck aria-hidden color="var(--mantine-color-teal-6)" />
      ) : (
        <IconUserOff aria-hidden color="var(--mantine-color-dimmed)" />
      )}
      <span>
        {name}
        <Text component="span" display="block" size="sm" c="dimmed">
          {t(hasVoted ? 'panels.ballot.hasVoted' : 'panels.ballot.absent')}
        </Text>
      </span>
    </div>
  )
}

interface BoothProps {
  motion: Motion
  delegate: Delegate
  onLeave: () => void
}

function Booth({ motion, delegate: { delegateId }, onLeave }: BoothProps) {
  const { t } = useTranslation()
  const name = useVoterName()(delegateVoter(delegateId))
  const cast = useCommand('ballot.cast', { quiet: true })
  const [code, setCode] = useState<string | null>(null)
  const [choice, setChoice] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  async function confirm(chosen: number) {
    const delegate = { delegateId, code: code ?? '' }
    const reply = await cast({ motionId: motion.motionId, choice: chosen, delegate })
    if (reply.ok) return
    const message = rejectionText(t, reply.rejection)
    // A ballot that closed meanwhile has taken this screen away; that the vote does not count must be told all the same.
    if (reply.rejection.code !== 'ballot.wrong-code') return void notifications.show({ color: 'red', message })
    // The choice is left as it is: once the code is right, it is only confirmed again.
    setProblem(message)
    setCode(null)
  }

  if (motion.voted.includes(delegateVoter(delegateId))) return <Recorded name={name} onNext={onLeave} />
  return (
    <Stack gap="sm">
      <Text fw={700} size="lg">
        {name}
      </Text>
      {code === null ? (
        <CodeForm
          name={name}
          problem={problem}
          onSubmit={(typed) => {
            setProblem(null)
            setCode(typed)
          }}
        />
      ) : (
        <Choice
          motion={motion}
          choice={choice}
          onChoose={setChoice}
          isPending={cast.isPending}
          onConfirm={(chosen) => void confirm(chosen)}
        />
      )}
      <Button variant="subtle" disabled={cast.isPending} onClick={onLeave}>
        {t('panels.ballot.otherDelegate')}
      </Button>
    </Stack>
  )
}

const digits = 8

interface CodeFormProps {
  name: string
  /** Why the code typed before was not taken. */
  problem: string | null
  onSubmit: (code: string) => void
}

function CodeForm({ name, problem, onSubmit }: CodeFormProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const input = useFocusOnMount<HTMLInputElement>()
  const code = typed.replaceAll(/\D/g, '')

  function submit(event: FormEvent) {
    event.preventDefault()
    if (code.length === digits) onSubmit(code)
  }

  return (
    <form onSubmit={submit} autoComplete="off">
      <Stack gap="sm">
        <TextInput
          label={t('panels.ballot.codeOf', { name })}
          description={t('panels.ballot.codeHint')}
          error={problem}
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          classNames={{ input: styles.code ?? '' }}
          ref={input}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" size="xl" fullWidth disabled={code.length !== digits}>
          {t('panels.ballot.continue')}
        </Button>
      </Stack>
    </form>
  )
}

function Recorded({ name, onNext }: { name: string; onNext: () => void }) {
  const { t } = useTranslation()
  const next = useFocusOnMount<HTMLButtonElement>()
  return (
    <Stack gap="sm">
      <Text fw={600} size="lg" role="status" className={styles.recorded ?? ''}>
        <IconCircleCheck aria-hidden color="var(--mantine-color-teal-6)" />
        {t('panels.ballot.recordedOf', { name })}
      </Text>
      <Button ref={next} size="xl" fullWidth onClick={onNext}>
        {t('panels.ballot.next')}
      </Button>
    </Stack>
  )
}
