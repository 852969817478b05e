// Drawn conference rooms: the wall with its text, people in a row, the table in front of them. SVG of 16 : 9.
import { type DrawnPerson, drawnPerson, peopleDefinitions } from './drawn-people.ts'

export interface DrawnRoom {
  /** In large letters on the wall. */
  readonly words: readonly string[]
  readonly wall: string
  readonly panel: string
  readonly cloth: string
  readonly people: readonly DrawnPerson[]
}

const WIDTH = 1280
const HEIGHT = 720

export function drawnRoom({ words, wall, panel, cloth, people }: DrawnRoom): string {
  const size = people.length > 3 ? 1.35 : people.length > 2 ? 1.6 : 1.95
  const middle = people.length > 2 ? 352 : 336
  const seats = people.map((_, index) => (WIDTH / people.length) * (index + 0.5) * 0.94 + WIDTH * 0.03)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">
    <defs>${peopleDefinitions}
      <radialGradient id="light" cx=".42" cy=".22" r=".95">
        <stop offset="0" stop-color="#fff" stop-opacity=".3"/><stop offset=".6" stop-color="#fff" stop-opacity="0"/>
        <stop offset="1" stop-color="#000" stop-opacity=".36"/>
      </radialGradient>
      <linearGradient id="wood" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#a8703f"/><stop offset="1" stop-color="#7d4c26"/></linearGradient>
      <filter id="far"><feGaussianBlur stdDeviation="2.2"/></filter>
    </defs>
    <g filter="url(#far)">
      <rect width="${WIDTH}" height="${HEIGHT}" fill="${wall}"/>
      ${boards(panel)}
      ${wordsOnTheWall(words)}
      ${plant(70)}${plant(1215)}
    </g>
    <rect width="${WIDTH}" height="${HEIGHT}" fill="url(#light)"/>
    ${seats.map((x) => chair(x, middle, size)).join('')}
    ${people.map((person, index) => `<g transform="translate(${seats[index]} ${middle}) scale(${size})">${drawnPerson(person)}</g>`).join('')}
    ${table(cloth)}
    ${seats.map(things).join('')}
  </svg>`
}

const boards = (colour: string) =>
  `<rect x="150" width="980" height="640" fill="${colour}"/>
   ${Array.from({ length: 8 }, (_, index) => `<rect x="${150 + index * 140}" width="3" height="640" fill="#000" opacity=".16"/>`).join('')}
   <rect x="150" width="980" height="26" fill="#fff" opacity=".35"/>`

const wordsOnTheWall = (words: readonly string[]) =>
  words
    .map(
      (line, index) =>
        `<text x="${WIDTH / 2}" y="${98 + index * 62}" text-anchor="middle" font-family="Be Vietnam Pro, DejaVu Sans" font-weight="700" font-size="${index === 0 ? 38 : 54}" fill="#ffe9a8">${line}</text>`,
    )
    .join('')

const plant = (x: number) => {
  const leaf = (angle: number, length: number) =>
    `<path d="M0 0 C-26 ${-length / 2} -12 ${-length} 0 ${-length} C12 ${-length} 26 ${-length / 2} 0 0 Z" transform="rotate(${angle})" fill="${angle % 20 === 0 ? '#3f7d4e' : '#2f6340'}"/>`
  return `<g transform="translate(${x} 500)">${[-70, -40, -15, 10, 40, 70].map((angle) => leaf(angle, 190 - Math.abs(angle))).join('')}
    <path d="M-46 0 L46 0 L34 130 L-34 130 Z" fill="#e6e2da"/></g>`
}

const chair = (x: number, y: number, size: number) =>
  `<rect x="${x - 100 * size}" y="${y + 30 * size}" width="${200 * size}" height="400" rx="${36 * size}" fill="#3b2a22"/>
   <rect x="${x - 92 * size}" y="${y + 36 * size}" width="${184 * size}" height="400" rx="${32 * size}" fill="#54392c"/>`

const table = (cloth: string) =>
  `<path d="M0 612 L${WIDTH} 612 L${WIDTH} ${HEIGHT} L0 ${HEIGHT} Z" fill="url(#wood)"/>
   <path d="M0 604 L${WIDTH} 604 L${WIDTH} 640 L0 640 Z" fill="#c08a55"/>
   <path d="M0 648 L${WIDTH} 648 L${WIDTH} ${HEIGHT} L0 ${HEIGHT} Z" fill="${cloth}"/>
   <rect y="640" width="${WIDTH}" height="10" fill="#000" opacity=".22"/>`

/** Before everybody a microphone, papers and a bottle of water. */
const things = (x: number) =>
  `<path d="M${x - 62} 622 L${x + 40} 622 L${x + 58} 634 L${x - 80} 634 Z" fill="#fff"/>
   <path d="M${x + 76} 626 C${x + 76} 590 ${x + 62} 566 ${x + 40} 548" fill="none" stroke="#23262b" stroke-width="5" stroke-linecap="round"/>
   <ellipse cx="${x + 35}" cy="543" rx="9" ry="13" transform="rotate(-48 ${x + 35} 543)" fill="#17191d"/>
   <rect x="${x + 58}" y="620" width="38" height="12" rx="5" fill="#23262b"/>
   <path d="M${x - 118} 560 h16 v12 q8 6 8 16 v42 h-32 v-42 q0 -10 8 -16 Z" fill="#d7ecf6" fill-opacity=".8"/>
   <rect x="${x - 126}" y="594" width="32" height="18" fill="#3d8fc4"/><rect x="${x - 118}" y="552" width="16" height="9" rx="2" fill="#2f6fa8"/>`
