// Passwords that are refused whatever their length: well-known ones, the account's own name, a short piece repeated
// (NIST SP 800-63B-4, 3.1.1.2). The list is part of the program, so no Internet is needed.
import { dictionary } from '@zxcvbn-ts/language-common'

export type PasswordFault = 'password-common' | 'password-own-name' | 'password-repeated'

/** Case and diacritics aside, as somebody who guesses tries them. */
const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd')

const common: ReadonlySet<string> = new Set(dictionary['passwords-common'].map(folded))
const isLetter = (character: string) => /\p{L}/u.test(character)

/** `password1234!` is the word with what people add to it. */
function withoutEnds(text: string): string {
  const characters = [...text]
  const first = characters.findIndex(isLetter)
  return first < 0 ? '' : characters.slice(first, characters.findLastIndex(isLetter) + 1).join('')
}

const longestPiece = 4
function isRepeated(text: string): boolean {
  for (let length = 1; length <= longestPiece; length++)
    if (text === text.slice(0, length).repeat(text.length / length)) return true
  return false
}

const onlyWords = (text: string) => folded(text).replace(/[^\p{L}\p{N}]/gu, '')
/** Of a shorter name a good password may well hold the letters. */
const shortestName = 4

export function passwordFault(
  password: string,
  { username, displayName }: { username: string; displayName: string },
): PasswordFault | null {
  const plain = folded(password)
  if (common.has(plain) || common.has(withoutEnds(plain)) || common.has(onlyWords(password))) return 'password-common'
  if (isRepeated(plain)) return 'password-repeated'
  // What is left beside the name is what would have to be guessed.
  const names = [username, displayName].map(onlyWords).filter((name) => name.length >= shortestName)
  const left = names.reduce((text, name) => text.replaceAll(name, ''), onlyWords(password))
  return names.length > 0 && left.length < onlyWords(password).length && left.length < 8 ? 'password-own-name' : null
}
