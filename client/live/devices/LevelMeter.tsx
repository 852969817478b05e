// A bar that moves with the own voice: the quickest proof that the microphone works.
import { Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { watchLevel } from '../media/microphone-level.ts'
import styles from './devices.module.css'

/** Speech at arm's length fills about two thirds of the bar. */
const shownLevel = (level: number) => Math.min(1, Math.sqrt(level) * 2)

export function LevelMeter({ track }: { track: MediaStreamTrack }) {
  const { t } = useTranslation()
  const bar = useRef<HTMLDivElement>(null)
  // Ten times a second is no business of React's.
  useEffect(
    () => watchLevel(track, (level) => bar.current?.style.setProperty('transform', `scaleX(${shownLevel(level)})`)),
    [track],
  )
  return (
    <>
      <Text fz="sm" mb={6}>
        {t('join.sayHello')}
      </Text>
      <div className={styles.meter} aria-hidden>
        <div ref={bar} className={styles.level} />
      </div>
    </>
  )
}
