// A field for a day or an hour: typed by keyboard, or picked behind the button in it. What it holds is the ISO form of what was read;
// what cannot be read is held as it was typed, so that no form sends it and no draft loses it.
import { ActionIcon, Loader, Popover, TextInput, type TextInputProps } from '@mantine/core'
import { type ComponentType, type FocusEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

export interface PickerProps {
  value: string
  onPick: (value: string) => void
}

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

const buttonSize = 44

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
  const [Picker, setPicker] = useState<ComponentType<Picker> | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle')
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

  async function toggle() {
    if (Picker) return setOpen(!isOpen)
    setState('loading')
    try {
      const loaded = await loadPicker()
      setPicker(() => loaded)
      setOpen(true)
      setState('idle')
    } catch {
      // Whatever went wrong, one can type, or try again.
      setState('failed')
    }
  }

  const words = (isUnread ? fault : error || fault) ?? (state === 'failed' && t('fields.picker.failed'))
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
        <Popover
          opened={isOpen}
          onChange={setOpen}
          position="bottom-end"
          shadow="md"
          trapFocus
          returnFocus
          transitionProps={{ duration: 0 }}
        >
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={buttonSize}
              disabled={input.disabled === true}
              aria-busy={state === 'loading'}
              aria-label={pickerName}
              onClick={() => void toggle()}
            >
              {/* A button that is shut meanwhile would lose the focus, to which it comes back. */}
              {state === 'loading' ? <Loader size={20} aria-hidden /> : pickerIcon}
            </ActionIcon>
          </Popover.Target>
          {/* Escape closes it, and not the dialog that the field is in. */}
          <Popover.Dropdown
            p="xs"
            mah="100dvh"
            style={{ overflow: 'auto' }}
            data-mantine-stop-propagation="true"
            data-field-picker
          >
            {Picker && (
              <Picker
                {...(pickerProps as Picker)}
                value={value}
                onPick={(picked) => {
                  setTyped(null)
                  setOpen(false)
                  onChange?.(picked)
                }}
              />
            )}
          </Popover.Dropdown>
        </Popover>
      }
    />
  )
}
