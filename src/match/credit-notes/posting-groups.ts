/** What has been posted and not yet reversed, for credit notes to find: a line alone, or the lines posted as one sum. */
import type {Cpr} from '../../model/citizen.ts'
import type {EarlierDocument} from '../../model/earlier.ts'
import {type Ore, sumOre} from '../../model/money.ts'
import type {Posting} from '../../model/posting.ts'
import type {SupplierGroup} from '../supplier-group.ts'

export type PostingGroup = {
  readonly documentKey: string
  readonly citizen: Cpr
  readonly suppliers: SupplierGroup
  /** The group's lines, the one that carries the postings first. */
  readonly lineNumbers: readonly string[]
  /** Øre: the sum of its lines. */
  readonly amount: Ore
  readonly postings: readonly Posting[]
}

export type PostingGroups = {
  readonly add: (group: PostingGroup) => void
  readonly remove: (group: PostingGroup) => void
  readonly ofCitizen: (citizen: Cpr) => readonly PostingGroup[]
}

export function indexPostingGroups(
  documents: readonly EarlierDocument[],
  suppliersOf: (cvr: string) => SupplierGroup,
): PostingGroups {
  const byCitizen = new Map<Cpr, PostingGroup[]>()
  const add = (group: PostingGroup): void => {
    const groups = byCitizen.get(group.citizen)
    if (groups) groups.push(group)
    else byCitizen.set(group.citizen, [group])
  }
  for (const document of documents) for (const group of groupsOf(document, suppliersOf)) add(group)
  return {
    add,
    remove: (group) => {
      byCitizen.set(
        group.citizen,
        (byCitizen.get(group.citizen) ?? []).filter((other) => other !== group),
      )
    },
    ofCitizen: (citizen) => byCitizen.get(citizen) ?? [],
  }
}

function groupsOf(
  {key, type, outcome, supplierCvr, lines}: EarlierDocument,
  suppliersOf: (cvr: string) => SupplierGroup,
): PostingGroup[] {
  if (outcome !== 'posted' || type !== 'invoice') return []
  const byNumber = Map.groupBy(lines, ({postingGroup}) => postingGroup)
  return [...byNumber].flatMap(([number, ofGroup]) => {
    const postings = ofGroup.flatMap((line) => line.postings).filter(({reverses}) => reverses === null)
    const citizen = postings[0]?.citizen
    if (number === null || !citizen || ofGroup.some(({reversed}) => reversed)) return []
    // Without an account (a run rebuilt from its files) nothing can be posted in reverse.
    if (postings.some((posting) => posting.account === '' || posting.citizen !== citizen)) return []
    return [
      {
        documentKey: key,
        citizen,
        suppliers: suppliersOf(supplierCvr),
        lineNumbers: ofGroup.map(({lineNumber}) => lineNumber),
        amount: sumOre(ofGroup.map(({amount}) => amount)),
        postings: postings.map((posting) => ({...posting, citizen})),
      },
    ]
  })
}
