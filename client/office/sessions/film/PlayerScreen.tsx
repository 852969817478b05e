// The picture of the film, under the name of who looks at it.
import { Button, Text } from '@mantine/core'
import { IconHeadphones } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/wire/identity/account.ts'
import classes from './player.module.css'
import type { FilmMedia } from './use-film-media.ts'
import { Watermark } from './Watermark.tsx'

interface PlayerScreenProps {
  title: string
  media: FilmMedia
  account: Account
}

export function PlayerScreen({ title, media, account }: PlayerScreenProps) {
  const { t } = useTranslation()
  return (
    <div className={classes.screen}>
      {/* What is said stands beside it, in the minutes. */}
      {/* biome-ignore lint/a11y/useMediaCaption: the minutes beside it are its text */}
      <video
        ref={media.ref}
        className={classes.video}
        src={media.src}
        preload="metadata"
        playsInline
        disablePictureInPicture
        tabIndex={-1}
        aria-label={t('film.video', { title })}
        onClick={media.toggle}
        onContextMenu={(event) => event.preventDefault()}
      />
      {media.isSoundAlone && (
        <div className={classes.soundAlone}>
          <IconHeadphones size={64} aria-hidden />
          <Text size="lg">{t('film.soundAlone.now')}</Text>
        </div>
      )}
      <Watermark account={account} />
      {media.isBroken && (
        <div className={classes.broken} role="alert">
          <Text>{t('film.broken')}</Text>
          <Button variant="white" onClick={media.reload}>
            {t('film.reload')}
          </Button>
        </div>
      )}
    </div>
  )
}
