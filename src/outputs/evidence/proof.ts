/**
 * `proof.jsonl` (`formats.md`): takes a finished run, returns for each invoice line what was read, every grant of its
 * citizen with what excluded it, and the verdict: enough for someone else's program to come to the same one. No citizen
 * is named but by hash and mask.
 */
import type {MatchConfig} from '../../config/schema.ts'
import {utf8Pieces} from '../../files/encode.ts'
import {cprNumbersIn} from '../../model/citizen.ts'
import type {GrantRegister} from '../../model/grant.ts'
import type {FinishedRun} from '../../model/run.ts'
import type {InvoiceVerdict} from '../../model/verdict.ts'
import {lineRecord, recordContext} from './line-record.ts'
import type {ProofRules} from './proof-rules.ts'

/** In the order of the verdicts and of their lines. */
export function proofJsonl(run: FinishedRun, config: MatchConfig): Uint8Array {
  const {register} = run.read.batch
  const context = recordContext(run, config)
  const rulesText = rulesTexts()
  const known = citizensOf(run.result.verdicts, register)
  const lines = run.result.verdicts.reduce((sum, verdict) => sum + verdict.lines.length, 0)
  const pieces = utf8Pieces(lines * usualLength)
  for (const verdict of run.result.verdicts) {
    for (const line of verdict.lines) {
      const {rules, ...facts} = lineRecord(verdict, line, context)
      const text = withoutKnown(JSON.stringify(facts), known)
      pieces.add(`${text.slice(0, -1)},"rules":${rulesText(rules)}}\n`)
    }
  }
  return pieces.bytes()
}

/** Bytes of a line whose citizen has a few grants. */
const usualLength = 4_000

/** The rules are alike in nearly all lines, but for the suppliers': the text of the rest is made once. */
function rulesTexts(): (rules: ProofRules) => string {
  let common: string | undefined
  return ({suppliers, ...rules}) => {
    common ??= JSON.stringify(rules).slice(0, -1)
    return `${common},"suppliers":${JSON.stringify(suppliers)}}`
  }
}

/** The CPR numbers that this run knows. */
function citizensOf(verdicts: readonly InvoiceVerdict[], {grants, inactive}: GrantRegister): ReadonlySet<string> {
  const ofLines = verdicts.flatMap(({lines}) =>
    lines.flatMap(({citizen, line: {cprField, text}}) => [
      ...(citizen ? [citizen] : []),
      ...(cprField.kind === 'number' ? [cprField.cpr] : []),
      ...cprNumbersIn(text),
    ]),
  )
  return new Set([...grants, ...inactive].map(({citizen}) => citizen as string).concat(ofLines))
}

/** Suppliers put CPR numbers even into invoice numbers: a known citizen's is masked wherever it is. Hashes are left alone. */
const withoutKnown = (json: string, known: ReadonlySet<string>): string =>
  json.replaceAll(/"hash":"\w*"|(?<!\d)(\d{6})[- ]?(\d{4})(?!\d)/g, (found, date?: string, serial?: string) =>
    known.has(`${date}${serial}`) ? `${date}-****` : found,
  )
