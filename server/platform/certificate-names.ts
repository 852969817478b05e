/** Whose certificate it is: the common name, or all that its subject says, one part a line as Node has it. */
export const nameOf = (distinguished: string) =>
  /^CN=(.+)$/m.exec(distinguished)?.[1] ?? distinguished.replaceAll('\n', ', ')
