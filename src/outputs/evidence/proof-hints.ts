/**
 * The facts of a proof that are named by their `kind` (docs/proof.md): why a line is in doubt, and what would settle it.
 * In the program they are `Doubt` and `Hint` (`src/model/verdict.ts`); only amounts are written in another form.
 */
import {z} from 'zod'
import type {Doubt, Hint} from '../../model/verdict.ts'
import {day, kroner} from './proof-values.ts'

const text = z.string()
const count = z.int()
const kind = <const Kind extends string, const Shape extends z.ZodRawShape>(name: Kind, shape: Shape) =>
  z.strictObject({kind: z.literal(name), ...shape})

export const doubt = z.discriminatedUnion('kind', [
  kind('otherGrantOtherMonth', {grantId: text, month: text}),
  kind('gap', {grantIds: z.array(text), month: text}),
  kind('partlyCovered', {grantId: text}),
  kind('outOfScopeFits', {grantIds: z.array(text)}),
  kind('nearAndExact', {}),
]) satisfies z.ZodType<Doubt>

export const hint = z.discriminatedUnion('kind', [
  kind('newRate', {oldRate: kroner, newRate: kroner, service: text, supplierCvr: text}),
  kind('regulation', {grantId: text, from: text, to: text}),
  kind('inactiveGrantFits', {grantId: text}),
  kind('onlyPaidTo', {grantId: text, paidTo: day}),
  kind('amountOfMonth', {grantId: text, month: text}),
  kind('billingUnknown', {}),
  kind('billingsDiffer', {}),
  kind('contradictoryText', {}),
  kind('textOtherMonth', {month: text}),
  kind('oneEndOutside', {}),
  kind('textAgainstColumns', {}),
  kind('unknownCreditedNumber', {number: text}),
  kind('severalPostedLines', {count}),
  kind('firstDocument', {documentNumber: text, invoiceNumber: text, runId: text.nullable()}),
  kind('bookedByPeople', {}),
  kind('heldBy', {invoiceNumber: text}),
  kind('textCitizen', {masked: text}),
  kind('mappingKeys', {paragraph: text, ownership: text, targetGroup: text, service: text}),
  kind('account', {
    account: text,
    pspElement: text,
    successor: text,
    problem: z.enum(['unknown', 'blocked', 'notValid', 'malformed']),
  }),
  kind('unreadableRow', {file: text, row: count}),
]) satisfies z.ZodType<Hint>
