/** Tries the changes that would free most exceptions by judging the bills that they concern again. */

import type {MatchConfig} from '../config/schema.ts'
import {runBatch} from '../match/run-batch.ts'
import type {ActionGroup} from '../model/action.ts'
import type {BatchInputs, BatchResult} from '../model/batch.ts'
import type {Earlier} from '../model/earlier.ts'
import {memoize} from '../model/memoize.ts'
import {type Ore, sizeOf, sumOre} from '../model/money.ts'
import type {Fix} from '../model/run.ts'
import {compareText} from '../model/source.ts'
import type {InvoiceVerdict} from '../model/verdict.ts'
import {affectedBy, oneOfEachService} from './affected.ts'
import {dataChangesFor} from './data-changes.ts'
import type {DataChange, Scenario} from './scenario.ts'

/** So many of the deeds that most invoices wait for are tried; the rest is told with the most that it can free. */
const triedAtMost = 12

export type Gain = {readonly change: DataChange; readonly invoices: number; readonly amount: Ore}

/** What was tried and frees something, and what cannot be tried; most invoices first, then by amount and text. What people handle by hand is none. */
export function triedFixes(
  groups: readonly ActionGroup[],
  basis: Scenario,
  earlier: Earlier,
  {verdicts}: BatchResult,
): Fix[] {
  const judge: Judge = (inputs, config, known) => runBatch(inputs, config, known).verdicts
  const ofServices = memoize(oneOfEachService)
  const gainOf = (change: DataChange): Gain => gain(change, basis, earlier, verdicts, judge, ofServices)
  return groups
    .filter(({byHand}) => !byHand)
    .flatMap((group, at): Fix[] => {
      const changes = at < triedAtMost ? dataChangesFor(group.affected, basis) : []
      const [best] = changes.map(gainOf).toSorted(byGain)
      return best && best.invoices > 0 ? [fixOf(group, best)] : [untried(group)]
    })
    .toSorted((a, b) => byGain(a, b) || Number(b.exact) - Number(a.exact) || compareText(a.text.da, b.text.da))
}

const byGain = (a: Pick<Gain, 'invoices' | 'amount'>, b: Pick<Gain, 'invoices' | 'amount'>): number =>
  b.invoices - a.invoices || b.amount - a.amount

type Judge = (inputs: BatchInputs, config: MatchConfig, earlier: Earlier) => readonly InvoiceVerdict[]

/** What the change frees, less what it would take from what is posted now. `verdicts` are those of the whole batch. */
export function gain(
  change: DataChange,
  basis: Scenario,
  earlier: Earlier,
  verdicts: readonly InvoiceVerdict[],
  judge: Judge,
  ofServices = oneOfEachService,
): Gain {
  const changed = change.apply(basis)
  const part = affectedBy(changed.inputs, earlier, changed.config, change.suppliers, ofServices)
  const concerned = new Set(part.inputs.invoices)
  const isPosted = ({outcome}: InvoiceVerdict): boolean => outcome === 'posted'
  const was = verdicts.filter((verdict) => isPosted(verdict) && concerned.has(verdict.invoice))
  const is = judge(part.inputs, changed.config, part.earlier).filter(isPosted)
  const sizes = (posted: readonly InvoiceVerdict[]): Ore => sumOre(posted.map(({invoice}) => sizeOf(invoice.total)))
  return {change, invoices: is.length - was.length, amount: (sizes(is) - sizes(was)) as Ore}
}

const fixOf = ({key, owner, reason}: ActionGroup, {change: {kind, text}, invoices, amount}: Gain): Fix => {
  return {key, kind, text, owner, reason, invoices, amount, exact: true}
}

const untried = ({key, owner, reason, affected: waiting, amount, text}: ActionGroup): Fix => ({
  key,
  kind: 'other',
  text,
  owner,
  reason,
  invoices: waiting.length,
  amount,
  exact: false,
})
