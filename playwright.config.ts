import { defineConfig } from '@playwright/test'
import { findOnPath } from './scripts/find-on-path.mjs'
import { browserArguments, fewPictures } from './tests/harness/browser.ts'

// Debian's Chromium, never a download: CI and closed networks have no other.
const chromium = findOnPath('chromium')

/** Rooms full of sending pages, each of which needs the machine; the other specs have few pages, or none that send for long. */
const rooms = [
  'all-connected',
  'ballot',
  'conference',
  'faults',
  'film',
  'hearing',
  'interpretation',
  'sign-language',
  'talk',
  'whole-conference',
  'whole-reception',
].map((name) => `**/${name}.spec.ts`)

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  retries: 0,
  // Never two rooms at once, which would take pictures from each other; they begin, and when they are done two others run.
  workers: 2,
  projects: [
    { name: 'rooms', testMatch: rooms, workers: 1 },
    { name: 'offices', testIgnore: rooms },
  ],
  // What a test waits for when it fails; a busy machine takes three times as long as a quiet one.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  use: {
    actionTimeout: 30_000,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    // Otherwise each click waits until the dialog it is in has come to rest.
    contextOptions: { reducedMotion: 'reduce' },
    permissions: ['camera', 'microphone'],
    // A trace films every page: with five in one hearing the filming would take the machine from the hearing.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium && { executablePath: chromium }),
      args: [...browserArguments, fewPictures],
    },
  },
})
