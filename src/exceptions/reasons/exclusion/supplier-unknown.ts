/** `SUPPLIER_UNKNOWN` (`matching.md` 3, step supplier): no grant is with the CVR number of the invoice. */
import type {ActionText} from '../../action-text.ts'
import {type Case, supplierOf} from '../../case.ts'
import type {Reason} from '../../reason.ts'
import {instruction, type Sentence} from '../../sentence.ts'
import {oneGrantOfEachSupplier, suppliersOfCitizen} from '../shared/suppliers-of-citizen.ts'

export const supplierUnknown: Reason<'SUPPLIER_UNKNOWN'> = {
  code: 'SUPPLIER_UNKNOWN',
  owner: 'Administration',
  decidable: 'never',
  handledByHand: false,
  usesEvidence: true,
  sentence: {da: 'Ingen bevilling har leverandørens CVR-nummer.', en: "No grant has the supplier's CVR number."},
  remedy: {
    da: 'Opret leverandøren på bevillingerne, eller sæt CVR-nummeret i suppliers → billsAs i bills.yaml.',
    en: 'Register the supplier on the grants, or put the CVR number into suppliers → billsAs of bills.yaml.',
  },
  facts: suppliersAndKey,
  action: registerSupplier,
}

/** `billsAs` holds for all the supplier's invoices: it is named only where the citizen has one supplier. */
function suppliersAndKey(exception: Case): readonly Sentence[] {
  const suppliers = suppliersOfCitizen(exception)
  const [only, ...others] = oneGrantOfEachSupplier(exception)
  if (!only || others.length > 0) return suppliers
  const {supplierCvr} = exception.invoice
  return [
    ...suppliers,
    instruction({
      da: `Fakturerer afsenderen altid for den leverandør, så sæt "${supplierCvr}" i suppliers."${only.supplierCvr}".billsAs i bills.yaml; ellers opret bevillingen, eller afvis regningen.`,
      en: `If this one always bills for that one, put "${supplierCvr}" into suppliers."${only.supplierCvr}".billsAs of bills.yaml; else register the grant, or reject the bill.`,
    }),
  ]
}

function registerSupplier(exception: Case): ActionText {
  const supplier = supplierOf(exception)
  return {
    key: [exception.invoice.supplierCvr],
    text: {
      da: `Opret ${supplier} på bevillingerne, eller sæt CVR-nummeret i billsAs for den leverandør, den fakturerer for.`,
      en: `Register ${supplier} on the grants, or put its CVR number into billsAs of the supplier that it bills for.`,
    },
  }
}
