// The files of one form. What was left behind is told once the rest has gone, for the form is no longer there then.
import { randomId } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { type ChosenFile, createChosenFiles, judged } from './chosen-files.ts'
import { shortName } from './use-uploads.ts'

export interface FormFiles {
  readonly files: readonly ChosenFile[]
  /** How many go along. */
  readonly count: number
  add(files: readonly File[]): void
  remove(key: string): void
  handIn<T>(send: (files: readonly File[]) => Promise<T>): Promise<T>
}

export function useChosenFiles(): FormFiles {
  const { t } = useTranslation()
  const [chosen] = useState(() => createChosenFiles(randomId))
  const files = judged(useStore(chosen.store))
  return {
    files,
    count: files.filter(({ refusal }) => refusal === null).length,
    add: chosen.add,
    remove: chosen.remove,
    async handIn(send) {
      const answer = await chosen.handIn(send)
      const left = judged(chosen.store.getState()).filter(({ refusal }) => refusal !== null)
      if (left.length > 0)
        notifications.show({
          color: 'yellow',
          title: t('uploads.files.leftOut', { count: left.length }),
          message: left.map(({ file }) => shortName(file.name)).join(', '),
          autoClose: false,
          closeButtonProps: { 'aria-label': t('uploads.dismiss') },
        })
      return answer
    },
  }
}
