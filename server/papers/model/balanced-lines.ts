/** Breaks a long text of a narrow column into lines of about the same length, so that no lone word stands under a full line. */
export function balancedLines(text: string, lettersOfALine: number): string[] {
  const share = text.length / Math.ceil(text.length / lettersOfALine)
  const broken: string[] = []
  let start = 0
  for (const word of text.split(' ')) {
    const index = Math.floor(start / share)
    broken[index] = broken[index] ? `${broken[index]} ${word}` : word
    start += word.length + 1
  }
  return broken.filter(Boolean)
}
