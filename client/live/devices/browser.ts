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

const products: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/coc_coc_browser\/(\d+)/, 'Cốc Cốc'],
  [/Edg(?:A|iOS)?\/(\d+)/, 'Edge'],
  [/SamsungBrowser\/(\d+)/, 'Samsung Internet'],
  [/(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/CriOS\/(\d+)/, 'Chrome'],
  [/Chrome\/(\d+)/, 'Chrome'],
  [/Version\/(\d+)(?:\.\d+)* (?:Mobile\/\w+ )?Safari/, 'Safari'],
]
const systems: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]

/** For the help desk: `Chrome 141, Windows`. */
export function describeBrowser(userAgent: string): string {
  const product = products.find(([pattern]) => pattern.test(userAgent))
  const version = product?.[0].exec(userAgent)?.[1]
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1]
  const browser = product ? `${product[1]} ${version}` : '?'
  return system ? `${browser}, ${system}` : browser
}
