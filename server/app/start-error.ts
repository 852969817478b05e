/** A reason not to start that the operator can mend. */
export class StartError extends Error {
  override name = 'StartError'
}
