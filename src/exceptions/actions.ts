/**
 * The week's list of work (`formats.md`, exceptions; `commands.md`, match): one action for all exceptions that it would
 * free, most invoices first. An action that the run has tried has its exact gain, any other the most that it can free.
 */
import type {ActionGroup} from '../model/action.ts'
import type {Language} from '../model/language.ts'
import {jsonKroner} from '../model/money.ts'
import type {Action, Fix} from '../model/run.ts'
import {inOrder} from './action-groups.ts'

/** `groups` and `fixes` are the run's. What frees no invoice for the program comes last. */
export function actionList(groups: readonly ActionGroup[], fixes: readonly Fix[], language: Language): Action[] {
  const tried = new Map(fixes.filter(({exact}) => exact).map((fix) => [fix.key, fix]))
  return groups
    .map(({key, text, affected, ...group}) => {
      const fix = tried.get(key)
      return {
        ...group,
        text: (fix?.text ?? text)[language],
        invoices: fix?.invoices ?? affected.length,
        amount: fix?.amount ?? group.amount,
        atMost: fix === undefined,
      }
    })
    .toSorted(inOrder)
    .map(({byHand: _, amount, ...action}) => ({...action, amount: jsonKroner(amount)}))
}
