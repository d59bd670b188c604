/** What has been posted and not yet taken back, for credit notes to find: a line alone, or the lines posted as one sum. */
import type {Cpr} from '../../model/citizen.ts'
import type {EarlierDocument} from '../../model/earlier.ts'
import {type Ore, sumOre} from '../../model/money.ts'
import type {Posting} from '../../model/posting.ts'
import type {SupplierGroup} from '../supplier-group.ts'

export type PostingGroup = {
  readonly documentKey: string
  readonly citizen: Cpr
  readonly suppliers: SupplierGroup
  /** The unit's lines, the one that carries the postings first. */
  readonly lineNumbers: readonly string[]
  /** Øre: the sum of its lines. */
  readonly amount: Ore
  readonly postings: readonly Posting[]
}

export type PostingGroups = {
  readonly add: (unit: PostingGroup) => void
  readonly remove: (unit: PostingGroup) => void
  readonly ofCitizen: (citizen: Cpr) => readonly PostingGroup[]
}

export function indexPostingGroups(
  documents: readonly EarlierDocument[],
  suppliersOf: (cvr: string) => SupplierGroup,
): PostingGroups {
  const byCitizen = new Map<Cpr, PostingGroup[]>()
  const add = (unit: PostingGroup): void => {
    const units = byCitizen.get(unit.citizen)
    if (units) units.push(unit)
    else byCitizen.set(unit.citizen, [unit])
  }
  for (const document of documents) for (const unit of unitsOf(document, suppliersOf)) add(unit)
  return {
    add,
    remove: (unit) => {
      byCitizen.set(
        unit.citizen,
        (byCitizen.get(unit.citizen) ?? []).filter((each) => each !== unit),
      )
    },
    ofCitizen: (citizen) => byCitizen.get(citizen) ?? [],
  }
}

function unitsOf(
  {key, type, outcome, supplierCvr, lines}: EarlierDocument,
  suppliersOf: (cvr: string) => SupplierGroup,
): PostingGroup[] {
  if (outcome !== 'posted' || type !== 'invoice') return []
  const byUnit = Map.groupBy(lines, ({postingGroup: unit}) => unit)
  return [...byUnit].flatMap(([unit, ofUnit]) => {
    const postings = ofUnit.flatMap((line) => line.postings).filter(({reverses}) => reverses === null)
    const citizen = postings[0]?.citizen
    if (unit === null || !citizen || ofUnit.some(({reversed}) => reversed)) return []
    // Without an account (a run taken over from its files) nothing can be posted in reverse.
    if (postings.some((posting) => posting.account === '' || posting.citizen !== citizen)) return []
    return [
      {
        documentKey: key,
        citizen,
        suppliers: suppliersOf(supplierCvr),
        lineNumbers: ofUnit.map(({lineNumber}) => lineNumber),
        amount: sumOre(ofUnit.map(({amount}) => amount)),
        postings: postings.map((posting) => ({...posting, citizen})),
      },
    ]
  })
}
