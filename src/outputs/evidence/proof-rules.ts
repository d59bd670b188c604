/**
 * The settings that a verdict rests on, as a proof has them (docs/proof.md): the keys of bills.yaml, amounts in kroner.
 * `rulesOf` takes them out of the configuration, `settingsOf` returns them in the sections that it is read from.
 */
import {z} from 'zod'
import {configSchema, type MatchConfig} from '../../config/schema.ts'
import {jsonKroner} from '../../model/money.ts'
import type {Immutable} from './immutable.ts'

const text = z.string()
const truth = z.boolean()
const count = z.int()

const shape = z.strictObject({
  paragraphs: z.array(text),
  amountTolerance: text,
  maxAmount: text.nullable(),
  blockedSuppliers: z.array(text),
  partialDays: truth,
  maxCombined: count,
  creditNotes: truth,
  vat: text,
  gln: z.array(text),
  postFrom: text,
  billing: text,
  cutoffDay: count,
  lookback: count,
  lookahead: count,
  maxMonths: count,
  gap: text,
  /** By CVR number; those of the line's grants and invoice. */
  suppliers: z.record(text, z.record(text, z.unknown())),
})

export type ProofRules = Immutable<z.input<typeof shape>>

/** Settings that bills.yaml may have. */
export const proofRules = shape.refine((rules) => configSchema.safeParse(settingsOf(rules)).success)

/** What the proof does not have is left out, and has its default. */
export function settingsOf({suppliers, ...others}: ProofRules) {
  const {postFrom, billing, cutoffDay, lookback, lookahead, maxMonths, gap, ...rules} = others
  return {rules, periods: {postFrom, billing, cutoffDay, lookback, lookahead, maxMonths, gap}, suppliers}
}

/** Alike in all lines of a run. */
export function rulesOf({rules, periods}: MatchConfig): Omit<ProofRules, 'suppliers'> {
  const {paragraphs, blockedSuppliers, partialDays, maxCombined, creditNotes, vat, gln} = rules
  const {postFrom, billing, cutoffDay, lookback, lookahead, maxMonths, gap} = periods
  return {
    ...{paragraphs, amountTolerance: jsonKroner(rules.amountTolerance)},
    maxAmount: rules.maxAmount === null ? null : jsonKroner(rules.maxAmount),
    ...{blockedSuppliers, partialDays, maxCombined, creditNotes, vat, gln},
    ...{postFrom, billing, cutoffDay, lookback, lookahead, maxMonths, gap},
  }
}

/** The settings of those of the suppliers that have any, by CVR number. */
export const supplierRulesOf = (cvrs: ReadonlySet<string>, {suppliers}: MatchConfig): ProofRules['suppliers'] =>
  Object.fromEntries(
    [...cvrs].toSorted().flatMap((cvr) => {
      const settings = Object.hasOwn(suppliers, cvr) ? suppliers[cvr] : undefined
      return settings ? [[cvr, settings]] : []
    }),
  )
