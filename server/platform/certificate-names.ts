/** The holder of a certificate: the common name, or the whole subject, one part per line as Node formats it. */
export const nameOf = (distinguished: string) =>
  /^CN=(.+)$/m.exec(distinguished)?.[1] ?? distinguished.replaceAll('\n', ', ')
