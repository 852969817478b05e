import { Text } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DelegateId } from '../../../../shared/kernel/ids.ts'
import type { RollcallMark } from '../../../../shared/modules/rollcall/contract.ts'
import type { Site } from '../../../../shared/modules/sites/contract.ts'
import { usePerson } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import { MarkPicker } from './MarkPicker.tsx'

interface DelegateRowProps {
  delegate: Site['delegates'][number]
  isClosed: boolean
  onSubstitute: (delegateId: DelegateId) => void
}

export const DelegateRow = memo(function DelegateRow({ delegate, isClosed, onSubstitute }: DelegateRowProps) {
  const { t } = useTranslation()
  const { delegateId, personId } = delegate
  const person = usePerson(personId)
  const marked = useSession(({ state }) => state?.rollcall.marks[delegateId])
  const substitute = usePerson(marked?.substituteId)
  const mark = useCommand('rollcall.mark')
  const name = person?.name ?? '…'

  function pick(picked: RollcallMark) {
    if (picked === 'substitute') onSubstitute(delegateId)
    else void mark({ delegateId, mark: picked, substituteId: null })
  }

  return (
    <>
      <Text fw={600}>{name}</Text>
      {person?.title && (
        <Text size="sm" c="dimmed">
          {person.title}
        </Text>
      )}
      {substitute && (
        <Text size="sm">
          {t('panels.rollcall.replacedBy', {
            name: [substitute.name, substitute.title, marked?.substitutePaper].filter(Boolean).join(', '),
          })}
        </Text>
      )}
      <MarkPicker
        label={t('panels.rollcall.markOf', { name })}
        value={marked?.mark ?? null}
        isDisabled={isClosed}
        onPick={pick}
      />
    </>
  )
})
