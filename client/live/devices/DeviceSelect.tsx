// One kind of device to choose from; nothing where there is no choice.
import { NativeSelect } from '@mantine/core'
import { useLocalDevices } from '../media/local-devices.ts'
import { useLiveSession } from '../session/live-session-context.ts'

interface DeviceSelectProps {
  kind: MediaDeviceKind
  label: string
  value: string | null
  onChange: (deviceId: string) => void
}

export function DeviceSelect({ kind, label, value, onChange }: DeviceSelectProps) {
  const { devices } = useLiveSession()
  const available = useLocalDevices(devices, (snapshot) => snapshot.available)
  // Before the person has allowed anything, devices have neither name nor id.
  const choices = available.filter((device) => device.kind === kind && device.deviceId !== '')
  if (choices.length < 2) return null
  return (
    <NativeSelect
      label={label}
      value={value ?? choices[0]?.deviceId ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      data={choices.map(({ deviceId, label: name }) => ({ value: deviceId, label: name }))}
    />
  )
}
