/** `ROW_INVALID` (`matching.md` 4): a field is missing or cannot be read, or rows of one invoice disagree. */
import {localize} from '../../../text/format.ts'
import {maskedLine} from '../../../text/mask.ts'
import type {ActionText} from '../../action-text.ts'
import {type Case, supplierOf} from '../../case.ts'
import {describeProblem} from '../../problems.ts'
import type {Reason} from '../../reason.ts'
import {fact, type Sentence} from '../../sentence.ts'

export const rowInvalid: Reason<'ROW_INVALID'> = {
  code: 'ROW_INVALID',
  owner: 'Regnskab',
  decidable: 'never',
  handledByHand: false,
  usesEvidence: true,
  sentence: {da: 'Regningen har et felt, der ikke kan læses.', en: 'The bill has a field that cannot be read.'},
  remedy: {
    da: 'Ret feltet i kilden, eller behandl regningen manuelt.',
    en: 'Correct the field at its source, or handle the bill by hand.',
  },
  facts: unreadableCells,
  action: correctSupplier,
}

function unreadableCells({invoice: {problems}}: Case): readonly Sentence[] {
  return problems.slice(0, 2).map((problem) => {
    const place = `${maskedLine(problem.source.file)}:${problem.source.row}`
    return fact(localize((language) => `${place} ${describeProblem(problem, language)}.`))
  })
}

/** The supplier's invoices with the same problem in the same column are corrected together. */
function correctSupplier(exception: Case, {sentence}: Reason): ActionText {
  const {supplierCvr, problems} = exception.invoice
  const [problem] = problems
  const what = problem ? localize((language) => describeProblem({...problem, value: ''}, language)) : sentence
  const supplier = supplierOf(exception)
  return {
    key: [supplierCvr, problem?.column ?? '', problem?.expected ?? ''],
    text: {da: `Ret regninger fra ${supplier}: ${what.da}.`, en: `Correct bills from ${supplier}: ${what.en}.`},
  }
}
