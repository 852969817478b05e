/** Of the voices of a browser: one that speaks Vietnamese, on the device itself rather than over the net. */
export function vietnameseVoice<Voice extends Pick<SpeechSynthesisVoice, 'lang' | 'localService'>>(
  voices: readonly Voice[],
): Voice | null {
  // Android writes vi_VN.
  const vietnamese = voices.filter(({ lang }) => /^vi([-_]|$)/i.test(lang))
  return vietnamese.find(({ localService }) => localService) ?? vietnamese[0] ?? null
}
