// What staff switch for the whole room beside the course of the session.
import { Stack } from '@mantine/core'
import { AnnouncementControl } from './AnnouncementControl.tsx'
import { CameraControl } from './CameraControl.tsx'
import { ReactionsControl } from './ReactionsControl.tsx'
import { RecordingControl } from './RecordingControl.tsx'
import { SpeakingControl } from './SpeakingControl.tsx'

export function RoomControls() {
  return (
    <Stack gap="lg">
      <RecordingControl />
      <SpeakingControl />
      <AnnouncementControl />
      <ReactionsControl />
      <CameraControl />
    </Stack>
  )
}
