import { IconEarOff, IconFlower, IconHourglassLow, IconSparkles, IconThumbUp } from '@tabler/icons-react'
import type { Reaction } from '../../../shared/wire/engine/socket-events.ts'

export const reactionIcons: Readonly<Record<Reaction, typeof IconThumbUp>> = {
  agree: IconThumbUp,
  applaud: IconSparkles,
  thank: IconFlower,
  cannotHear: IconEarOff,
  slower: IconHourglassLow,
}
