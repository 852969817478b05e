// Drawn people for the picture in the README: head and shoulders as SVG, centred on the face. No real people are
// depicted.

export interface DrawnPerson {
  readonly hair: 'short' | 'parted' | 'receding' | 'bob' | 'long' | 'bun'
  readonly hairColour?: string
  readonly skin?: string
  readonly clothes: 'suit' | 'shirt' | 'tunic'
  readonly colour: string
  readonly tie?: string
  readonly hasGlasses?: true
  readonly speaks?: true
  /** Degrees to the right. */
  readonly turn?: number
}

const BLACK = '#1f1a1b'

export function drawnPerson(person: DrawnPerson): string {
  const { hairColour = BLACK, skin = '#e6b48c', turn = 0 } = person
  const shift = turn / 3
  return `<g>
    ${hairBehind(person.hair, hairColour)}
    <path d="M-24 34 C-22 70 -26 86 -38 98 L38 98 C26 86 22 70 24 34 Z" fill="${skin}"/>
    <path d="M-24 46 C-10 70 14 70 24 44 L23 66 C10 82 -12 82 -23 66 Z" fill="#000" opacity=".16"/>
    ${clothes(person)}
    <g transform="rotate(${turn / 5} 0 60)">
      <path d="M-47 0 C-57 -8 -59 22 -45 24 Z M47 0 C57 -8 59 22 45 24 Z" fill="${skin}"/>
      <path d="M-47 0 C-57 -8 -59 22 -45 24 Z M47 0 C57 -8 59 22 45 24 Z" fill="#000" opacity=".1"/>
      <path d="${FACE}" fill="${skin}"/>
      <path d="${FACE}" fill="url(#faceShade)"/>
      <g transform="translate(${shift} 0)">${face(person, hairColour)}</g>
      ${hairInFront(person.hair, hairColour)}
      ${person.hasGlasses ? glasses(shift) : ''}
    </g>
  </g>`
}

/** Gradients that the drawings name, once for each picture. */
export const peopleDefinitions = `
  <linearGradient id="faceShade" x1="0" x2="1" y1="0" y2=".6">
    <stop offset="0" stop-color="#fff" stop-opacity=".16"/><stop offset=".55" stop-color="#fff" stop-opacity="0"/>
    <stop offset="1" stop-color="#6b3a1e" stop-opacity=".26"/>
  </linearGradient>
  <linearGradient id="clothesShade" x1="0" x2="0" y1="0" y2="1">
    <stop offset="0" stop-color="#fff" stop-opacity=".1"/><stop offset="1" stop-color="#000" stop-opacity=".3"/>
  </linearGradient>`

const FACE = 'M-47 -12 C-49 -66 49 -66 47 -12 C47 22 34 48 16 60 C6 66 -6 66 -16 60 C-34 48 -47 22 -47 -12 Z'
const BODY =
  'M-140 260 C-140 170 -132 132 -96 116 C-70 106 -46 102 -34 90 L34 90 C46 102 70 106 96 116 C132 132 140 170 140 260 Z'

function face({ speaks }: DrawnPerson, hairColour: string): string {
  const eye = (x: number) => `
    <path d="M${x - 9} 0 Q${x} -8 ${x + 9} 0 Q${x} 6 ${x - 9} 0 Z" fill="#fbf6f1"/>
    <circle cx="${x}" cy="-1" r="4.4" fill="#33201a"/><circle cx="${x + 1.4}" cy="-2.6" r="1.2" fill="#fff"/>
    <path d="M${x - 10} 0 Q${x} -9 ${x + 10} -1" fill="none" stroke="#2a1b17" stroke-width="2.2" stroke-linecap="round"/>`
  const mouth = speaks
    ? '<path d="M-13 37 Q0 31 13 37 Q8 49 0 49 Q-8 49 -13 37 Z" fill="#7c2f2c"/><path d="M-9 37 Q0 33 9 37 L7 40 L-7 40 Z" fill="#fff"/>'
    : '<path d="M-13 38 Q0 36 13 38 Q0 48 -13 38 Z" fill="#b9625a"/><path d="M-15 37 Q0 44 15 37" fill="none" stroke="#8c403b" stroke-width="1.6" stroke-linecap="round"/>'
  return `${eye(-19)}${eye(19)}
    <path d="M-31 -14 Q-20 -21 -9 -15 M9 -15 Q20 -21 31 -14" fill="none" stroke="${hairColour}" stroke-width="3.6" stroke-linecap="round" opacity=".85"/>
    <path d="M3 -2 Q8 14 8 20 Q3 26 -6 22" fill="none" stroke="#9c6240" stroke-width="2" stroke-linecap="round" opacity=".7"/>
    <ellipse cx="-27" cy="20" rx="11" ry="7" fill="#d8694f" opacity=".13"/><ellipse cx="27" cy="20" rx="11" ry="7" fill="#d8694f" opacity=".13"/>
    ${mouth}`
}

const glasses = (shift: number) =>
  `<g transform="translate(${shift} 0)" fill="#fff" fill-opacity=".12" stroke="#3a3a40" stroke-width="2.4">
    <rect x="-35" y="-11" width="30" height="22" rx="8"/><rect x="5" y="-11" width="30" height="22" rx="8"/>
    <path d="M-5 -3 Q0 -6 5 -3 M-35 -4 L-47 -6 M35 -4 L47 -6" fill="none"/></g>`

function hairBehind(hair: DrawnPerson['hair'], colour: string): string {
  const outline = {
    bob: 'M-56 -6 C-62 -82 62 -82 56 -6 C60 24 58 44 50 58 L-50 58 C-58 44 -60 24 -56 -6 Z',
    long: 'M-56 -6 C-62 -84 62 -84 56 -6 C58 40 66 90 58 128 L-58 128 C-66 90 -58 40 -56 -6 Z',
    bun: 'M-22 -52 C-40 -92 40 -92 22 -52 Z M-51 0 C-58 -80 58 -80 51 0 Z',
    short: '',
    parted: '',
    receding: '',
  }[hair]
  return outline && `<path d="${outline}" fill="${colour}"/>`
}

function hairInFront(hair: DrawnPerson['hair'], colour: string): string {
  const outline = {
    short: 'M-51 4 C-62 -84 62 -84 51 4 C47 -14 43 -24 38 -32 C18 -36 -16 -36 -38 -32 C-43 -24 -47 -14 -51 4 Z',
    parted: 'M-51 4 C-66 -84 62 -88 51 4 C47 -12 44 -22 38 -34 C10 -32 -14 -40 -24 -52 C-28 -38 -42 -26 -51 4 Z',
    receding:
      'M-51 6 C-60 -80 60 -80 51 6 C48 -10 46 -18 40 -26 C30 -32 24 -44 4 -42 C-14 -46 -30 -36 -40 -26 C-46 -18 -48 -10 -51 6 Z',
    bob: 'M-54 20 C-66 -92 66 -92 54 20 C50 0 46 -18 40 -28 C14 -30 -10 -36 -26 -46 C-34 -30 -48 -10 -54 20 Z',
    long: 'M-54 40 C-68 -100 68 -100 54 40 C52 4 46 -26 2 -52 C-46 -28 -52 4 -54 40 Z',
    bun: 'M-51 4 C-62 -82 62 -82 51 4 C48 -20 34 -40 0 -46 C-34 -40 -48 -20 -51 4 Z',
  }[hair]
  return `<path d="${outline}" fill="${colour}"/>
    <path d="M-26 -46 C-12 -54 12 -54 24 -47" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" opacity=".1"/>`
}

function clothes({ clothes: kind, colour, tie }: DrawnPerson): string {
  const body = (fill: string) => `<path d="${BODY}" fill="${fill}"/><path d="${BODY}" fill="url(#clothesShade)"/>`
  const collar = (fill: string) =>
    `<path d="M-36 88 L0 128 L-26 138 L-50 100 Z M36 88 L0 128 L26 138 L50 100 Z" fill="${fill}"/>
     <path d="M-36 88 L0 128 L36 88" fill="none" stroke="#000" stroke-opacity=".18" stroke-width="2"/>`
  switch (kind) {
    case 'suit':
      return `${body(colour)}
        <path d="M-34 92 L0 262 L34 92 Z" fill="#f4f5f7"/>
        ${tie ? `<path d="M-9 126 L9 126 L6 142 L14 250 L0 262 L-14 250 L-6 142 Z" fill="${tie}"/>` : ''}
        ${collar('#fff')}
        <path d="M-44 96 L-8 262 L-58 262 L-76 150 L-56 142 L-66 124 Z M44 96 L8 262 L58 262 L76 150 L56 142 L66 124 Z" fill="${colour}"/>
        <path d="M-44 96 L-8 262 L-58 262 L-76 150 L-56 142 L-66 124 Z M44 96 L8 262 L58 262 L76 150 L56 142 L66 124 Z" fill="#fff" opacity=".07"/>`
    case 'shirt':
      return `${body(colour)}
        <path d="M0 128 L0 260" stroke="#000" stroke-opacity=".16" stroke-width="2"/>
        ${[150, 180, 210].map((y) => `<circle cx="0" cy="${y}" r="2.6" fill="#000" opacity=".25"/>`).join('')}
        ${collar(colour)}`
    case 'tunic':
      return `${body(colour)}
        <path d="M-30 76 C-10 88 10 88 30 76 L34 96 C12 106 -12 106 -34 96 Z" fill="${colour}"/>
        <path d="M-30 76 C-10 88 10 88 30 76" fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="2.4"/>
        <path d="M0 100 C26 120 60 130 84 172" fill="none" stroke="#fff" stroke-opacity=".28" stroke-width="2"/>`
  }
}
