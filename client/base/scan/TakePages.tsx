// How a page comes in: by the camera of the device, or out of its pictures.
import { Button, FileButton } from '@mantine/core'
import { IconCamera, IconPhoto } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './scan.module.css'

interface TakePagesProps {
  isFirst: boolean
  isWorking: boolean
  onFiles: (files: readonly File[]) => void
}

/** The camera of the device by its own app: it works on old phones, needs no permission, and leaves the hearing its camera. */
export function TakePages({ isFirst, isWorking, onFiles }: TakePagesProps) {
  const { t } = useTranslation()
  const resetCamera = useRef<() => void>(null)
  const resetGallery = useRef<() => void>(null)
  return (
    <div className={classes.acts}>
      <FileButton
        accept="image/*"
        capture="environment"
        resetRef={resetCamera}
        inputProps={{ 'aria-label': t(isFirst ? 'scan.first' : 'scan.more') }}
        onChange={(file) => {
          if (file) onFiles([file])
          // Or the same picture could not be taken again.
          resetCamera.current?.()
        }}
      >
        {(props) => (
          <Button
            {...props}
            size="xl"
            variant={isFirst ? 'filled' : 'light'}
            leftSection={<IconCamera aria-hidden />}
            disabled={isWorking}
          >
            {t(isFirst ? 'scan.first' : 'scan.more')}
          </Button>
        )}
      </FileButton>
      <FileButton
        multiple
        accept="image/*"
        resetRef={resetGallery}
        inputProps={{ 'aria-label': t('scan.gallery') }}
        onChange={(files) => {
          if (files.length > 0) onFiles(files)
          resetGallery.current?.()
        }}
      >
        {(props) => (
          <Button {...props} size="xl" variant="default" leftSection={<IconPhoto aria-hidden />} disabled={isWorking}>
            {t('scan.gallery')}
          </Button>
        )}
      </FileButton>
    </div>
  )
}
