/** Which changes would free the exceptions that wait for one deed, as far as the data gives the value to put in. */

import type {SupplierSettings} from '../config/schema.ts'
import {type Chart, foldText, type MappingRow} from '../model/accounts.ts'
import type {AffectedInvoice} from '../model/action.ts'
import {addDays, type IsoDate} from '../model/calendar.ts'
import type {Grant, RatePeriod} from '../model/grant.ts'
import type {LocalizedText} from '../model/language.ts'
import type {Hint} from '../model/verdict.ts'
import {dayText, kronerText, supplierText} from '../text/format.ts'
import {maskedLine} from '../text/mask.ts'
import type {DataChange, Scenario} from './scenario.ts'

/** Several where the data leaves a choice of values; the one that frees most is meant. */
export function dataChangesFor(waiting: readonly AffectedInvoice[], basis: Scenario): DataChange[] {
  const [first] = waiting
  if (!first) return []
  const hints = first.line.evidence.hints
  const hint = hints.find(({kind}) => kind in byHint)
  if (first.line.reason === 'SUPPLIER_UNKNOWN') return billsAs(waiting, basis)
  return hint ? (byHint[hint.kind]?.(hint as never, waiting, basis) ?? []) : []
}

type Finder<Kind extends Hint['kind']> = (
  hint: Extract<Hint, {kind: Kind}>,
  waiting: readonly AffectedInvoice[],
  basis: Scenario,
) => DataChange[]

const byHint: {readonly [Kind in Hint['kind']]?: Finder<Kind>} = {
  newRate: (hint, waiting) => [newRate(hint, waiting)],
  billingUnknown: (_, waiting, basis) => billings(waiting, basis),
  mappingKeys: (hint, waiting, basis) => mappingRow(hint, waiting, basis),
  account: (hint, waiting, basis) => successor(hint, waiting, basis),
}

const billedBy = (waiting: readonly AffectedInvoice[]): ReadonlySet<string> =>
  new Set(waiting.map(({invoice}) => invoice.supplierCvr))

function newRate(
  {supplierCvr, service, oldRate, newRate: rate}: Extract<Hint, {kind: 'newRate'}>,
  waiting: readonly AffectedInvoice[],
): DataChange {
  const [from] = waiting.flatMap(({line}) => line.period?.from ?? []).toSorted()
  const first = (from ?? '0001-01-01') as IsoDate
  const supplier = supplierText(nameOf(waiting, supplierCvr), supplierCvr)
  return {
    kind: 'rate',
    text: {
      da: `Ny takst for ${maskedLine(service)} hos ${supplier}: ret ${kronerText(oldRate, 'da')} til ${kronerText(rate, 'da')} på bevillingerne fra ${dayText(first, 'da')}.`,
      en: `New rate for ${maskedLine(service)} with ${supplier}: change ${kronerText(oldRate, 'en')} to ${kronerText(rate, 'en')} on the grants from ${dayText(first, 'en')}.`,
    },
    suppliers: billedBy(waiting),
    apply: ({inputs, config}) => {
      const isMeant = (grant: Grant): boolean =>
        grant.supplierCvr === supplierCvr &&
        grant.services.some((stretch) => foldText(stretch.service) === foldText(service))
      const changed = (grant: Grant): Grant => ({
        ...grant,
        rates: grant.rates.flatMap((stretch) =>
          stretch.rate === oldRate ? withRateFrom(stretch, first, rate) : [stretch],
        ),
      })
      const grants = inputs.register.grants.map((grant) => (isMeant(grant) ? changed(grant) : grant))
      return {config, inputs: {...inputs, register: {...inputs.register, grants}}}
    },
  }
}

/** The stretch with another rate from a day on. */
function withRateFrom(stretch: RatePeriod, day: IsoDate, rate: RatePeriod['rate']): RatePeriod[] {
  if (stretch.to < day) return [stretch]
  if (stretch.from >= day) return [{...stretch, rate}]
  return [
    {...stretch, to: addDays(day, -1)},
    {...stretch, from: day, rate},
  ]
}

/** The bill's CVR number under the supplier whose grants most of its citizens have. */
function billsAs(waiting: readonly AffectedInvoice[], {inputs}: Scenario): DataChange[] {
  const [first] = waiting
  const citizens = new Set(waiting.map(({line}) => line.citizen))
  const counts = new Map<string, number>()
  for (const {citizen, supplierCvr} of inputs.register.grants)
    if (citizens.has(citizen)) counts.set(supplierCvr, (counts.get(supplierCvr) ?? 0) + 1)
  const [most] = [...counts].toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
  if (!first || !most) return []
  const [owner] = most
  const billCvr = first.invoice.supplierCvr
  const [bill, own] = [supplierText(first.invoice.supplierName, billCvr), supplierText(nameIn(inputs, owner), owner)]
  return [
    {
      kind: 'billsAs',
      text: {
        da: `Sæt ${billCvr} i suppliers."${owner}".billsAs i bills.yaml, hvis ${bill} fakturerer for ${own}.`,
        en: `Put ${billCvr} into suppliers."${owner}".billsAs of bills.yaml if ${bill} bills for ${own}.`,
      },
      suppliers: new Set([billCvr, owner]),
      apply: (basis) =>
        withSupplier(basis, owner, (settings) => ({...settings, billsAs: [...settings.billsAs, billCvr]})),
    },
  ]
}

function billings(waiting: readonly AffectedInvoice[], {config}: Scenario): DataChange[] {
  const [first] = waiting
  if (!first) return []
  const {supplierCvr: cvr, supplierName} = first.invoice
  const supplier = supplierText(supplierName, cvr)
  return (['arrears', 'advance'] as const)
    .filter((billing) => config.suppliers[cvr]?.billing !== billing)
    .map((billing) => ({
      kind: 'billing',
      text: {
        da: `Sæt suppliers."${cvr}".billing til ${billing} i bills.yaml, hvis ${supplier} altid fakturerer ${billing === 'arrears' ? 'bagud' : 'forud'}.`,
        en: `Set suppliers."${cvr}".billing to ${billing} in bills.yaml if ${supplier} always bills in ${billing === 'arrears' ? 'arrears' : 'advance'}.`,
      },
      suppliers: new Set([cvr]),
      apply: (basis) => withSupplier(basis, cvr, (settings) => ({...settings, billing})),
    }))
}

/** A row for just these keys. Which account it names does not change what it frees: one that is open is taken. */
function mappingRow(
  {paragraph, ownership, targetGroup, service}: Extract<Hint, {kind: 'mappingKeys'}>,
  waiting: readonly AffectedInvoice[],
  {inputs}: Scenario,
): DataChange[] {
  const model = waiting[0]?.line.reason === 'MAPPING_MISSING' && openRow(inputs.mapping.rows, inputs.chart)
  if (!model) return []
  const keys = [paragraph, ownership, targetGroup, service].map(maskedLine)
  const row: MappingRow = {
    ...model,
    paragraph,
    ownership: foldText(ownership) || null,
    targetGroup: foldText(targetGroup) || null,
    service: foldText(service) || null,
    from: null,
    to: null,
  }
  return [
    {
      kind: 'mapping',
      text: {
        da: `Tilføj en række i støttearket: Paragraf ${keys[0]}, Ejerforhold ${keys[1]}, Målgruppe ${keys[2]}, Indsats ${keys[3]}.`,
        en: `Add a row to the support sheet: Paragraf ${keys[0]}, Ejerforhold ${keys[1]}, Målgruppe ${keys[2]}, Indsats ${keys[3]}.`,
      },
      suppliers: billedBy(waiting),
      apply: ({inputs: given, config}) => ({
        config,
        inputs: {...given, mapping: {rows: [...given.mapping.rows, row]}},
      }),
    },
  ]
}

function openRow(rows: readonly MappingRow[], chart: Chart | null): MappingRow | undefined {
  const open = new Set(chart?.entries.flatMap(({number, blocked, from, to}) => (blocked || from || to ? [] : [number])))
  return rows.find(
    ({account, pspElement, problems}) =>
      problems.length === 0 && (chart === null || (open.has(account) && open.has(pspElement))),
  )
}

/** The number that the chart has closed gives way to the one that takes its place, in all rows. */
function successor(
  {account, pspElement, successor: next}: Extract<Hint, {kind: 'account'}>,
  waiting: readonly AffectedInvoice[],
  {inputs}: Scenario,
): DataChange[] {
  const closed = inputs.chart?.entries.find(
    (entry) => entry.successor === next && [account, pspElement].includes(entry.number),
  )
  if (next === '' || !closed) return []
  const {number} = closed
  const text: LocalizedText = {
    da: `Ret ${number} til ${next} i støttearket: kontoplanen har erstattet det.`,
    en: `Change ${number} to ${next} in the support sheet: the chart of accounts has replaced it.`,
  }
  const changed = (row: MappingRow): MappingRow => ({
    ...row,
    account: row.account === number ? next : row.account,
    pspElement: row.pspElement === number ? next : row.pspElement,
  })
  return [
    {
      kind: 'account',
      text,
      suppliers: billedBy(waiting),
      apply: ({inputs: given, config}) => ({
        config,
        inputs: {...given, mapping: {rows: given.mapping.rows.map(changed)}},
      }),
    },
  ]
}

function withSupplier(
  {inputs, config}: Scenario,
  cvr: string,
  change: (settings: SupplierSettings) => SupplierSettings,
): Scenario {
  const settings: SupplierSettings = config.suppliers[cvr] ?? {dayRateMonth: 'actual', billsAs: []}
  return {inputs, config: {...config, suppliers: {...config.suppliers, [cvr]: change(settings)}}}
}

const nameOf = (waiting: readonly AffectedInvoice[], cvr: string): string =>
  waiting.find(({invoice}) => invoice.supplierCvr === cvr)?.invoice.supplierName ?? ''

const nameIn = ({register}: Scenario['inputs'], cvr: string): string =>
  register.grants.find(({supplierCvr}) => supplierCvr === cvr)?.supplierName ?? ''
