/** The lines of a document, each with its citizen, its period, and its own code by `matching.md` 4. */
import type {MatchConfig} from '../config/schema.ts'
import type {LineCase} from './explain-lines.ts'
import type {GrantIndex} from './grant-index.ts'
import {readPeriod, statedPeriodCode} from './periods/line-period.ts'
import {citizenOf, type RunDocument} from './run-documents.ts'

/** Each document's lines are read once, however often they are asked for. */
export function lineCasesOf(config: MatchConfig, grants: GrantIndex): (document: RunDocument) => readonly LineCase[] {
  const known = new Map<RunDocument, readonly LineCase[]>()
  return (document) => {
    const cases = known.get(document) ?? lineCases(document, config, grants)
    known.set(document, cases)
    return cases
  }
}

/** A document without a date of issue is read as of `periods.postFrom`: it has a code of its own and is not posted. */
function lineCases({invoice, citizens}: RunDocument, config: MatchConfig, grants: GrantIndex): LineCase[] {
  const {postFrom} = config.periods
  const issueDate = invoice.issueDate ?? postFrom
  return invoice.lines.map((line, at): LineCase => {
    const of = citizens[at]
    const reading = readPeriod(line, issueDate, grants.services, config)
    const ofPeriod =
      reading.kind === 'stated'
        ? statedPeriodCode(reading.period, invoice.supplierCvr, issueDate, config, postFrom)
        : null
    const ofCitizen = of?.kind === 'doubtful' ? of : null
    const hints = ofPeriod === null && ofCitizen?.hint ? [ofCitizen.hint] : []
    return {line, citizen: citizenOf(of), reading, code: ofPeriod ?? ofCitizen?.reason ?? null, hints}
  })
}
