// The document presented to all, in the main place: everybody follows the presenter, or leafs through it for themselves.
import { Button, Text } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { documentOf, mayPresent } from '../../../shared/modules/documents/contract.ts'
import { useLiveSession } from '../session/live-session-context.ts'
import { meIn, useName } from '../session/selectors.ts'
import { type SessionSnapshot, sessionStore, useSession } from '../session/store.ts'
import { useCommand } from '../session/use-command.ts'
import { LazyViewer } from '../viewer/LazyViewer.tsx'
import type { Spot } from '../viewer/PointerArea.tsx'
import styles from './stage.module.css'

const presentationIn = ({ state }: SessionSnapshot) => state?.documents.presentation ?? null

export const useIsPresenting = (): boolean => useSession((session) => presentationIn(session) !== null)

/** `isBare`: on a screen that nobody stands before. */
export function PresentedDocument({ isBare = false }: { isBare?: boolean }) {
  const presentation = useSession(presentationIn)
  const document = useSession(({ state }) => documentOf(state?.documents.documents ?? [], presentation?.documentId))
  // Another document starts anew: followed, at the presenter's page.
  return presentation && document ? (
    <Presented key={document.documentId} presentation={presentation} document={document} isBare={isBare} />
  ) : null
}

interface PresentedProps {
  presentation: NonNullable<ReturnType<typeof presentationIn>>
  document: NonNullable<ReturnType<typeof documentOf>>
  isBare: boolean
}

function Presented({ presentation: { documentId, page, presenterId }, document, isBare }: PresentedProps) {
  const mayTurn = useSession((session) => {
    const me = meIn(session)
    return !!me && !!session.state && mayPresent(session.state.documents, session.state.floor.holder, me)
  })
  const isPresenter = useSession(({ me }) => me?.participantId === presenterId) && mayTurn
  // What was pointed at in a document before is nowhere in this one.
  const [pointerBefore] = useState(() => sessionStore.getState().live.pointer)
  const spot = useSession(({ live: { pointer } }) => {
    const isHere = pointer !== pointerBefore && pointer?.participantId === presenterId && pointer?.page === page
    return isHere ? pointer.at : null
  })
  const [ownPage, setOwnPage] = useState<number | null>(null)
  const present = useCommand('documents.present')
  const turnPage = useCommand('documents.turnPage')
  const shownPage = isPresenter ? page : (ownPage ?? page)
  const live = useLiveSession()
  const sessionId = useSession(({ state }) => state?.session.sessionId ?? null)
  const point = useCallback((at: Spot | null) => live.tell({ type: 'pointer', page, at }), [live, page])
  const turn = (to: number) => (isPresenter ? void turnPage({ documentId, page: to }) : setOwnPage(to))
  useClicker(isPresenter, (by) => {
    const to = page + by
    if (to >= 1 && to <= (document.shown?.pages ?? 0)) turn(to)
  })

  async function takeOver() {
    const { ok } = await present({ documentId, page: shownPage })
    if (ok) setOwnPage(null)
  }

  return (
    <LazyViewer
      document={document}
      sessionId={sessionId}
      page={shownPage}
      onPage={turn}
      spot={isPresenter || shownPage !== page ? null : spot}
      onPoint={isPresenter ? point : undefined}
      isBare={isBare}
    >
      {isPresenter ? (
        <Presenting />
      ) : (
        <Following
          presenterId={presenterId}
          page={page}
          isFollowing={ownPage === null}
          onFollow={() => setOwnPage(null)}
          onTakeOver={mayTurn ? () => void takeOver() : undefined}
        />
      )}
    </LazyViewer>
  )
}

function Presenting() {
  const { t } = useTranslation()
  const end = useCommand('documents.endPresentation')
  return (
    <div className={styles.presenting}>
      <Text span className={styles.presenter}>
        {t('presenting.byYou')}
      </Text>
      <Button color="red" loading={end.isPending} onClick={() => void end({})}>
        {t('presenting.end')}
      </Button>
    </div>
  )
}

interface FollowingProps {
  presenterId: PresentedProps['presentation']['presenterId']
  page: number
  isFollowing: boolean
  onFollow: () => void
  onTakeOver: (() => void) | undefined
}

function Following({ presenterId, page, isFollowing, onFollow, onTakeOver }: FollowingProps) {
  const { t } = useTranslation()
  const name = useName(presenterId)
  const end = useCommand('documents.endPresentation')
  return (
    <div className={styles.presenting}>
      <Text span className={styles.presenter} role="status">
        {isFollowing
          ? presenterId
            ? t('presenting.by', { name })
            : t('presenting.byNobody')
          : t('presenting.onYourOwn', { page })}
      </Text>
      {!isFollowing && <Button onClick={onFollow}>{t('presenting.follow')}</Button>}
      {onTakeOver && (
        <Button variant="default" onClick={onTakeOver}>
          {t('presenting.takeOver')}
        </Button>
      )}
      {onTakeOver && (
        <Button variant="default" loading={end.isPending} onClick={() => void end({})}>
          {t('presenting.end')}
        </Button>
      )}
    </div>
  )
}

/** The remote control in a presenter's hand sends these keys, wherever the focus is. */
function useClicker(isOn: boolean, turn: (by: number) => void) {
  useEffect(() => {
    if (!isOn) return
    const listen = (event: KeyboardEvent) => {
      const by = { PageDown: 1, PageUp: -1 }[event.key]
      const isTaken = event.target instanceof Element && event.target.closest(taken)
      if (by === undefined || isTaken || event.defaultPrevented) return
      event.preventDefault()
      turn(by)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  })
}

const taken = 'input, textarea, select, [contenteditable], [role="dialog"]'
