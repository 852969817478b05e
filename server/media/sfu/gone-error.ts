/** Thrown where work cannot go on because its peer or router was closed meanwhile. Not a fault: nobody waits for it any more. */
export class GoneError extends Error {
  override name = 'Gone'
}
