/** The `bills.yaml` of a made-up world, commented for the one who opens it. */

import type {World} from './model.ts'
import {limit} from './stories/amounts.ts'
import {ourGln} from './teller.ts'

export function settingsFile(
  {postFrom, suppliers}: Pick<World, 'postFrom' | 'suppliers'>,
  chart: string | null = null,
): string {
  const blocked = suppliers.filter((supplier) => supplier.blocked).map(({cvr}) => `"${cvr}"`)
  const own = suppliers.flatMap(({cvr, name, billing, dayRateMonth, maxMonths, billsAs}) => {
    const settings = [
      ...(billing === 'none' ? [] : [`    billing: ${billing}`]),
      ...(dayRateMonth === 'actual' ? [] : [`    dayRateMonth: "${dayRateMonth}"`]),
      ...(maxMonths === 1 ? [] : [`    maxMonths: ${maxMonths}`]),
      ...(billsAs.length === 0 ? [] : [`    billsAs: [${billsAs.map((number) => `"${number}"`).join(', ')}]`]),
    ]
    return settings.length === 0 ? [] : [`  "${cvr}": # ${name}`, ...settings]
  })

  return `${[
    '# Opsætning til opdigtede data. Leverandører, borgere og beløb findes ikke.',
    'municipality: "230"',
    ...(chart === null ? [] : [`# Kontoplanen gives med i kørslen: --chart ${chart}`]),
    '',
    'opus:',
    '  # Mellemregningen, som e-fakturaerne er bogført på; hver kontering flytter beløbet derfra.',
    '  contraAccount: "95990009"',
    '',
    'periods:',
    '  # Programmets første dag: det, der ligger før, er betalt, før programmet kom, og konteres ikke.',
    `  postFrom: ${postFrom}`,
    '  # Perioden gættes aldrig: uden en periode på regningen skal leverandøren stå nedenfor.',
    '  billing: none',
    '',
    'rules:',
    '  # Kroner. Større regninger ser et menneske på.',
    `  maxAmount: ${limit / 100}`,
    '  # Leverandører, som ikke betales automatisk.',
    `  blockedSuppliers: [${blocked.join(', ')}]`,
    '  # Vores EAN-numre; regninger til andre er ikke vores.',
    `  gln: ["${ourGln}"]`,
    ...(own.length === 0
      ? []
      : [
          '',
          '# arrears: måneden, der er gået; advance: måneden, der kommer. dayRateMonth: døgn i en hel måned.',
          'suppliers:',
          ...own,
        ]),
  ].join('\n')}\n`
}
