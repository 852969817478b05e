// Which browser this is, as far as help with permissions needs to know.

export type BrowserName = 'chrome' | 'chromeAndroid' | 'safari' | 'safariPhone' | 'firefox' | 'samsung'

/** Browsers inside other apps often cannot reach camera or microphone. */
export const isInAppBrowser = (userAgent: string): boolean =>
  /\bZalo|FBA[NV]|FB_IAB|Messenger|Instagram|\bLine\/|MicroMessenger|TikTok|BytedanceWebview/i.test(userAgent)

export function browserOf(userAgent: string): BrowserName {
  if (/SamsungBrowser/.test(userAgent)) return 'samsung'
  if (/Firefox|FxiOS/.test(userAgent)) return 'firefox'
  // Every browser of an iPhone is Safari underneath, and asks as Safari does.
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'safariPhone'
  if (/Android/.test(userAgent)) return 'chromeAndroid'
  if (/Safari/.test(userAgent) && !/Chrome|Chromium|coc_coc/.test(userAgent)) return 'safari'
  return 'chrome'
}
