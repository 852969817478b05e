// A camera that stands over the desk: its picture, and a button that takes it. Asked for when it is wanted, let go with the step.
import { Button, NativeSelect, Stack, Text } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './scan.module.css'

interface DocumentCameraProps {
  onTaken: (picture: Blob) => void
  onLeave: () => void
}

/** As sharp as it can: A4 wants two thousand pixels. */
const sharp = { width: { ideal: 3264 }, height: { ideal: 2448 } }

/** A phone has its camera app for it. */
export const mayHaveDocumentCamera = (): boolean =>
  // Over plain http a browser has no cameras.
  'mediaDevices' in navigator && window.matchMedia('(hover: hover) and (pointer: fine)').matches

export function DocumentCamera({ onTaken, onLeave }: DocumentCameraProps) {
  const { t } = useTranslation()
  const video = useRef<HTMLVideoElement>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [cameras, setCameras] = useState<readonly MediaDeviceInfo[]>([])
  const [hasFailed, setFailed] = useState(false)

  useEffect(() => {
    let isWanted = true
    let stream: MediaStream | null = null
    const stop = () => {
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    const start = async () => {
      const wanted = chosen === null ? sharp : { ...sharp, deviceId: { exact: chosen } }
      stream = await navigator.mediaDevices.getUserMedia({ video: wanted })
      if (!isWanted) return stop()
      setFailed(false)
      if (video.current) video.current.srcObject = stream
      const devices = await navigator.mediaDevices.enumerateDevices()
      if (isWanted) setCameras(devices.filter(({ kind }) => kind === 'videoinput'))
    }
    start().catch(() => isWanted && setFailed(true))
    return () => {
      isWanted = false
      stop()
    }
  }, [chosen])

  function take() {
    const { current } = video
    if (!current || current.videoWidth === 0) return
    const canvas = document.createElement('canvas')
    canvas.width = current.videoWidth
    canvas.height = current.videoHeight
    canvas.getContext('2d')?.drawImage(current, 0, 0)
    canvas.toBlob((picture) => picture && onTaken(picture), 'image/jpeg', 0.95)
  }

  return (
    <Stack>
      {hasFailed ? (
        <Text role="alert" c="var(--mantine-color-error)">
          {t('scan.noCamera')}
        </Text>
      ) : (
        <video ref={video} className={classes.desk} aria-label={t('scan.deskPicture')} autoPlay playsInline muted />
      )}
      {cameras.length > 1 && (
        <NativeSelect
          size="lg"
          label={t('scan.whichCamera')}
          value={chosen ?? cameras[0]?.deviceId ?? ''}
          data={cameras.map(({ deviceId, label }, index) => ({ value: deviceId, label: label || `${index + 1}` }))}
          onChange={({ currentTarget: { value } }) => setChosen(value)}
        />
      )}
      <div className={classes.acts}>
        <Button size="xl" leftSection={<IconCamera aria-hidden />} disabled={hasFailed} onClick={take}>
          {t('scan.take')}
        </Button>
        <Button size="lg" variant="default" onClick={onLeave}>
          {t('scan.back')}
        </Button>
      </div>
    </Stack>
  )
}
