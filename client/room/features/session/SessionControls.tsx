// What staff switch for the whole room beside the course of the session.
import { Stack } from '@mantine/core'
import { AnnouncementControl } from './announcement/AnnouncementControl.tsx'
import { CameraControl } from './camera/CameraControl.tsx'
import { ReactionsControl } from './reactions/ReactionsControl.tsx'
import { RecordingControl } from './recording/RecordingControl.tsx'
import { SpeakingControl } from './SpeakingControl.tsx'

export function SessionControls() {
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
