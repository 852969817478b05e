// Shows one video track. Sound never goes this way: see RemoteAudio.
import { useEffect, useRef } from 'react'
import styles from './stage.module.css'

interface TrackVideoProps {
  track: MediaStreamTrack
  isMirrored?: boolean
  /** The whole picture with bars, rather than a filled frame: for what is shown large. */
  isWhole?: boolean
  onAttached?: () => void
}

export function TrackVideo({ track, isMirrored = false, isWhole = false, onAttached }: TrackVideoProps) {
  const video = useRef<HTMLVideoElement>(null)
  const attached = useRef(onAttached)
  attached.current = onAttached
  useEffect(() => {
    if (!video.current) return
    video.current.srcObject = new MediaStream([track])
    attached.current?.()
  }, [track])
  return (
    <video
      ref={video}
      className={styles.video}
      data-mirrored={isMirrored || undefined}
      data-whole={isWhole || undefined}
      autoPlay
      playsInline
      muted
      aria-hidden
    />
  )
}
