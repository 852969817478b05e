// All words in English, fetched whole when somebody asks for them.
import { strings as base } from './base/strings.en.ts'
import { strings as live } from './live/strings.en.ts'
import { strings as office } from './office/strings.en.ts'
import { strings as booking } from './public/booking/strings.en.ts'
import { strings as petition } from './public/petition/strings.en.ts'
import { strings as verify } from './public/verify/strings.en.ts'
import { strings as room } from './room/strings.en.ts'
import { strings as waiting } from './waiting/strings.en.ts'

export const strings = { ...base, ...live, ...room, ...waiting, ...booking, ...petition, ...verify, ...office }
