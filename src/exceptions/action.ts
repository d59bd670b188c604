/**
 * The action that would free an exception (`formats.md`, exceptions; `matching.md` 6): what its hints say, else its
 * doubt, else the page of its reason.
 */
import type {Owner, ReasonCode} from '../model/reason.ts'
import type {ActionText} from './action-text.ts'
import type {Case} from './case.ts'
import {catalogue, ownerOf} from './catalogue.ts'
import {doubtAction} from './doubts.ts'
import {hintAction} from './hints/catalogue.ts'
import type {Reason} from './reason.ts'

export type OwnedAction = Required<ActionText> & {readonly reason: ReasonCode; readonly owner: Owner}

export function actionFor(exception: Case): OwnedAction {
  const {reason, line} = exception
  const page: Reason = catalogue[reason]
  const action = evidenceAction(exception) ?? page.action(exception, page)
  return {byHand: page.handledByHand, ...action, reason, owner: ownerOf(reason, line.evidence)}
}

/** The first that a hint makes, else what the doubt makes. */
function evidenceAction(exception: Case): ActionText | undefined {
  const {hints, doubt} = exception.line.evidence
  for (const hint of hints) {
    const action = hintAction(hint, exception)
    if (action) return action
  }
  return doubt ? doubtAction(doubt, exception) : undefined
}
