// The one media element of the player: where it is, whether it plays, how fast; picture and sound, or the sound alone.

import { type RefObject, useEffect, useRef, useState } from 'react'
import { filmApi } from '../../../../shared/wire/hearing/film-api.ts'
import { addressOf } from '../../../base/api.ts'

export const speeds = [0.5, 0.75, 1, 1.25, 1.5, 2] as const
type Speed = (typeof speeds)[number]

export interface FilmMedia {
  readonly ref: RefObject<HTMLVideoElement | null>
  readonly src: string
  readonly atMs: number
  readonly isPlaying: boolean
  readonly isMuted: boolean
  readonly isBroken: boolean
  readonly speed: Speed
  readonly isSoundAlone: boolean
  seek(toMs: number): void
  /** By so much from here. */
  skip(ms: number): void
  play(): void
  toggle(): void
  toggleMute(): void
  setSpeed(speed: Speed): void
  faster(steps: 1 | -1): void
  setSoundAlone(isSoundAlone: boolean): void
  reload(): void
}

interface Resume {
  readonly atMs: number
  readonly isPlaying: boolean
}

export function useFilmMedia(sessionId: string, madeAt: number, durationMs: number): FilmMedia {
  const ref = useRef<HTMLVideoElement | null>(null)
  /** Where to go on after the source has been changed. */
  const resume = useRef<Resume | null>(null)
  const { atMs, setAt, isPlaying, isMuted, isBroken, setBroken } = useElementState(ref, resume)
  const [speed, setSpeedState] = useState<Speed>(1)
  const [isSoundAlone, setSoundAloneState] = useState(false)

  // A new source begins at its usual speed.
  useEffect(() => {
    if (ref.current) ref.current.defaultPlaybackRate = ref.current.playbackRate = speed
  }, [speed])

  function remember() {
    const media = ref.current
    if (media) resume.current = { atMs: media.currentTime * 1000, isPlaying: !media.paused }
  }

  function seek(toMs: number) {
    const media = ref.current
    if (!media) return
    const within = Math.min(Math.max(0, toMs), durationMs)
    media.currentTime = within / 1000
    setAt(within)
  }

  const faster = (steps: 1 | -1) =>
    setSpeedState(speeds[Math.min(Math.max(0, speeds.indexOf(speed) + steps), speeds.length - 1)] ?? 1)

  return {
    ref,
    // A film made anew is another file.
    // Another one is another address: a browser keeps parts of what it has played.
    src: `${addressOf(isSoundAlone ? filmApi.sound : filmApi.film, { params: { sessionId } })}?made=${madeAt}`,
    ...{ atMs, isPlaying, isMuted, isBroken, speed, isSoundAlone, seek, faster },
    skip: (ms) => seek((ref.current?.currentTime ?? 0) * 1000 + ms),
    play: () => ref.current && begin(ref.current),
    toggle: () => {
      const media = ref.current
      if (!media) return
      if (media.paused || media.ended) begin(media)
      else media.pause()
    },
    toggleMute: () => {
      if (ref.current) ref.current.muted = !ref.current.muted
    },
    setSpeed: setSpeedState,
    setSoundAlone: (only) => {
      remember()
      setSoundAloneState(only)
    },
    reload: () => {
      remember()
      setBroken(false)
      ref.current?.load()
    },
  }
}

/** What the element tells of itself; a new source goes on where the one before it was. */
function useElementState(ref: RefObject<HTMLVideoElement | null>, resume: RefObject<Resume | null>) {
  const [atMs, setAt] = useState(0)
  const [isPlaying, setPlaying] = useState(false)
  const [isMuted, setMuted] = useState(false)
  const [isBroken, setBroken] = useState(false)

  useEffect(() => {
    const media = ref.current
    if (!media) return
    const listening = new AbortController()
    const on = (names: string, listener: () => void) => {
      for (const name of names.split(' ')) media.addEventListener(name, listener, { signal: listening.signal })
    }
    on('timeupdate seeking seeked', () => setAt(media.currentTime * 1000))
    on('play pause ended', () => setPlaying(!media.paused && !media.ended))
    on('volumechange', () => setMuted(media.muted))
    on('error', () => setBroken(true))
    on('loadedmetadata', () => {
      setBroken(false)
      const before = resume.current
      resume.current = null
      if (!before) return
      media.currentTime = before.atMs / 1000
      if (before.isPlaying) begin(media)
    })
    return () => listening.abort()
  }, [ref, resume])

  return { atMs, setAt, isPlaying, isMuted, isBroken, setBroken }
}

/** A source that changes, or cannot be read, ends the promise; the element’s own events tell of it. */
const begin = (media: HTMLVideoElement) => void media.play().catch(() => undefined)
