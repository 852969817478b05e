// The Vietnamese wording of ballots in the papers, including the rule of each ballot as the session has set it.
import type { Majority } from '../../../shared/modules/ballot/contract.ts'
import type { Result } from '../../../shared/modules/ballot/result.ts'
import type { BallotReport } from '../../../shared/projections/ballots.ts'
import { onOneLine } from '../model/paper.ts'
import { twoDigits } from '../model/times.ts'

const forAndAgainst = ['tán thành', 'không tán thành'] as const
const noOpinion = 'không có ý kiến'
const { compare } = new Intl.Collator('vi')

const optionNames = ({ options }: BallotReport): readonly string[] => [
  ...(options?.map((option) => `“${option}”`) ?? forAndAgainst),
  noOpinion,
]

export const quoted = ({ text }: Pick<BallotReport, 'text'>): string => `“${onOneLine(text).replace(/\.$/u, '')}”`

const manner = ({ isSecret }: BallotReport) => (isSecret ? 'biểu quyết kín' : 'biểu quyết công khai')

export const ballotOpened = (ballot: BallotReport): string =>
  `bắt đầu ${manner(ballot)} nội dung ${quoted(ballot)}; ${twoDigits(ballot.presentAtOpening)}/${twoDigits(ballot.entitled)} người có quyền biểu quyết có mặt`

export function ballotClosed(ballot: BallotReport): string {
  const { result } = ballot
  return result
    ? `kết thúc biểu quyết nội dung ${quoted(ballot)}: ${votesInWords(ballot, result)}. ${verdict(ballot, result)}`
    : `kết thúc biểu quyết nội dung ${quoted(ballot)}`
}

export function ballotHeading(ballot: BallotReport): string {
  const item = ballot.item === null ? '' : `, thuộc nội dung “${ballot.item}”`
  return `${quoted(ballot)} (${manner(ballot)}${item})`
}

export function ballotSentences(ballot: BallotReport): string[] {
  const { result, withdrawnReason, entitled, votes } = ballot
  if (!result)
    return [withdrawnReason === null ? 'Chưa kiểm phiếu khi phiên kết thúc.' : `Đã hủy. Lý do: ${withdrawnReason}`]
  return [
    `Có quyền biểu quyết: ${twoDigits(entitled)}; có mặt: ${twoDigits(result.present)}; đã biểu quyết: ${twoDigits(result.cast)}.`,
    `Kết quả: ${votesInWords(ballot, result)}.`,
    `Quy tắc của phiên: ${majorityInWords(ballot.majority)}, tức ít nhất ${twoDigits(result.needed)} phiếu. ${verdict(ballot, result)}.`,
    ...(votes ? namesByOption(ballot, votes) : []),
  ]
}

const votesInWords = (ballot: BallotReport, { piles, cast }: Result) =>
  optionNames(ballot)
    .map((name, pile) => `${name} ${twoDigits(piles[pile] ?? 0)} phiếu${shareOf(piles[pile] ?? 0, cast)}`)
    .join('; ')

const percent = new Intl.NumberFormat('vi-VN', { style: 'percent', maximumFractionDigits: 1 })
const shareOf = (votes: number, cast: number) => (cast === 0 ? '' : ` (${percent.format(votes / cast)})`)

const baseNames: Record<Majority['of'], string> = {
  entitled: 'tổng số người có quyền biểu quyết',
  present: 'số người có quyền biểu quyết có mặt',
  cast: 'số người đã biểu quyết',
}

/** quá 1/2 số người đã biểu quyết */
function majorityInWords({ of, bound, numerator, denominator }: Majority): string {
  if (numerator === denominator) return `toàn bộ ${baseNames[of]}`
  return bound === 'moreThan'
    ? `quá ${numerator}/${denominator} ${baseNames[of]}`
    : `từ ${numerator}/${denominator} ${baseNames[of]} trở lên`
}

function verdict({ options }: BallotReport, { carried, isTied }: Result): string {
  if (carried === null)
    return options
      ? `Không phương án nào được chọn${isTied ? ', do số phiếu cao nhất bằng nhau' : ''}`
      : 'Không được thông qua'
  return options ? `Phương án được chọn: “${options[carried] ?? ''}”` : 'Được thông qua'
}

function namesByOption(ballot: BallotReport, votes: NonNullable<BallotReport['votes']>): string[] {
  return optionNames(ballot).flatMap((name, pile) => {
    const people = votes
      .filter(({ choice }) => choice === pile)
      .map(({ person }) => person.name)
      .toSorted(compare)
    return people.length > 0
      ? [`${name.slice(0, 1).toLocaleUpperCase('vi')}${name.slice(1)}: ${people.join(', ')}.`]
      : []
  })
}
