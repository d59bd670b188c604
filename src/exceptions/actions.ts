/**
 * The week's list of work: exceptions that one deed would free, told as one action, most invoices freed first.
 * Every invoice left to a person is in exactly one action, by its first failing line.
 */
import type {Action} from '../batch/run.ts'
import type {GrantRegister} from '../domain/grant.ts'
import {jsonKroner} from '../domain/money.ts'
import type {Language} from '../domain/text.ts'
import type {InvoiceVerdict} from '../domain/verdict.ts'
import {deedGroups} from './deed-groups.ts'

export const actions = (verdicts: readonly InvoiceVerdict[], register: GrantRegister, language: Language): Action[] =>
  deedGroups(verdicts, register).map(({text, owner, reason, waiting, amount, atMost}) => ({
    text: text(language),
    owner,
    reason,
    invoices: waiting.length,
    amount: jsonKroner(amount),
    atMost,
  }))
