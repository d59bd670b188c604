/**
 * What a story tells its part of the world with. Each story has citizens of its own, so that what is true of its
 * bills hangs on nothing that another story tells: suppliers are shared, but never a pair of citizen and supplier.
 */
import {
  addDays,
  addMonths,
  daysIn,
  type Month,
  monthOf,
  monthPeriod,
  overlap,
  type Period,
} from '../../src/model/calendar.ts'
import {accountsOf} from './accounts.ts'
import {ownerships, type Service, services, targetGroups} from './catalogue.ts'
import {costOf, covered} from './cost.ts'
import type {Bill, Billing, BillLine, Grant, IsoDate, Rate, Supplier, TruePosting} from './model.ts'
import {caseworkers, hyphened, newCitizen, newCvr, newSupplier, type SupplierKind} from './people.ts'
import type {Random} from './random.ts'

export type Setting = {
  readonly random: Random
  readonly postFrom: IsoDate
  /** Bills are issued on these days. */
  readonly span: Period
  /** How many ordinary suppliers there are. */
  readonly suppliers: number
}

export type GrantDraft = Partial<Omit<Grant, 'id' | 'rates'>> & {
  readonly kind?: Service
  readonly from?: IsoDate
  readonly to?: IsoDate | null
  readonly rate?: number | null
  readonly rates?: readonly Rate[]
}

export type BillDraft = Pick<Bill, 'issued' | 'truth'> &
  Partial<Omit<Bill, 'documentNumber' | 'lines' | 'cvr'>> & {
    readonly supplier: Supplier
    readonly cvr?: string
    readonly lines: readonly (Pick<BillLine, 'amount'> & Partial<BillLine>)[]
  }

export type Teller = Setting & {
  readonly grants: Grant[]
  readonly bills: Bill[]
  readonly everySupplier: Supplier[]
  readonly supplier: (kind?: Partial<SupplierKind>) => Supplier
  /** One whom nobody else bills or is granted anything from. */
  readonly ownSupplier: () => Supplier
  readonly citizen: () => string
  readonly freshCvr: () => string
  readonly invoiceNumber: (supplier: Supplier) => string
  readonly grant: (draft?: GrantDraft) => Grant
  readonly bill: (draft: BillDraft) => Bill
  /** The same bill once more, with changes. */
  readonly copy: (bill: Bill, changes: Partial<Bill>) => Bill
}

export const ourGln = '5798000000017'

export function teller(setting: Setting): Teller {
  const {random} = setting
  const [citizens, cvrs] = [new Set<string>(), new Set<string>()]
  const numbersGiven = new Map<string, number>()
  const everySupplier: Supplier[] = []
  const byKind = new Map<string, Supplier[]>()
  const grants: Grant[] = []
  const bills: Bill[] = []

  const make = (kind: SupplierKind): Supplier => {
    const supplier = newSupplier(random, cvrs, kind, everySupplier.length)
    everySupplier.push(supplier)
    return supplier
  }
  const share = {none: 0.55, arrears: 0.3, advance: 0.15}
  const supplier: Teller['supplier'] = ({billing = 'none', special} = {}) => {
    const key = `${billing} ${special ?? ''}`
    const known = byKind.get(key) ?? []
    byKind.set(key, known)
    const wanted = special ? 1 : Math.max(1, Math.round(setting.suppliers * share[billing]))
    if (known.length < wanted) known.push(make(special ? {billing, special} : {billing}))
    return random.pick(known)
  }

  const invoiceNumber: Teller['invoiceNumber'] = ({cvr}) => {
    const number = (numbersGiven.get(cvr) ?? 10_000 + (Number(cvr) % 50_000)) + 1 + random.int(0, 2)
    numbersGiven.set(cvr, number)
    return [`${number}`, `F-${number}`, `FA${number}`, `00${number}`][Number(cvr) % 4] ?? `${number}`
  }

  const grant: Teller['grant'] = (draft = {}) => {
    const {kind = random.pick(services), from, to, rate, rates, ...rest} = draft
    const start = from ?? addDays('2022-06-01' as IsoDate, random.int(0, 1_180))
    const kroner = random.int(...kind.kroner)
    const made: Grant = {
      id: `BEV-${String(100_000 + grants.length * 7 + (grants.length % 5))}`,
      citizen: rest.citizen ?? newCitizen(random, citizens),
      supplier: rest.supplier ?? supplier(),
      paragraph: kind.paragraph,
      paragraphText: random.pick(kind.forms),
      service: kind.service,
      unit: kind.unit,
      targetGroup: random.pick(targetGroups),
      ownership: random.pick(ownerships),
      status: random.pick(['Aktiv', 'Aktiv', 'Bevilget', 'Godkendt', '']),
      fixed: true,
      paidTo: null,
      caseworker: random.pick(caseworkers),
      rates: rates ?? [
        {
          from: start,
          to:
            to === undefined
              ? ((random.chance(0.3) ? addMonths(monthOf(start), 72).concat('-01') : null) as IsoDate | null)
              : to,
          rate: rate === undefined ? kroner * 100 + random.pick([0, 0, 0, 50, random.int(1, 99)]) : rate,
          quantity: random.pick(kind.quantities),
          registered: null,
        },
      ],
      cells: {},
      ...rest,
    }
    grants.push(made)
    return made
  }

  const bill: Teller['bill'] = ({supplier: from, lines, ...draft}) => {
    const made: Bill = {
      documentNumber: '',
      invoiceNumber: draft.invoiceNumber ?? invoiceNumber(from),
      type: random.pick(['Faktura', 'Faktura', '']),
      due: addDays(draft.issued, random.pick([14, 30, 30])),
      cvr: from.cvr,
      supplierName: from.name,
      gln: ourGln,
      vat: random.chance(0.3) ? 0 : null,
      total: random.chance(0.85) ? lines.reduce((sum, {amount}) => sum + amount, 0) : null,
      currency: random.pick(['DKK', 'DKK', '']),
      arrives: addDays(draft.issued, random.int(0, 3)),
      again: null,
      cells: {},
      repeated: [],
      later: [],
      ...draft,
      lines: lines.map((line) => ({
        citizen: '',
        from: null,
        to: null,
        quantity: '',
        unitPrice: null,
        text: '',
        ...line,
      })),
    }
    bills.push(made)
    return made
  }

  return {
    ...setting,
    grants,
    bills,
    everySupplier,
    supplier,
    ownSupplier: () => make({billing: 'none'}),
    citizen: () => newCitizen(random, citizens),
    freshCvr: () => newCvr(random, cvrs),
    invoiceNumber,
    grant,
    bill,
    copy: (of, changes) => {
      const made = {...of, ...changes}
      bills.push(made)
      return made
    },
  }
}

/** The days on which the bill for a month is issued, within the span; undefined where there is none. */
export function issueDays(billing: Billing, month: Month, span: Period): Period | undefined {
  const before = monthPeriod(addMonths(month, -1))
  const [own, after] = [monthPeriod(month), monthPeriod(addMonths(month, 1))]
  const days: Period =
    billing === 'advance'
      ? {from: addDays(before.from, 17), to: addDays(own.from, 11)}
      : {from: addDays(own.from, 18), to: addDays(after.from, 11)}
  return overlap(days, span)
}

/** The months that are billed within the span, none before the program's first. */
export function billedMonths({span, postFrom}: Setting, billing: Billing): Month[] {
  const months: Month[] = []
  for (let at = monthOf(postFrom); at <= addMonths(monthOf(span.to), 1); at = addMonths(at, 1)) {
    if (issueDays(billing, at, span)) months.push(at)
  }
  return months
}

export function issueDay({random, span}: Setting, billing: Billing, month: Month): IsoDate {
  const days = issueDays(billing, month, span)
  if (!days) throw new RangeError(`nothing is issued for ${month}`)
  return addDays(days.from, random.int(0, daysIn(days) - 1))
}

/** How the number stands in the field: with a hyphen mostly. */
export const cprField = ({random}: Setting, citizen: string): string =>
  random.pick([hyphened(citizen), hyphened(citizen), citizen, hyphened(citizen).replace('-', ' ')])

/** One posting for each grant: the days of the period that it covers, and what they cost. */
export function postingsOf(grants: readonly Grant[], period: Period, costs?: readonly number[]): TruePosting[] {
  return grants.flatMap((grant, at) => {
    const days = covered(grant, period)
    return days
      ? [{grantId: grant.id, ...days, amount: costs?.[at] ?? costOf(grant, period), ...accountsOf(grant)}]
      : []
  })
}
