// The HTTP answers to an account that may not have what it requests.
import { HttpError } from '../../platform/http/errors.ts'

export const accessSuspended = (): HttpError =>
  new HttpError(
    403,
    'account.suspended',
    'The password of this account was reset: what is protected stays shut until somebody else who reads such matters has confirmed ' +
      'that it is the same person. Your page of notices says who can.',
  )

/** `bookedBy`: the name of whom to ask, null when that account is gone. */
export const noPart = (bookedBy: string | null): HttpError =>
  new HttpError(
    403,
    'accessList.no-part',
    'Links, voting codes and the waiver of the minutes of this session are for whoever booked it and the accounts named for it. Ask ' +
      `${bookedBy === null ? 'an administrator' : `${bookedBy}, who booked it, or an administrator,`} to name you, with the reason.`,
  )
