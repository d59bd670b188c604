/** Which suppliers' grants a bill's CVR number reaches, and what «the same supplier» is (`matching.md`, terms and before section 1). */
import type {Config} from '../config/schema.ts'

/** The supplier side of a pair: the bill's own CVR number, and those that list it in `billsAs`. */
export type Reach = ReadonlySet<string>

export function reachOf(config: Config): (billCvr: string) => Reach {
  const listing = Map.groupBy(
    Object.entries(config.suppliers).flatMap(([cvr, {billsAs}]) => billsAs.map((billCvr) => ({billCvr, cvr}))),
    ({billCvr}) => billCvr,
  )
  const known = new Map<string, Reach>()
  return (billCvr) => {
    const found = known.get(billCvr)
    if (found) return found
    const reach = new Set([billCvr, ...(listing.get(billCvr) ?? []).map(({cvr}) => cvr)])
    known.set(billCvr, reach)
    return reach
  }
}

/** Two bills are of the same supplier where the sides of their pairs meet. */
export function meet(a: Reach, b: Reach): boolean {
  for (const cvr of a) if (b.has(cvr)) return true
  return false
}
