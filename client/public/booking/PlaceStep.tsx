// Of booking: at which hour, and where.
import type { OpenSitting } from '../../../shared/wire/reception/appointments.ts'
import type { DraftForm } from './draft.ts'
import { HourChoice, WayChoice, waysOf } from './HourChoice.tsx'

export function PlaceStep({ form, sitting }: { form: DraftForm; sitting: OpenSitting }) {
  return (
    <>
      <div data-field="time">
        <HourChoice sitting={sitting} {...form.getInputProps('time')} />
      </div>
      {waysOf(sitting).length > 1 && (
        <div data-field="siteId">
          <WayChoice sitting={sitting} {...form.getInputProps('siteId')} />
        </div>
      )}
    </>
  )
}
