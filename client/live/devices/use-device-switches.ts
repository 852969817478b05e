// The person's two switches, the same before and in the hearing: the microphone is muted, the camera released.
import { useLocalDevices } from '../media/local-devices.ts'
import { useDevices } from '../session/live-session-context.ts'

export function useDeviceSwitches() {
  const devices = useDevices()
  const microphone = useLocalDevices(devices, (snapshot) => snapshot.microphone)
  const camera = useLocalDevices(devices, (snapshot) => snapshot.camera)
  const isMuted = useLocalDevices(devices, (snapshot) => snapshot.isMuted)
  return {
    microphone,
    camera,
    isMicrophoneOn: microphone.status === 'on' && !isMuted,
    isCameraOn: camera.status === 'on',
    toggleMicrophone() {
      const wantsMicrophone = microphone.status !== 'on' || isMuted
      devices.prefer({ wantsMicrophone })
      devices.setMuted(!wantsMicrophone)
      if (microphone.status !== 'on') void devices.start('microphone')
    },
    toggleCamera() {
      const wantsCamera = camera.status !== 'on'
      devices.prefer({ wantsCamera })
      if (wantsCamera) void devices.start('camera')
      else devices.stop('camera')
    },
  }
}
