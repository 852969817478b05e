// The minutes beside the film: a line is pressed to hear it, that which is being heard is marked and kept in sight, until somebody
// scrolls by themselves.
import { Alert, Button, CloseButton, Text, TextInput, Title } from '@mantine/core'
import { IconArrowsVertical, IconSearch } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { askedOf } from '../../../../shared/search/words.ts'
import { clockDuration, useFormat } from '../../../i18n/format.ts'
import { Marked } from '../cases/Marked.tsx'
import classes from './player.module.css'
import { found, type SpokenLine, type SpokenSection } from './spoken-lines.ts'

interface MinutesBesideProps {
  sections: readonly SpokenSection[]
  heardKey: string | null
  /** Plays the film from there. */
  onHear: (filmMs: number) => void
}

const scrollingKeys = ['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown']

export function MinutesBeside({ sections, heardKey, onHear }: MinutesBesideProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [absent, setAbsent] = useState<SpokenLine | null>(null)
  const [isFollowing, setFollowing] = useState(true)
  const list = useRef<HTMLDivElement>(null)
  const asked = typed.trim() === '' ? null : askedOf(typed)
  const shown = found(sections, asked)
  const count = shown.reduce((sum, { lines }) => sum + lines.length, 0)

  useEffect(() => {
    if (isFollowing && heardKey !== null) bringIntoSight(list.current, heardKey)
  }, [isFollowing, heardKey])

  function choose(line: SpokenLine) {
    setFollowing(true)
    setAbsent(line.place?.isInFilm === false ? line : null)
    if (line.place?.isInFilm) onHear(line.place.filmMs)
  }

  return (
    <section className={classes.minutes} aria-labelledby={id}>
      <Title order={2} size="h4" id={id}>
        {t('film.minutes')}
      </Title>
      <TextInput
        label={t('film.minutes.search')}
        description={t('film.minutes.searchHint')}
        leftSection={<IconSearch size={18} aria-hidden />}
        rightSection={typed !== '' && <CloseButton aria-label={t('film.minutes.clear')} onClick={() => setTyped('')} />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div role="status">
        {asked !== null && (
          <Text size="sm">{count === 0 ? t('film.minutes.nothing') : t('film.minutes.found', { count })}</Text>
        )}
        {absent?.place?.isInFilm === false && (
          <Alert color="yellow" variant="light" p="sm">
            <Text>{t('film.notInFilm', { time: format.time(absent.at), why: t(`film.why.${absent.place.why}`) })}</Text>
            {absent.place.why !== 'after' && (
              <GoOn
                toMs={absent.place.goesOnMs}
                onGo={(toMs) => {
                  setAbsent(null)
                  onHear(toMs)
                }}
              />
            )}
          </Alert>
        )}
      </div>
      {!isFollowing && heardKey !== null && (
        <Button
          variant="default"
          leftSection={<IconArrowsVertical size={18} aria-hidden />}
          onClick={() => setFollowing(true)}
        >
          {t('film.minutes.follow')}
        </Button>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it watches whether somebody scrolls, and does nothing by itself */}
      <div
        ref={list}
        className={classes.lines}
        onWheel={() => setFollowing(false)}
        onTouchMove={() => setFollowing(false)}
        onKeyDown={({ key }) => scrollingKeys.includes(key) && setFollowing(false)}
      >
        {shown.map(({ key, heading, lines }) => (
          <div key={key}>
            {heading !== null && <h3 className={classes.heading}>{heading}</h3>}
            <ul className={classes.list}>
              {lines.map((line) => (
                <li key={line.key}>
                  <button
                    type="button"
                    className={classes.line}
                    data-line={line.key}
                    {...(line.key === heardKey && { 'aria-current': 'true' })}
                    onClick={() => choose(line)}
                  >
                    <Where line={line} />
                    <span>
                      <Marked text={line.text} asked={asked} />
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}

function Where({ line: { place } }: { line: SpokenLine }) {
  const { t } = useTranslation()
  if (place === null) return <span />
  if (!place.isInFilm) return <span className={classes.absent}>{t('film.notInFilm.short')}</span>
  return <span className={classes.place}>{clockDuration(place.filmMs)}</span>
}

function GoOn({ toMs, onGo }: { toMs: number; onGo: (toMs: number) => void }) {
  const { t } = useTranslation()
  return (
    <Button variant="default" mt="xs" onClick={() => onGo(toMs)}>
      {t('film.left.watch')}
    </Button>
  )
}

/** Within the list where that scrolls by itself; else, on a phone, within the page. */
function bringIntoSight(list: HTMLDivElement | null, key: string): void {
  const line = list?.querySelector<HTMLElement>(`[data-line="${key}"]`)
  if (!list || !line) return
  if (list.scrollHeight <= list.clientHeight) return void (isPhone() && line.scrollIntoView({ block: 'nearest' }))
  const { top, bottom } = line.getBoundingClientRect()
  const frame = list.getBoundingClientRect()
  if (top < frame.top || bottom > frame.bottom) list.scrollTop += top - frame.top - frame.height / 3
}

const isPhone = () => matchMedia('(max-width: 60em)').matches
