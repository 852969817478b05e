// Half hours of a working day, behind a field for an hour; any other hour is typed.
import { TimeGrid } from '@mantine/dates'
import classes from './dates.module.css'
import type { PickerProps } from './PickerButton.tsx'
import { isTime } from './typed-time.ts'

const firstHour = 7
const lastHour = 18
const offered = Array.from({ length: lastHour - firstHour }, (_, index) => String(firstHour + index).padStart(2, '0'))
  .flatMap((hour) => [`${hour}:00`, `${hour}:30`])
  .concat(`${lastHour}:00`)

export function TimeList({ value, onPick }: PickerProps) {
  const first = offered.includes(value) ? value : offered[0]
  return (
    <TimeGrid
      data={offered}
      value={isTime(value) ? value : null}
      onChange={(time) => time !== null && onPick(time)}
      simpleGridProps={{ cols: 3, spacing: 4, verticalSpacing: 4 }}
      classNames={{ control: classes.hour ?? '' }}
      getControlProps={(time) => ({
        'data-autofocus': time === first || undefined,
        'data-mantine-stop-propagation': 'true',
        'aria-pressed': time === value,
        // Also of the hour that stands there: it is taken, and the list closes.
        onClick: () => onPick(time),
      })}
    />
  )
}
