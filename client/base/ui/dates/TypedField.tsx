// A field for a day or an hour: typed by keyboard, or picked behind the button in it. What it holds is the ISO form of what was read;
// what cannot be read is held as it was typed, so that no form sends it and no draft loses it.
import { TextInput, type TextInputProps } from '@mantine/core'
import { type ComponentType, type FocusEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { buttonSize, PickerButton, type PickerProps } from './PickerButton.tsx'

type Replaced = 'value' | 'defaultValue' | 'onChange' | 'type' | 'min' | 'max' | 'label' | 'aria-label' | 'ref'

export interface TypedFieldProps extends Omit<TextInputProps, Replaced> {
  label?: string
  'aria-label'?: string
  value?: string
  onChange?: (value: string) => void
}

interface Props<Picker extends PickerProps> extends TypedFieldProps {
  /** null: it cannot be read, or not yet. */
  read: (typed: string) => string | null
  /** The same of what nobody types on. */
  readLeft?: (typed: string) => string | null
  show: (value: string) => string
  /** In words. Of what cannot be read they say more than the form does. */
  fault: string | null
  isUnread: boolean
  pickerName: string
  pickerIcon: ReactNode
  /** Fetched when somebody asks for it: no page grows by it. */
  loadPicker: () => Promise<ComponentType<Picker>>
  pickerProps: Omit<Picker, keyof PickerProps>
}

export function TypedField<Picker extends PickerProps>(props: Props<Picker>) {
  const {
    value = '',
    onChange,
    read,
    readLeft = read,
    show,
    fault,
    isUnread,
    error,
    onBlur,
    onKeyDown,
    ...others
  } = props
  const { pickerName, pickerIcon, loadPicker, pickerProps, ...input } = others
  const { t } = useTranslation()
  const ref = useRef<HTMLInputElement>(null)
  /** While somebody types; null: what is held is shown in its usual form. */
  const [typed, setTyped] = useState<string | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const held = (text: string) => read(text) ?? (text.trim() === '' ? '' : text)
  const isTyping = typed !== null && held(typed) === value

  // A form that lets the browser check it is not sent either.
  useEffect(() => ref.current?.setCustomValidity(fault ?? ''), [fault])

  function leave() {
    if (isTyping) {
      const left = readLeft(typed)
      if (left !== null && left !== value) onChange?.(left)
    }
    setTyped(null)
  }

  const words = (isUnread ? fault : error || fault) ?? (hasFailed && t('fields.picker.failed'))
  return (
    <TextInput
      {...input}
      ref={ref}
      type="text"
      inputMode="numeric"
      autoComplete="off"
      value={isTyping ? typed : show(value)}
      // Half a day is no mistake of who still types it; what the form says stays, in better words where there are some.
      error={isTyping ? error && words : words}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value)
        onChange?.(held(currentTarget.value))
      }}
      onBlur={(event: FocusEvent<HTMLInputElement>) => {
        leave()
        onBlur?.(event)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave()
        onKeyDown?.(event)
      }}
      rightSectionWidth={buttonSize}
      rightSectionPointerEvents="all"
      rightSection={
        <PickerButton
          name={pickerName}
          icon={pickerIcon}
          load={loadPicker}
          pickerProps={pickerProps}
          value={value}
          isDisabled={input.disabled === true}
          onPick={(picked) => {
            setTyped(null)
            onChange?.(picked)
          }}
          onFailed={setFailed}
        />
      }
    />
  )
}
