import { defineConfig } from '@playwright/test'
import { findOnPath } from './scripts/find-on-path.mjs'
import { browserArguments } from './tests/harness/browser.ts'

// Debian's Chromium, never a download: CI and closed networks have no other.
const chromium = findOnPath('chromium')

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  retries: 0,
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  use: {
    actionTimeout: 30_000,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    permissions: ['camera', 'microphone'],
    // A trace films every page: with five in one hearing the filming would take the machine from the hearing.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium && { executablePath: chromium }),
      args: browserArguments,
    },
  },
})
