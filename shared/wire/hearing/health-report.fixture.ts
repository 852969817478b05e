// A page with which all is well, for the tests of health.
import type { HealthReport } from './health.ts'

export const wellReport: HealthReport = {
  camera: 'live',
  microphone: 'muted',
  sentKbps: 1200,
  receivedKbps: 900,
  upLossPercent: 0,
  downLossPercent: 0,
  roundTripMs: 30,
  framesPerSecond: 24,
  freezes: 0,
  limitedBy: 'none',
  route: 'udp',
}
