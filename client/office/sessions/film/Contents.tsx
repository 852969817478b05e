// What is in the film, and what is not: chapters, stretches that were left out, pages that it does not show.
import { List, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FilmChapter, MadeFilm } from '../../../../shared/wire/hearing/film.ts'
import { clockDuration, useFormat } from '../../../base/i18n/format.ts'
import { Section } from '../../ui/Section.tsx'
import classes from './player.module.css'

interface ContentsProps {
  film: MadeFilm
  atMs: number
  onGo: (toMs: number) => void
}

export function Contents({ film, atMs, onGo }: ContentsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { chapters, omissions, remarks } = film
  const nameOf = ({ item, speaker }: FilmChapter) =>
    [item, speaker].filter(Boolean).join(' · ') || t('film.chapter.opening')
  return (
    <div className={classes.beside}>
      <Section title={t('film.chapters')}>
        <ol className={`${classes.list} ${classes.chapters}`}>
          {chapters.map((chapter) => (
            <li key={chapter.startMs}>
              <button
                type="button"
                className={classes.chapter}
                {...(chapter.startMs <= atMs && atMs < chapter.endMs && { 'aria-current': 'true' })}
                onClick={() => onGo(chapter.startMs)}
              >
                <span className={classes.place}>{clockDuration(chapter.startMs)}</span>
                <span>{nameOf(chapter)}</span>
              </button>
            </li>
          ))}
        </ol>
        {omissions.length > 0 && (
          <div>
            <Text fw={600}>{t('film.left')}</Text>
            <Text size="sm" c="dimmed">
              {t('film.left.legend')}
            </Text>
            <List>
              {omissions.map(({ from, until, why }) => (
                <List.Item key={from}>
                  {t('film.left.span', {
                    from: format.clock(from),
                    until: format.clock(until),
                    why: t(`film.why.${why}`),
                  })}
                </List.Item>
              ))}
            </List>
          </div>
        )}
        {remarks.length > 0 && (
          <div>
            <Text fw={600}>{t('film.remarks')}</Text>
            <List>
              {remarks.map(({ documentId, title, page, why }) => (
                <List.Item key={`${documentId} ${page}`}>
                  {t('film.remark', { title, page, why: t(`film.remark.${why}`) })}
                </List.Item>
              ))}
            </List>
          </div>
        )}
        <Text size="sm" c="dimmed" visibleFrom="sm">
          {t('film.keys')}: {t('film.keys.text')}
        </Text>
      </Section>
    </div>
  )
}
