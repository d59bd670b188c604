/**
 * Grants that have ended and are billed on (`commands.md`, validate-grants): invoices that runs left to a person because
 * no grant was valid, and that the register still has none for. Takes the register and what the ledger knows; returns one
 * finding for each pair of citizen and supplier.
 */
import {firstDay, lastDay} from '../../match/costs/cost.ts'
import {isInScope} from '../../match/exclusion/scope.ts'
import {invoicingSuppliers} from '../../match/supplier-group.ts'
import {type IsoDate, overlap, type Period} from '../../model/calendar.ts'
import type {Grant} from '../../model/grant.ts'
import {dayText, inLanguage, localize, supplierText} from '../../text/format.ts'
import {maskCpr, maskedLine} from '../../text/mask.ts'
import {findingOf} from '../finding.ts'
import type {CheckedRegister} from './checked-register.ts'
import type {Found} from './found.ts'
import type {BilledPairs} from './invoices-per-month.ts'

export function endedAndBilled({grants, config}: CheckedRegister, billed: BilledPairs): Found[] {
  const inScope = grants.filter((grant) => isInScope(grant, config))
  const pairs = Map.groupBy(inScope, ({citizen, supplierCvr}) => `${citizen} ${supplierCvr}`)
  return [...pairs.values()].flatMap((pair) => {
    const [first] = pair
    if (!first) return []
    const suppliers = invoicingSuppliers(first.supplierCvr, config)
    const invoices = billed
      .notValid(first.citizen)
      .filter(({supplierCvr, period}) => suppliers.has(supplierCvr) && !pair.some((grant) => covers(grant, period)))
    const ended = pair.toSorted((a, b) => (lastDay(a) < lastDay(b) ? 1 : -1))[0]
    const isAfter = ended && invoices.some(({period}) => period.from > lastDay(ended))
    return ended && isAfter ? [foundOf(ended, invoices.length)] : []
  })
}

const covers = (grant: Grant, period: Period): boolean =>
  firstDay(grant) <= period.to && grant.services.some((days) => overlap(days, period) !== undefined)

const foundOf = (grant: Grant, invoices: number): Found => ({
  finding: findingOf({
    severity: 'warning',
    code: 'endedBilled',
    rows: grant.sources,
    grantIds: [maskedLine(grant.id)],
    problem: localize((language) => {
      const [id, citizen, day] = [
        maskedLine(grant.id),
        maskCpr(grant.citizen),
        dayText(lastDay(grant) as IsoDate, language),
      ]
      const supplier = supplierText(grant.supplierName, grant.supplierCvr)
      return inLanguage(
        language,
        `${id} (${citizen}, ${supplier}) sluttede ${day}, men ${invoices === 1 ? '1 regning er' : `${invoices} regninger er`} kommet for tiden efter.`,
        `${id} (${citizen}, ${supplier}) ended ${day}, but ${invoices === 1 ? '1 bill has' : `${invoices} bills have`} come for the time after.`,
      )
    }),
    remedy: {
      da: 'Forlæng bevillingen, hvis borgeren er der endnu; ellers sig det til leverandøren.',
      en: 'Extend the grant if the citizen is still there; else tell the supplier.',
    },
  }),
  countedFrom: {kind: 'invoices', count: invoices},
})
