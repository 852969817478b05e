// The voting codes of the delegates as a paper to be cut into slips and handed out, site by site.

import type { DelegateId, Ms } from '../../shared/kernel/ids.ts'
import type { Site } from '../../shared/modules/sites/contract.ts'
import type { People } from '../../shared/wire/socket-events.ts'
import { type Block, gap, line, lines, type Paper, printable, type Table } from './paper.ts'
import { siteHeading } from './wording.ts'

export interface VotingCodes {
  readonly title: string
  readonly organisation: string
  readonly sites: readonly Site[]
  readonly people: People
  readonly codeOf: (delegateId: DelegateId) => string
  readonly printedAt: Ms
}

export function votingCodesPaper(codes: VotingCodes): Paper {
  const named = codes.sites.filter(({ delegates }) => delegates.length > 0)
  return {
    title: printable(`Mã biểu quyết: ${codes.title}`),
    author: printable(codes.organisation),
    date: codes.printedAt,
    blocks: [
      line('kind', 'MÃ BIỂU QUYẾT'),
      ...lines('subject', codes.title),
      line(
        'text',
        'Mỗi đại biểu dùng mã của mình khi biểu quyết tại điểm cầu và giữ kín mã đó. Cắt rời từng dòng để phát riêng.',
      ),
      ...(named.length === 0 ? [line('text', 'Chưa có danh sách đại biểu.')] : []),
      ...named.flatMap((site) => siteBlocks(site, codes)),
    ],
  }
}

function siteBlocks(site: Site, { people, codeOf }: VotingCodes): Block[] {
  const table: Table = {
    kind: 'table',
    widthsMm: [13, 97, 55],
    titles: ['STT', 'Họ và tên, chức vụ', 'Mã biểu quyết'].map((title) => line('cellTitle', title)),
    rows: site.delegates.map(({ delegateId, personId }, index) => {
      const person = people[personId]
      return [
        [line('cellCentred', String(index + 1))],
        [line('cell', person?.title ? `${person.name}, ${person.title}` : (person?.name ?? '…'))],
        [line('cellCentred', inFours(codeOf(delegateId)))],
      ]
    }),
  }
  return [line('subheading', siteHeading(site)), gap(1.5), table, gap(3)]
}

/** Easier to read out and to type; the spaces do not count. */
const inFours = (code: string) => code.replace(/(\d{4})(?=\d)/g, '$1 ')
