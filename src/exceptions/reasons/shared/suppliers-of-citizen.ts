/**
 * The suppliers whom the citizen does have grants with: the invoice may be for one of these, under another CVR number.
 * Where the citizen has no grant, who sent the invoice.
 */
import type {Grant} from '../../../model/grant.ts'
import {listText, supplierText} from '../../../text/format.ts'
import {type Case, supplierOf} from '../../case.ts'
import {fact, type Sentence} from '../../sentence.ts'

export function suppliersOfCitizen(exception: Case): readonly Sentence[] {
  const grants = oneGrantOfEachSupplier(exception)
  if (grants.length === 0) {
    const supplier = supplierOf(exception)
    return [fact({da: `Regningen er fra ${supplier}.`, en: `The bill is from ${supplier}.`})]
  }
  const names = grants.map((grant) => `${supplierText(grant.supplierName, grant.supplierCvr)}, ${grant.id}`)
  return [
    fact({
      da: `Borgeren har bevilling hos ${listText(names, 'da')}.`,
      en: `The citizen has a grant with ${listText(names, 'en')}.`,
    }),
  ]
}

/** Of the citizen's grants, whatever excluded them; the last of each supplier. */
export function oneGrantOfEachSupplier({line, grants}: Case): Grant[] {
  const found = line.evidence.candidates.flatMap(({grantId}) => grants.get(grantId) ?? [])
  return [...new Map(found.map((grant) => [grant.supplierCvr, grant])).values()]
}
