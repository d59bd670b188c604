/**
 * Tries the changes that would free most exceptions: takes the groups of exceptions that one action each would free, and
 * matches the invoices that its change affects once more with the change made.
 */
import {runBatch} from '../match/run-batch.ts'
import type {ActionGroup} from '../model/action.ts'
import type {BatchResult} from '../model/batch.ts'
import type {Earlier} from '../model/earlier.ts'
import type {Grant, GrantRegister} from '../model/grant.ts'
import {memoize} from '../model/memoize.ts'
import {type Ore, sizeOf, sumOre} from '../model/money.ts'
import type {Fix} from '../model/run.ts'
import {compareText} from '../model/source.ts'
import type {InvoiceVerdict} from '../model/verdict.ts'
import {affectedBy, oneOfEachService} from './affected.ts'
import {dataChangesFor} from './data-changes.ts'
import type {DataChange, Scenario} from './scenario.ts'

/** The groups that most invoices wait in are tried; of the rest the most that they can free is given. */
const triedAtMost = 12

/** Invoices that a change frees, and the sizes of their totals in øre; below zero where it takes more than it frees. */
export type Gain = {readonly change: DataChange; readonly invoices: number; readonly amount: Ore}

/**
 * What was tried and frees something, and what cannot be tried; most invoices first, then by amount and text. What
 * people handle by hand is left out.
 */
export function triedFixes(
  groups: readonly ActionGroup[],
  scenario: Scenario,
  earlier: Earlier,
  {verdicts}: BatchResult,
): Fix[] {
  const ofEachService = memoize(oneOfEachService)
  return groups
    .filter(({byHand}) => !byHand)
    .map((group, index): Fix => {
      const changes = index < triedAtMost ? dataChangesFor(group.affected, scenario) : []
      const gains = changes.map((change) => gainOf(change, scenario, earlier, verdicts, ofEachService))
      const [best] = gains.toSorted(byGain)
      return best && best.invoices > 0 ? triedFix(group, best) : untriedFix(group)
    })
    .toSorted((a, b) => byGain(a, b) || Number(b.exact) - Number(a.exact) || compareText(a.text.da, b.text.da))
}

const byGain = (a: Pick<Gain, 'invoices' | 'amount'>, b: Pick<Gain, 'invoices' | 'amount'>): number =>
  b.invoices - a.invoices || b.amount - a.amount

/** What the change frees, less what it would take from what is posted now. `verdicts` are those of the whole batch. */
export function gainOf(
  change: DataChange,
  scenario: Scenario,
  earlier: Earlier,
  verdicts: readonly InvoiceVerdict[],
  ofEachService: (register: GrantRegister) => ReadonlySet<Grant> = oneOfEachService,
): Gain {
  const changed = change.apply(scenario)
  const part = affectedBy(changed.inputs, earlier, changed.config, change.suppliers, ofEachService)
  const affected = new Set(part.inputs.invoices)
  const before = verdicts.filter((verdict) => isPosted(verdict) && affected.has(verdict.invoice))
  const after = runBatch(part.inputs, changed.config, part.earlier).verdicts.filter(isPosted)
  return {change, invoices: after.length - before.length, amount: (sizesOf(after) - sizesOf(before)) as Ore}
}

const isPosted = ({outcome}: InvoiceVerdict): boolean => outcome === 'posted'

const sizesOf = (verdicts: readonly InvoiceVerdict[]): Ore => sumOre(verdicts.map(({invoice}) => sizeOf(invoice.total)))

const triedFix = ({key, owner, reason}: ActionGroup, {change, invoices, amount}: Gain): Fix => ({
  key,
  kind: change.kind,
  text: change.text,
  owner,
  reason,
  invoices,
  amount,
  exact: true,
})

const untriedFix = ({key, owner, reason, affected, amount, text}: ActionGroup): Fix => ({
  key,
  kind: 'other',
  text,
  owner,
  reason,
  invoices: affected.length,
  amount,
  exact: false,
})
