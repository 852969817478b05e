// One photograph: its corners are put right, then it is taken as a page.
import { Button, Checkbox, Stack, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Photograph } from './picture.ts'
import { SheetCorners } from './SheetCorners.tsx'
import classes from './scan.module.css'
import { isSheet, wholePicture } from './sheet.ts'

interface CornersStepProps {
  photograph: Photograph
  /** The corners were found, or set before. */
  isFound: boolean
  isNew: boolean
  isWorking: boolean
  onUse: (photograph: Photograph) => void
  onLeave: () => void
}

export function CornersStep({ photograph, isFound, isNew, isWorking, onUse, onLeave }: CornersStepProps) {
  const { t } = useTranslation()
  const [corners, setCorners] = useState(photograph.corners)
  const [isEvened, setEvened] = useState(photograph.isEvened)
  const hint = useId()
  const isRight = isSheet(corners)

  return (
    <Stack>
      <Text size="lg">{t(isFound ? 'scan.found' : 'scan.notFound')}</Text>
      <SheetCorners file={photograph.file} corners={corners} hint={hint} onChange={setCorners} />
      <Text id={hint} size="sm" c="dimmed" visibleFrom="sm">
        {t('scan.cornerKeys')}
      </Text>
      {!isRight && (
        <Text role="alert" c="var(--mantine-color-error)">
          {t('scan.crossing')}
        </Text>
      )}
      <Checkbox
        size="md"
        label={t('scan.even')}
        checked={isEvened}
        onChange={({ currentTarget: { checked } }) => setEvened(checked)}
      />
      <div className={classes.acts}>
        <Button size="lg" variant="default" onClick={() => setCorners(wholePicture({ width: 1, height: 1 }))}>
          {t('scan.whole')}
        </Button>
        <Button size="lg" variant="default" disabled={isWorking} onClick={onLeave}>
          {t(isNew ? 'scan.drop' : 'scan.back')}
        </Button>
      </div>
      <div className={`${classes.acts} ${classes.bottom}`}>
        <Button
          size="xl"
          leftSection={<IconCheck aria-hidden />}
          disabled={!isRight || isWorking}
          onClick={() => onUse({ ...photograph, corners, isEvened })}
        >
          {t('scan.use')}
        </Button>
      </div>
    </Stack>
  )
}
