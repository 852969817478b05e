// The ffmpeg filter graph of a scene: picture and sound. Text typed by people is passed in separate files, never inside
// the graph.
import { framesPerSecond, type Picture, type Scene } from '../../../shared/projections/film.ts'
import type { Piece, Sound } from '../../../shared/projections/film-files.ts'
import type { Named } from '../../../shared/projections/minutes.ts'

const samplesPerSecond = 48_000

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface TextFile {
  readonly name: string
  readonly text: string
}

/** Of the recording: a file of pictures, or files of sound that are decoded as one. */
export type SceneInput = Pick<Piece, 'file' | 'aheadMs'> | Sound['files']

interface SceneGraph {
  /** In the order of their numbers in the graph; a page comes behind them. */
  readonly inputs: readonly SceneInput[]
  readonly texts: readonly TextFile[]
  readonly graph: string
}

const width = 1280
const height = 720
const bar = 48
const besideStrip: Box = { x: 0, y: bar, width: 960, height: 540 }
/** Nobody is beside it. */
const alone: Box = { ...besideStrip, x: (width - besideStrip.width) / 2 }
/** A presented page stands there, as large as it can be: on a sheet of paper every line counts. */
export const pageBox: Box = { x: 0, y: bar, width: 960, height: height - bar }
/** More than a sixth of the picture, as signs need: hands and face are read from it. */
const signer: Box = { x: 800, y: bar, width: 480, height: 360 }

/** Where the parts of a scene stand. */
interface Places {
  readonly large: Box
  readonly page: Box
  /** Of the first one beside it; so many columns. */
  readonly strip: Box & { readonly columns: number }
  /** All of one size stand within it. */
  readonly tilesWidth: number
  /** Of the title of the page. */
  readonly words: { readonly x: number; readonly y: number }
}
const usual: Places = {
  large: besideStrip,
  page: pageBox,
  strip: { x: 960, y: bar, width: 320, height: 180, columns: 1 },
  tilesWidth: width,
  words: { x: 972, y: 604 },
}
const beneath = signer.y + signer.height
/** Beside the signer everything else is smaller. */
const beside: Places = {
  large: { x: 0, y: bar, width: signer.x, height: 450 },
  page: { ...pageBox, width: signer.x },
  strip: { x: signer.x, y: beneath, width: 240, height: 135, columns: 2 },
  tilesWidth: signer.x,
  words: { x: signer.x + 12, y: 604 },
}
const colours = { ground: '0x14202f', box: '0x24354a', words: 'white', quiet: '0xb9c7d8' }
/** The picture that stands when a scene begins came before it; and it stands until the next file begins. */
const heldSeconds = 1
const longestLine = 64
const edgeSeconds = 0.005

/** `page`: the picture of the presented page, seen from where the graph is run; null: its title stands there. */
export function sceneGraph(scene: Scene, title: string, page: string | null): SceneGraph {
  const inputs: SceneInput[] = []
  const texts: TextFile[] = []
  const steps: string[] = []
  let at = 'ground'

  const draw = (filter: string, ...inputs: string[]) => {
    const next = `step${steps.length}`
    steps.push(`[${[at, ...inputs].join('][')}]${filter}[${next}]`)
    at = next
  }
  const write = (text: string, x: string | number, y: number, size: number, colour = colours.words) => {
    const name = `text${texts.length}.txt`
    texts.push({ name, text })
    draw(`drawtext=font='Liberation Sans':textfile=${name}:x=${x}:y=${y}:fontsize=${size}:fontcolor=${colour}`)
  }
  const box = ({ x, y, width, height }: Box) =>
    draw(`drawbox=x=${x}:y=${y}:w=${width}:h=${height}:color=${colours.box}:t=fill`)
  const show = ({ who, pieces }: Picture, place: Box) => {
    box(place)
    const size = Math.round(place.height / 12)
    write(plain(who.name), `${place.x}+(${place.width}-tw)/2`, place.y + place.height / 2 - size, size, colours.quiet)
    for (const piece of pieces) {
      const label = `picture${inputs.length}`
      steps.push(`[${inputs.length}:v]${pictureOf(piece, scene, place)}[${label}]`)
      inputs.push(piece)
      draw(`overlay=x=${place.x}:y=${place.y}:eof_action=pass`, label)
    }
  }

  const places = scene.signer ? beside : usual
  const largePlace = scene.signer || scene.strip.length > 0 ? places.large : alone
  if (scene.large) show(scene.large, largePlace)
  else if (page !== null) box(places.page)
  else if (scene.tiles.length === 0) box(largePlace)
  if (scene.document && page === null) {
    write(plain(lines(scene.document.title, 40)), largePlace.x + 60, bar + 170, 40)
    write(`Trang ${scene.document.page}`, largePlace.x + 60, bar + 300, 30, colours.quiet)
  }
  const showNamed = (picture: Picture, place: Box) => {
    show(picture, place)
    const foot = place.y + place.height
    draw(`drawbox=x=${place.x}:y=${foot - 28}:w=${place.width}:h=28:color=black@0.6:t=fill`)
    write(plain(shortened(nameAndSite(picture.who), Math.floor(place.width / 9.4))), place.x + 8, foot - 22, 17)
  }
  if (scene.signer) showNamed(scene.signer, signer)
  const { columns, ...strip } = places.strip
  // The words of a page stand under one row of them.
  const shown = scene.signer && page !== null ? scene.strip.slice(0, columns) : scene.strip
  for (const [index, picture] of shown.entries())
    showNamed(picture, {
      ...strip,
      x: strip.x + (index % columns) * strip.width,
      y: strip.y + Math.floor(index / columns) * strip.height,
    })
  const boxes = tileBoxes(scene.tiles.length, places.tilesWidth)
  for (const [index, picture] of scene.tiles.entries()) showNamed(picture, boxes[index] ?? places.large)
  if (scene.others > 0)
    write(`+${scene.others}`, 1220, page === null && scene.tiles.length === 0 ? 612 : 680, 28, colours.quiet)
  write(plain(shortened(scene.item ?? title, longestLine)), 20, 13, 24)
  write(clockFrom(scene), 1090, 15, 20, colours.quiet)
  for (const [text, x, y, size, colour] of footOf(scene, page, { left: largePlace.x, ...places }))
    write(text, x, y, size, colour)
  steps.unshift(
    `color=c=${colours.ground}:s=${width}x${height}:r=${framesPerSecond},trim=end_frame=${scene.frames}[ground]`,
  )
  const sounds = soundOf(scene, inputs)
  if (page !== null) {
    const { x, y, width, height } = places.page
    steps.push(
      `[${inputs.length}:v]scale=${width}:${height}:force_original_aspect_ratio=decrease,setsar=1,format=rgba[page]`,
      `[${at}][page]overlay=x=${x}+(${width}-w)/2:y=${y}+(${height}-h)/2[paged]`,
    )
    at = 'paged'
  }
  steps.push(`[${at}]format=yuv420p[picture]`, ...sounds)
  return { inputs, texts, graph: `${steps.join(';\n')}\n` }
}

/** Text, where it stands, its size and colour. */
type Written = readonly [text: string, x: number, y: number, size: number, colour?: string]

/** What is written below the pictures: the presented page, or who speaks. */
function footOf(
  scene: Scene,
  page: string | null,
  { left, words: beneath }: Pick<Places, 'words'> & { readonly left: number },
): Written[] {
  const who = scene.speaker ?? scene.large?.who
  if (page !== null && scene.document) {
    // Who speaks is named on the first picture beside it.
    return [
      [plain(lines(scene.document.title, 30)), beneath.x, beneath.y, 18],
      [`Trang ${scene.document.page}`, beneath.x, beneath.y + 80, 18, colours.quiet],
    ]
  }
  if (scene.tiles.length > 0) {
    const words = scene.speaker && [scene.speaker.name, scene.speaker.title, scene.speaker.site]
    return words ? [[plain(shortened(words.filter(Boolean).join(' · '), 90)), 20, 684, 22]] : []
  }
  if (!who) return []
  const office = shortened([who.title, who.site].filter(Boolean).join(' · '), 80)
  return [
    [plain(shortened(who.name, 44)), left + 20, 606, 36],
    [plain(office), left + 20, 656, 22, colours.quiet],
  ]
}

/** As many columns as rows, and all as large as the place between the bars lets them be. */
function tileBoxes(count: number, width: number): Box[] {
  const columns = Math.ceil(Math.sqrt(count))
  const rows = Math.ceil(count / Math.max(1, columns))
  const tall = Math.min((height - 2 * bar) / rows, ((width / columns) * 9) / 16)
  const size = { width: even((tall * 16) / 9), height: even(tall) }
  return Array.from({ length: count }, (_one, index) => {
    const row = Math.floor(index / columns)
    const inRow = Math.min(columns, count - row * columns)
    return {
      ...size,
      x: Math.round((width - inRow * size.width) / 2) + (index % columns) * size.width,
      y: Math.round(bar + (height - 2 * bar - rows * size.height) / 2) + row * size.height,
    }
  })
}

/** As encoders want it. */
const even = (length: number) => 2 * Math.floor(length / 2)

/** As ffmpeg reads a time. */
export const seconds = (ms: number) => (ms / 1000).toFixed(3)

function pictureOf({ from, until }: Piece, scene: Scene, { width, height }: Box): string {
  return [
    `trim=start=${seconds(from - heldSeconds * 1000)}:end=${seconds(until)}`,
    `setpts=PTS-${seconds(scene.from)}/TB`,
    `scale=${width}:${height}:force_original_aspect_ratio=decrease`,
    `pad=${width}:${height}:(ow-iw)/2:(oh-ih)/2:color=black`,
    'setsar=1',
    `fps=${framesPerSecond}`,
    `tpad=stop_mode=clone:stop_duration=${heldSeconds}`,
  ].join(',')
}

/** Whatever is heard, at the moment at which it arrived: a hole in a file is silence, not a shift of what comes behind it. */
function soundOf(scene: Scene, inputs: SceneInput[]): string[] {
  const samples = (scene.frames / framesPerSecond) * samplesPerSecond
  const silence = `anullsrc=r=${samplesPerSecond}:cl=mono,atrim=end_sample=${samples}[silence]`
  const sounds = scene.sounds.map(({ files, from, until }, index) => {
    inputs.push(files)
    const filters = [
      `atrim=start=${seconds(from)}:end=${seconds(until)}`,
      `asetpts=PTS-${seconds(scene.from)}/TB`,
      `aresample=${samplesPerSecond}:async=8:min_hard_comp=0.06:first_pts=0`,
      'aformat=sample_fmts=fltp:channel_layouts=mono',
    ]
    return `[${inputs.length - 1}:a]${filters.join(',')}[sound${index}]`
  })
  const all = ['silence', ...scene.sounds.map((_one, index) => `sound${index}`)]
  const mix = `amix=inputs=${all.length}:normalize=0:duration=first,alimiter=limit=0.95:level=0:latency=1`
  // Packets that arrive a millisecond apart would click where the next scene follows.
  const length = scene.frames / framesPerSecond
  const edges = `afade=t=in:d=${edgeSeconds},afade=t=out:st=${(length - edgeSeconds).toFixed(3)}:d=${edgeSeconds}`
  return [silence, ...sounds, `[${all.join('][')}]${mix},${edges},aformat=sample_fmts=s16:channel_layouts=mono[sound]`]
}

/** drawtext reads % and \ as its own. */
const plain = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('%', '\\%')

const clockFrom = ({ from, sessionFrom = from }: Scene) =>
  `%{pts:localtime:${seconds(sessionFrom)}:%d/%m/%Y %H\\:%M\\:%S}`

const nameAndSite = ({ name, site }: Named) => (site === null ? name : `${name} · ${site}`)

const shortened = (text: string, length: number) =>
  text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`

/** Three lines at most. */
function lines(text: string, length: number): string {
  const result: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = result.at(-1)
    if (last !== undefined && last.length + word.length < length) result[result.length - 1] = `${last} ${word}`
    else result.push(shortened(word, length))
  }
  return result.length > 3 ? [...result.slice(0, 2), shortened(`${result[2]} …`, length)].join('\n') : result.join('\n')
}
