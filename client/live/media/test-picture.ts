// A moving picture that no codec can make small: noise, drawn here, so that a line check needs no camera and the encoder
// sends as much as it is allowed to.

const width = 640
const height = 360
const framesPerSecond = 24
/** Enough that no picture looks like the one before. */
const differentPictures = 8

export interface TestPicture {
  readonly track: MediaStreamTrack
  /** How many pictures have been drawn so far. */
  readonly drawn: number
  stop(): void
}

export function startTestPicture(): TestPicture {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  const [track] = canvas.captureStream(framesPerSecond).getVideoTracks()
  if (!context || !track) throw new Error('this browser cannot draw')
  const pictures = Array.from({ length: differentPictures }, () => noise(context))
  let next = 0
  const timer = setInterval(() => {
    const picture = pictures[next % differentPictures]
    // Moved as well, so that eight pictures are not learnt by heart.
    if (picture) context.putImageData(picture, (next * 7) % 16, (next * 5) % 16)
    next += 1
  }, 1000 / framesPerSecond)
  return {
    track,
    get drawn() {
      return next
    },
    stop() {
      clearInterval(timer)
      track.stop()
    },
  }
}

function noise(context: CanvasRenderingContext2D): ImageData {
  const picture = context.createImageData(width, height)
  for (let index = 0; index < picture.data.length; index += 4) {
    const grey = Math.floor(Math.random() * 256)
    picture.data.fill(grey, index, index + 3)
    picture.data[index + 3] = 255
  }
  return picture
}
