// How loud an element plays. On an iPhone the page does not decide that: there the sound is on or off.

/** Above this share, what cannot be made quieter is heard; below, it is not. */
export const audibleShare = 0.5

export function setVolume(element: HTMLMediaElement, share: number): void {
  element.volume = share
  // Not every browser gives back just what it was told.
  const isFixed = Math.abs(element.volume - share) > 0.01
  element.muted = isFixed && share < audibleShare
}

/** Whether this browser lets a page make sound quieter. */
export function canSetVolume(): boolean {
  const probe = new Audio()
  probe.volume = audibleShare
  return probe.volume === audibleShare
}
