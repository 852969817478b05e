// The button in a field for a day or an hour, and the picker behind it.
import { ActionIcon, Loader, Popover } from '@mantine/core'
import { type ComponentType, type ReactNode, useState } from 'react'

export const buttonSize = 44

export interface PickerProps {
  value: string
  onPick: (value: string) => void
}

interface PickerButtonProps<Picker extends PickerProps> extends PickerProps {
  name: string
  icon: ReactNode
  /** Fetched when somebody asks for it: no page grows by it. */
  load: () => Promise<ComponentType<Picker>>
  pickerProps: Omit<Picker, keyof PickerProps>
  isDisabled: boolean
  /** Whether the picker could not be fetched. */
  onFailed: (hasFailed: boolean) => void
}

export function PickerButton<Picker extends PickerProps>(props: PickerButtonProps<Picker>) {
  const { name, icon, load, pickerProps, value, isDisabled, onPick, onFailed } = props
  const [Picker, setPicker] = useState<ComponentType<Picker> | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [isLoading, setLoading] = useState(false)

  async function toggle() {
    if (Picker) return setOpen(!isOpen)
    setLoading(true)
    onFailed(false)
    try {
      const loaded = await load()
      setPicker(() => loaded)
      setOpen(true)
    } catch {
      // Whatever went wrong, one can type, or try again.
      onFailed(true)
    } finally {
      setLoading(false)
    }
  }

  return (
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
          disabled={isDisabled}
          aria-busy={isLoading}
          aria-label={name}
          onClick={() => void toggle()}
        >
          {/* A button that is shut meanwhile would lose the focus, to which it comes back. */}
          {isLoading ? <Loader size={20} aria-hidden /> : icon}
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
              setOpen(false)
              onPick(picked)
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
