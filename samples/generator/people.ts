/** Invented citizens, suppliers and caseworkers. No citizen can exist: every number has 60 added to its day. */
import type {Billing, Supplier} from './model.ts'
import type {Random} from './random.ts'

/** A replacement number of ten digits, new among those taken; the century that its seventh digit gives is right. */
export function newCitizen(random: Random, taken: Set<string>): string {
  for (;;) {
    const year = random.int(1942, 2007)
    const seventh = year < 2000 ? random.int(0, 3) : random.int(4, 8)
    const date = [random.int(1, 28) + 60, random.int(1, 12), year % 100]
      .map((part) => String(part).padStart(2, '0'))
      .join('')
    const number = `${date}${seventh}${String(random.int(0, 999)).padStart(3, '0')}`
    if (taken.has(number)) continue
    taken.add(number)
    return number
  }
}

export const hyphened = (citizen: string): string => `${citizen.slice(0, 6)}-${citizen.slice(6)}`

/** Eight digits with a right check digit, beyond the numbers given out so far. */
export function newCvr(random: Random, taken: Set<string>): string {
  for (;;) {
    const digits = String(random.int(6_000_000, 9_999_999))
    const sum = [2, 7, 6, 5, 4, 3, 2].reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
    const check = (11 - (sum % 11)) % 11
    const number = `${digits}${check}`
    if (check === 10 || taken.has(number)) continue
    taken.add(number)
    return number
  }
}

/** The same number with a wrong check digit. */
export const wrongCheckDigit = (cvr: string): string => `${cvr.slice(0, 7)}${(Number(cvr[7]) + 1) % 10}`

export type SupplierKind = {readonly billing: Billing; readonly special?: 'quarter' | 'billsAs' | 'blocked'}

export function newSupplier(random: Random, taken: Set<string>, kind: SupplierKind, number: number): Supplier {
  const place = places[number % places.length] ?? ''
  const sort = sorts[Math.floor(number / places.length) % sorts.length] ?? ''
  const round = Math.floor(number / (places.length * sorts.length))
  return {
    cvr: newCvr(random, taken),
    name: `${sort} ${place}${round > 0 ? ` ${round + 1}` : ''}${random.pick(['', '', ' ApS', ' I/S', ' Fonden'])}`,
    billing: kind.billing,
    dayRateMonth: random.chance(0.75) ? 'actual' : random.pick(['30', '30.5', '365/12'] as const),
    maxMonths: kind.special === 'quarter' ? 3 : 1,
    billsAs: kind.special === 'billsAs' ? [newCvr(random, taken)] : [],
    blocked: kind.special === 'blocked',
  }
}

const sorts = [
  'Bostedet',
  'Værkstedet',
  'Fællesskabet',
  'Opholdsstedet',
  'Dagcenteret',
  'Skolehjemmet',
  'Huset',
  'Kollegiet',
]
const places = [
  'Ærtebjerg',
  'Skovmærket',
  'Lærkeengen',
  'Åkanden',
  'Nordhøj',
  'Kildevælden',
  'Mosekrogen',
  'Birkelunden',
  'Strandgården',
  'Egebækken',
  'Bøgehegnet',
  'Vesterhede',
  'Hindbærkrattet',
]

export const caseworkers = [
  'Ane Prøvesen',
  'Bo Eksempel',
  'Clara Mønster',
  'Ditte Skabelon',
  'Emil Forbillede',
  'Åse Attrap',
]
