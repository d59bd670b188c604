/**
 * The week's list of work: exceptions that one deed would free, told as one action, most invoices freed first. A deed
 * that the run has tried is told with its exact gain, every other one with the most that it can free. Every invoice left
 * to a person waits for exactly one action, by its first failing line.
 */

import type {ActionGroup} from '../model/action.ts'
import type {Language} from '../model/language.ts'
import {jsonKroner} from '../model/money.ts'
import type {Action, Fix} from '../model/run.ts'
import {inOrder} from './action-groups.ts'

/** `groups` and `fixes` are the run's. What frees no bill for the program comes last. */
export function actionList(groups: readonly ActionGroup[], fixes: readonly Fix[], language: Language): Action[] {
  const tried = new Map(fixes.filter(({exact}) => exact).map((fix) => [fix.key, fix]))
  return groups
    .map(({key, text, affected: waiting, ...group}) => {
      const fix = tried.get(key)
      return {
        ...group,
        text: fix ? fix.text[language] : text(language),
        invoices: fix?.invoices ?? waiting.length,
        amount: fix?.amount ?? group.amount,
        atMost: fix === undefined,
      }
    })
    .toSorted(inOrder)
    .map(({byHand: _, amount, ...action}) => ({...action, amount: jsonKroner(amount)}))
}
