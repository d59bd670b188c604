/** What has been posted and not yet taken back, for credit notes to find: a line alone, or the lines posted as one sum. */
import type {Cpr} from '../../model/citizen.ts'
import type {EarlierDocument} from '../../model/earlier.ts'
import {type Ore, sumOre} from '../../model/money.ts'
import type {Posting} from '../../model/posting.ts'
import type {Reach} from '../supplier-group.ts'

export type PostedUnit = {
  readonly documentKey: string
  readonly citizen: Cpr
  readonly reach: Reach
  /** The unit's lines, the one that carries the postings first. */
  readonly lineNumbers: readonly string[]
  /** Øre: the sum of its lines. */
  readonly amount: Ore
  readonly postings: readonly Posting[]
}

export type PostedUnits = {
  readonly add: (unit: PostedUnit) => void
  readonly takeBack: (unit: PostedUnit) => void
  readonly ofCitizen: (citizen: Cpr) => readonly PostedUnit[]
}

export function postedUnits(documents: readonly EarlierDocument[], reachOf: (cvr: string) => Reach): PostedUnits {
  const byCitizen = new Map<Cpr, PostedUnit[]>()
  const add = (unit: PostedUnit): void => {
    const units = byCitizen.get(unit.citizen)
    if (units) units.push(unit)
    else byCitizen.set(unit.citizen, [unit])
  }
  for (const document of documents) for (const unit of unitsOf(document, reachOf)) add(unit)
  return {
    add,
    takeBack: (unit) => {
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
  reachOf: (cvr: string) => Reach,
): PostedUnit[] {
  if (outcome !== 'posted' || type !== 'invoice') return []
  const byUnit = Map.groupBy(lines, ({unit}) => unit)
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
        reach: reachOf(supplierCvr),
        lineNumbers: ofUnit.map(({lineNumber}) => lineNumber),
        amount: sumOre(ofUnit.map(({amount}) => amount)),
        postings: postings.map((posting) => ({...posting, citizen})),
      },
    ]
  })
}
