// The five marks of a delegate, side by side. Arrow keys move without marking: each mark is a line in the journal.
import { UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RollcallMark } from '../../../../shared/modules/rollcall/contract.ts'
import classes from './MarkPicker.module.css'

interface MarkPickerProps {
  label: string
  value: RollcallMark | null
  isDisabled: boolean
  onPick: (mark: RollcallMark) => void
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

export function MarkPicker({ label, value, isDisabled, onPick }: MarkPickerProps) {
  const { t } = useTranslation()
  const marks = RollcallMark.options
  const [focused, setFocused] = useState<RollcallMark | null>(null)
  const tabStop = focused ?? value ?? marks[0]

  function move(event: KeyboardEvent<HTMLButtonElement>, index: number) {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = (index + step + marks.length) % marks.length
    const buttons = event.currentTarget.parentElement?.children
    const target = buttons?.[next]
    if (target instanceof HTMLElement) target.focus()
  }

  return (
    <div role="radiogroup" aria-label={label} className={classes.marks}>
      {marks.map((mark, index) => (
        <UnstyledButton
          key={mark}
          role="radio"
          aria-checked={mark === value}
          disabled={isDisabled}
          tabIndex={mark === tabStop ? 0 : -1}
          className={classes.mark}
          onFocus={() => setFocused(mark)}
          onKeyDown={(event) => move(event, index)}
          onClick={() => onPick(mark)}
        >
          {t(`mark.${mark}`)}
        </UnstyledButton>
      ))}
    </div>
  )
}
