// The first page of a paper as it would be printed now: a wrong letterhead is seen before a number is taken.
import { Anchor, Loader, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaperKind } from '../../../shared/modules/approval/contract.ts'
import { api } from '../../api.ts'
import { useObjectUrl } from '../../scan/use-object-url.ts'
import { useLinkCall } from '../../session/use-link-call.ts'
import classes from '../panels.module.css'

export function PaperPicture({ paper }: { paper: PaperKind }) {
  const { t } = useTranslation()
  const { at, token } = useLinkCall()
  const [png, setPng] = useState<Blob | 'failed' | null>(null)
  useEffect(() => {
    const { signal, abort } = abortable()
    api.blob(`${at}/${paper}.png`, { token, signal }).then(
      (blob) => setPng(blob),
      () => !signal.aborted && setPng('failed'),
    )
    return abort
  }, [at, token, paper])
  if (png === null) return <Loader aria-label={t('panels.minutes.approval.picture.coming')} />
  if (png === 'failed') return <Text c="orange">{t('panels.minutes.approval.picture.failed')}</Text>
  return <Picture png={png} alt={t(`panels.minutes.approval.picture.${paper}`)} />
}

function Picture({ png, alt }: { png: Blob; alt: string }) {
  const { t } = useTranslation()
  const url = useObjectUrl(png)
  if (!url) return null
  return (
    <>
      <img src={url} alt={alt} className={classes.paper} />
      <Anchor href={url} target="_blank" rel="noreferrer">
        {t('panels.minutes.approval.picture.large')}
      </Anchor>
    </>
  )
}

function abortable() {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}
