// The citizen’s own words as the officer writes them: the last of them over the stage, and the whole of it over the page when
// it is read back.
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconWriting } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Statement } from '../../../../../shared/modules/statement/contract.ts'
import { useSession } from '../../../../live/session/store.ts'
import styles from '../../../frame/banner.module.css'

const StatementDialog = lazy(async () => ({
  default: (await import('./StatementDialog.tsx')).StatementDialog,
}))

/** As much as two lines of a phone hold. */
const lastCharacters = 90

export function OwnStatement() {
  const own = useSession(({ state, me }) =>
    state?.statement.statements.find(
      ({ participantId, phase }) => participantId === me?.participantId && phase !== 'settled',
    ),
  )
  const [isOpen, setOpen] = useState(false)
  useSettledNotice()
  if (!own) return null
  return (
    <>
      {own.phase === 'writing' && own.text !== '' && <Words statement={own} onOpen={() => setOpen(true)} />}
      {(own.phase === 'reading' || isOpen) && (
        <Suspense>
          <StatementDialog statement={own} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

function Words({ statement: { text }, onOpen }: { statement: Statement; onOpen: () => void }) {
  const { t } = useTranslation()
  const last = text.length > lastCharacters ? `… ${text.slice(-lastCharacters)}` : text
  return (
    <section className={styles.banner} aria-label={t('statement.title')}>
      <IconWriting aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <div>{t('statement.beingWritten')}</div>
        <strong>{last}</strong>
      </div>
      <Button color="dark" variant="white" onClick={onOpen}>
        {t('statement.seeAll')}
      </Button>
    </section>
  )
}

/** What became of it is said once, as the page with the text goes. */
function useSettledNotice() {
  const { t } = useTranslation()
  const outcome = useSession(
    ({ state, me }) =>
      state?.statement.statements
        .filter(({ participantId, phase }) => participantId === me?.participantId && phase === 'settled')
        .flatMap(({ versions }) => versions.at(-1)?.outcome ?? [])
        .toSorted((one, other) => one.at - other.at)
        .at(-1) ?? null,
  )
  const told = useRef(outcome?.at ?? null)
  useEffect(() => {
    if (outcome === null || outcome.at === told.current) return
    told.current = outcome.at
    const isSigned = outcome.how !== 'notSigned'
    notifications.show({
      message: t(isSigned ? 'statement.settled' : 'statement.notSigned'),
      autoClose: 8000,
      closeButtonProps: { 'aria-label': t('dialog.close') },
    })
  }, [outcome, t])
}
