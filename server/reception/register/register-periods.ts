// The periods of the register as queries and files name them: a year, a month or a day.

/** Days in the order of the alphabet: no month has a day after its 31st. */
export const daysOf = (period: string) => ({
  from: period.length === 4 ? `${period}-01-01` : period.length === 7 ? `${period}-01` : period,
  to: period.length === 4 ? `${period}-12-31` : period.length === 7 ? `${period}-31` : period,
})

/** Of a look at its rows, as the record of citizens keeps it. */
export const purposeOf = (period: string) => `Sổ tiếp công dân ${period}`
