// Detects the secrecy marking of a paper (dấu độ mật) in a text: a separate line in capitals. In sentences the same
// letters are ordinary words: bảo mật, mật khẩu, mật độ.
import { isAbove, type SecrecyLevel } from './levels.ts'

/** Without spaces: stamps are often written with spaced letters, M Ậ T. */
const markings: Readonly<Record<string, SecrecyLevel>> = {
  MẬT: 'confidential',
  TỐIMẬT: 'secret',
  TUYỆTMẬT: 'topSecret',
}

/** Spaces, punctuation and symbols around a marking: stars, brackets, bars. */
const ofFrame = /^[\s\p{P}\p{S}]$/u
/** Without its frame no marking is longer, whatever its form prints around it: only so much of a stranger's line is looked at. */
const longestMarking = 200
/** “Độ mật: Tối mật”, “MẬT – Bản số: 03”: what forms print around the marking. */
const caption = /^(?:dấu\s+)?(?:chỉ\s+)?độ\s+mật\s*[:：–-]/iu
const lineEnd = /[\p{Cc}\p{Zl}\p{Zp}]+/u
const copyNumber = /[\s\p{P}]bản\s+số(?!\p{L}).*$/iu

/** The highest level of which a line is the marking; null: none is. */
export function secrecyMarkingIn(text: string): SecrecyLevel | null {
  let highest: SecrecyLevel | null = null
  for (const line of text.normalize('NFC').split(lineEnd)) {
    const level = secrecyMarkingOf(line)
    if (level && (highest === null || isAbove(level, highest))) highest = level
  }
  return highest
}

function secrecyMarkingOf(line: string): SecrecyLevel | null {
  const bare = withoutFrame(line)
  if (bare.length > longestMarking) return null
  const named = bare.replace(caption, '')
  // After its caption the level may be written small.
  const marking = withoutFrame((named === bare ? bare : named.toLocaleUpperCase('vi')).replace(copyNumber, ''))
  return markings[marking.replaceAll(/[\s\u200b]+/gu, '')] ?? null
}

/** One step for each character: an expression that looks for the frame at the end takes the square of them. */
function withoutFrame(line: string): string {
  const characters = Array.from(line)
  const first = characters.findIndex((character) => !ofFrame.test(character))
  if (first === -1) return ''
  return characters.slice(first, characters.findLastIndex((character) => !ofFrame.test(character)) + 1).join('')
}
