/**
 * A municipality's suppliers, grants and bills from a seed: stories are told until there are bills enough, and
 * grants that nobody bills fill the register. The same settings give the same world on every machine.
 */
import {addDays, type Period} from '../../src/model/calendar.ts'
import {compareText} from '../../src/model/source.ts'
import {chartFor, mapping} from './accounts.ts'
import type {Bill, IsoDate, World} from './model.ts'
import {randomFrom} from './random.ts'
import {everyStory, smoothStories, troubledStories} from './stories/all.ts'
import {teller} from './teller.ts'

export type WorldSettings = {
  readonly seed: number
  readonly postFrom: IsoDate
  readonly span: Period
  /** At least so many bills. */
  readonly bills: number
  /** At least so many grants. */
  readonly grants: number
  readonly suppliers: number
  /** How many of the stories are ordinary, between 0 and 1. */
  readonly smooth: number
  /** Every story is told once before chance decides. */
  readonly complete: boolean
}

export function makeWorld({seed, bills, grants, smooth, complete, ...rest}: WorldSettings): World {
  const random = randomFrom(seed)
  const t = teller({random, ...rest})
  if (complete) for (const story of everyStory) story(t)
  while (t.bills.length < bills) random.pick(random.chance(smooth) ? smoothStories : troubledStories)(t)
  while (t.grants.length < grants) t.grant()

  return {
    postFrom: rest.postFrom,
    span: rest.span,
    suppliers: t.everySupplier.toSorted((a, b) => compareText(a.cvr, b.cvr)),
    grants: random.shuffle(t.grants),
    bills: numbered(t.bills),
    mapping,
    chart: chartFor(mapping),
  }
}

/** By arrival, each with its document number: its own, or that of the bill it comes again as. */
function numbered(bills: readonly Bill[]): Bill[] {
  const byArrival = bills.toSorted((a, b) => compareText(a.arrives, b.arrives))
  byArrival.forEach((bill, at) => {
    bill.documentNumber = bill.again?.documentNumber ?? String(5_100_200_000 + at * 3)
  })
  return byArrival
}

/** The last day on which anything of the world arrives that a run at its end should hold. */
export const lastArrival = ({span}: Pick<World, 'span'>): IsoDate => addDays(span.to, 3)
