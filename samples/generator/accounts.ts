/** The support sheet and the chart of accounts, and what the first makes of a grant. */
import {troubles} from './catalogue.ts'
import type {ChartRow, Grant, IsoDate, MappingRow} from './model.ts'

const psp = (branch: number, number: number): string => `XG-${5038500000 + branch}-${String(number).padStart(5, '0')}`
const row = (
  paragraph: string,
  ownership: string,
  targetGroup: string,
  account: string,
  pspElement: string,
  note = '',
): MappingRow => ({
  paragraph,
  ownership,
  targetGroup,
  service: '',
  account,
  pspElement,
  from: null,
  to: null,
  note,
})

/** More keys win over fewer, and the keys of two rows that fit one grant are always nested. */
export const mapping: readonly MappingRow[] = [
  row('103', '', '', '47000103', psp(1, 1), 'Beskyttet beskæftigelse'),
  row('103', 'Regional', '', '48000103', psp(1, 2)),
  row('104', '*', '*', '47000104', psp(2, 1), 'Aktivitet og samvær'),
  row('104', 'Regional', '', '48000104', 'XG-5038500002-2', 'Kort nummer, fyldes op'),
  row('104', 'Privat', '', '40000104', psp(2, 3)),
  row('104', 'Privat', 'Autisme', '40000104', psp(2, 4)),
  row('107', '', '', '47000107', psp(3, 1), 'Midlertidige botilbud'),
  row('107', 'Regional', '', '48000107', psp(3, 2)),
  row('107', 'privat', '', '40000107', psp(3, 3)),
  row('107', 'Privat', 'Psykisk lidelse', '40000107', psp(3, 4)),
  {...row('107', 'Privat', 'Psykisk lidelse', '40000107', psp(3, 5)), service: 'Etablering'},
  row('108', 'Kommunal', '', '47000108', psp(4, 1), 'Længerevarende botilbud'),
  row('108', 'Regional', '', '48000108', psp(4, 2)),
  row('108', 'Privat', '', '40000108', psp(4, 3)),
  row('108', 'Selvejende', '', '40000108', psp(4, 4)),
  row('STU', '', '', '47000300', psp(5, 1), 'Ungdomsuddannelse'),
  row('STU', 'Privat', '', '40000300', psp(5, 2)),
  row('107', 'Kommunal', troubles.ambiguous.targetGroup, '47000107', psp(3, 6), 'To rækker, der er lige udfyldt'),
  row('107', 'Kommunal', troubles.ambiguous.targetGroup, '47000107', psp(3, 7), 'To rækker, der er lige udfyldt'),
  row('107', 'Kommunal', troubles.malformed.targetGroup, '95990009', psp(3, 8), 'En statuskonto'),
  row('107', 'Kommunal', troubles.blocked.targetGroup, '47000190', psp(3, 1), 'Spærret i kontoplanen'),
  row('107', 'Kommunal', troubles.expired.targetGroup, '47000107', psp(3, 9), 'Udløbet i kontoplanen'),
  row('107', 'Kommunal', troubles.unknown.targetGroup, '47000107', psp(3, 99), 'Findes ikke i kontoplanen'),
]

const closed: readonly ChartRow[] = [
  {type: 'Art', number: '47000190', text: 'Gammel ordning', from: null, to: null, blocked: true, successor: '47000107'},
  {
    type: 'PSP',
    number: psp(3, 9),
    text: 'Udløbet ordning',
    from: null,
    to: '2025-12-31' as IsoDate,
    blocked: false,
    successor: psp(3, 1),
  },
]

/** Every account and PSP element of the support sheet but those that are meant to be closed or unknown. */
export function chartFor(rows: readonly MappingRow[]): ChartRow[] {
  const open = (type: ChartRow['type'], number: string, text: string): ChartRow => ({
    type,
    number,
    text,
    from: '2020-01-01' as IsoDate,
    to: null,
    blocked: false,
    successor: '',
  })
  const taken = new Set(closed.map(({number}) => number))
  const numbers = (values: readonly string[]): string[] =>
    [...new Set(values)].filter((number) => !taken.has(number)).sort()
  return [
    open('Art', '95990009', 'Mellemregning, regninger til fordeling'),
    ...numbers(rows.map(({account}) => account).filter((account) => account !== '95990009')).map((number) =>
      open('Art', number, 'Betaling for tilbud'),
    ),
    ...numbers(rows.map(({pspElement}) => padded(pspElement)).filter((element) => element !== psp(3, 99))).map(
      (number) => open('PSP', number, 'Voksne med særlige behov'),
    ),
    ...closed,
  ]
}

/** The account and PSP element of a grant: the row with the most keys. */
export function accountsOf(grant: Grant, rows: readonly MappingRow[] = mapping): {account: string; pspElement: string} {
  const keys = [grant.ownership, grant.targetGroup, grant.service]
  const isAny = (key: string): boolean => key === '' || key === '*'
  const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()
  const fitting = rows
    .map((found) => ({found, own: [found.ownership, found.targetGroup, found.service]}))
    .filter(
      ({found, own}) =>
        found.paragraph === grant.paragraph && own.every((key, at) => isAny(key) || same(key, keys[at] ?? '')),
    )
    .map(({found, own}) => ({found, filled: own.filter((key) => !isAny(key)).length}))
    .sort((a, b) => b.filled - a.filled)
  const best = fitting[0]?.found
  return {account: best?.account ?? '', pspElement: best ? padded(best.pspElement) : ''}
}

function padded(element: string): string {
  const [letters = '', branch = '', number = ''] = element.split('-')
  return `${letters}-${branch.padStart(10, '0')}-${number.padStart(5, '0')}`
}
