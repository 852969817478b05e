/** As Vietnamese people type in a hurry: “Nguyễn Đức” becomes “nguyen duc”. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
}
