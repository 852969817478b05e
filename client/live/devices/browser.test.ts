import { describe, expect, it } from 'vitest'
import { browserOf, describeBrowser, isInAppBrowser } from './browser.ts'

const chromeOnAndroid =
  'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 Chrome/131.0.0.0 Mobile Safari/537.36'

describe('browser detection', () => {
  it.each([
    [chromeOnAndroid, 'chromeAndroid'],
    [
      'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36',
      'samsung',
    ],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0.0.0 Safari/537.36', 'chrome'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 coc_coc_browser/130.0 Chrome/124.0.0.0 Safari/537.36',
      'chrome',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1',
      'safariPhone',
    ],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15', 'safari'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0', 'firefox'],
  ])('of %s returns %s', (userAgent, name) => {
    expect(browserOf(userAgent)).toBe(name)
  })

  it.each(['Zalo android/241101', '[FBAN/FBIOS;FBAV/490.0]', '[FB_IAB/FB4A;FBAV/490.0]', 'Instagram 350.0'])(
    'recognises an in-app browser by “%s”',
    (mark) => {
      expect(isInAppBrowser(`${chromeOnAndroid} ${mark}`)).toBe(true)
    },
  )

  it('does not report a normal browser as in-app', () => {
    expect(isInAppBrowser(chromeOnAndroid)).toBe(false)
  })

  it.each([
    [chromeOnAndroid, 'Chrome 131, Android'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0',
      'Edge 131, Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1',
      'Safari 18, iPhone',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0', 'Firefox 133, Linux'],
    ['something else', '?'],
  ])('describes %s to support as %s', (userAgent, words) => {
    expect(describeBrowser(userAgent)).toBe(words)
  })
})
