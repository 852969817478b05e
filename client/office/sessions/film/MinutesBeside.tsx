// The minutes beside the film: a line is pressed to hear it, that which is being heard is marked and kept in sight, until somebody
// scrolls by themselves.
import { Alert, Button, CloseButton, Text, TextInput, Title } from '@mantine/core'
import { IconArrowsVertical, IconSearch } from '@tabler/icons-react'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { askedOf } from '../../../../shared/search/words.ts'
import { clockDuration, useFormat } from '../../../base/i18n/format.ts'
import { Marked } from '../../ui/Marked.tsx'
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
  const id = useId()
  const [typed, setTyped] = useState('')
  /** Pressed, and in no film. */
  const [absentKey, setAbsentKey] = useState<string | null>(null)
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
    setAbsentKey(line.key)
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
        {shown.map((section) => (
          <Section
            key={section.key}
            section={section}
            asked={asked}
            heardKey={heardKey}
            absentKey={absentKey}
            onChoose={choose}
            onGo={(toMs) => {
              setAbsentKey(null)
              onHear(toMs)
            }}
          />
        ))}
      </div>
    </section>
  )
}

interface SectionProps {
  section: SpokenSection
  asked: ReturnType<typeof askedOf> | null
  heardKey: string | null
  absentKey: string | null
  onChoose: (line: SpokenLine) => void
  onGo: (toMs: number) => void
}

function Section({ section: { heading, lines }, asked, heardKey, absentKey, onChoose, onGo }: SectionProps) {
  return (
    <div>
      {heading !== null && <h3 className={classes.heading}>{heading}</h3>}
      <ul className={classes.list}>
        {lines.map((line) => (
          <li key={line.key}>
            <Line line={line} isHeard={line.key === heardKey} onChoose={() => onChoose(line)}>
              <Marked text={line.text} asked={asked} />
            </Line>
            {line.key === absentKey && <Absent line={line} onGo={onGo} />}
          </li>
        ))}
      </ul>
    </div>
  )
}

interface LineProps {
  line: SpokenLine
  isHeard: boolean
  onChoose: () => void
  children: ReactNode
}

/** Without a film it is a line to read. */
function Line({ line, isHeard, onChoose, children }: LineProps) {
  if (line.place === null) return <Text className={classes.plain}>{children}</Text>
  return (
    <button
      type="button"
      className={classes.line}
      data-line={line.key}
      {...(isHeard && { 'aria-current': 'true' })}
      onClick={onChoose}
    >
      <Where line={line} />
      <span>{children}</span>
    </button>
  )
}

function Where({ line: { place } }: { line: SpokenLine }) {
  const { t } = useTranslation()
  if (place === null) return <span />
  if (!place.isInFilm) return <span className={classes.absent}>{t('film.notInFilm.short')}</span>
  return <span className={classes.place}>{clockDuration(place.filmMs)}</span>
}

/** Why nothing is heard, and where the film goes on. */
function Absent({ line: { at, place }, onGo }: { line: SpokenLine; onGo: (toMs: number) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (place === null || place.isInFilm) return null
  const { why, goesOnMs } = place
  return (
    <Alert color="yellow" variant="light" p="sm" role="alert">
      <Text>{t('film.notInFilm', { time: format.clock(at), why: t(`film.why.${why}`) })}</Text>
      {why !== 'after' && (
        <Button variant="default" mt="xs" onClick={() => onGo(goesOnMs)}>
          {t('film.left.watch')}
        </Button>
      )}
    </Alert>
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
