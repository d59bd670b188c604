/**
 * The last check before a run's folder is put in place (`matching.md`, control totals): takes the run and its files, and
 * compares what is counted in their bytes with the verdicts and the control totals. What does not tie out stops the
 * run, before anything is posted. Its counting is its own on purpose, and shares nothing with what wrote the files.
 */

import type {MatchConfig} from '../../config/schema.ts'
import type {ControlTotals, Total} from '../../model/batch.ts'
import type {FinishedRun, OutputFile} from '../../model/run.ts'
import type {InvoiceVerdict, Outcome} from '../../model/verdict.ts'
import {maskedNumber} from '../../text/mask.ts'
import {plainName} from '../dry-run-ending.ts'
import {type CountedFile, countedFile} from './counted-file.ts'
import {tie} from './tie.ts'
import {tieOutXml} from './tie-out-xml.ts'

/** Throws a RunFault that names what does not tie out, and both counts. */
export function tieOut(
  run: FinishedRun,
  files: readonly OutputFile[],
  config: Pick<MatchConfig, 'opus' | 'municipality'>,
): void {
  const counted = files.map(countedFile)
  const {
    read,
    result: {verdicts, totals},
  } = run
  const lines = verdicts.flatMap((verdict) => verdict.lines)
  const rowsRead = read.files.reduce((sum, {kind, rows}) => sum + (kind === 'invoices' ? rows : 0), 0)
  tie('invoice rows', rowsRead, lines.length + read.repeatedRows)
  tieTotals(totals, verdicts)

  const posted = verdicts.filter(({outcome}) => outcome === 'posted')
  for (const {documentKey, lines: own} of posted) {
    tie(
      `postings of ${maskedNumber(documentKey)}`,
      total(own.flatMap((line) => line.postings)),
      total(own.map(({line}) => line)),
    )
  }
  const postings = posted.flatMap((verdict) => verdict.lines.flatMap((line) => line.postings))
  const named = (pattern: RegExp): CountedFile[] => counted.filter(({name}) => pattern.test(plainName(name)))
  const csvAmounts = new Map(
    named(/^opus-posting-\d{4}(-\d+)?\.csv$/).map(({name, amounts}): [string, readonly number[]] => [name, amounts]),
  )
  if (config.opus.format === 'xml') tie('CSV files of postings', csvAmounts.size, 0)
  else tiePostings(csvAmounts, postings)
  tieOutXml(run, files, config, csvAmounts)

  for (const {rows, amounts} of named(/^sensum-paid\.csv$/)) {
    tie('rows of sensum-paid.csv', rows, postings.length)
    tie('amount of sensum-paid.csv', sum(amounts), total(postings))
  }
  for (const {rows} of named(/^opus-remarks\.csv$/)) tie('rows of opus-remarks.csv', rows, verdicts.length)
  const excepted = verdicts.filter(({outcome}) => outcome === 'exception').flatMap((verdict) => verdict.lines)
  for (const {rows, amounts} of named(/^exceptions\.csv$/)) {
    tie('rows of exceptions.csv', rows, excepted.length)
    tie('amount of exceptions.csv', sum(amounts), total(excepted.map(({line}) => line)))
  }
  for (const {rows} of named(/^proof\.jsonl$/)) tie('lines of proof.jsonl', rows, lines.length)
}

/** What people decided is posted as well: the verdicts have the two as one outcome. */
function tieTotals(
  {received, posted, decided, exceptions, alreadyPosted}: ControlTotals,
  verdicts: readonly InvoiceVerdict[],
): void {
  const all = counted(verdicts)
  const countedWith = (outcome: Outcome): CountedTotal =>
    counted(verdicts.filter((verdict) => verdict.outcome === outcome))
  const [ofPosted, ofExceptions, ofBefore] = [
    countedWith('posted'),
    countedWith('exception'),
    countedWith('alreadyPosted'),
  ]
  for (const key of ['invoices', 'lines', 'amount'] as const) {
    tie(`received ${key}`, received[key], all[key])
    tie(`posted ${key}`, posted[key] + decided[key], ofPosted[key])
    tie(`exceptions ${key}`, exceptions[key], ofExceptions[key])
    tie(`alreadyPosted ${key}`, alreadyPosted[key], ofBefore[key])
    tie(`sum of ${key}`, received[key], posted[key] + decided[key] + exceptions[key] + alreadyPosted[key])
  }
}

type CountedTotal = Readonly<Record<keyof Total, number>>

const counted = (verdicts: readonly InvoiceVerdict[]): CountedTotal => {
  const lines = verdicts.flatMap((verdict) => verdict.lines.map(({line}) => line))
  return {invoices: verdicts.length, lines: lines.length, amount: total(lines)}
}

/** In every file debit equals credit, pair by pair; all files together hold just the postings. */
function tiePostings(
  files: ReadonlyMap<string, readonly number[]>,
  postings: readonly {readonly amount: number}[],
): void {
  let [pairs, moved] = [0, 0]
  for (const [name, amounts] of files) {
    const balance = amounts.reduce((all, amount) => all + amount, 0)
    tie(`debit less credit of ${name}`, balance, 0)
    for (let index = 0; index < amounts.length; index += 2) {
      const [own = Number.NaN, contra = Number.NaN] = amounts.slice(index, index + 2)
      tie(`lines ${index + 2} and ${index + 3} of ${name}`, own, -contra)
      moved += own
      pairs += 1
    }
  }
  tie('pairs of the posting files', pairs, postings.length)
  tie('amount of the posting files', moved, total(postings))
}

const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0)

const total = (items: Iterable<{readonly amount: number}>): number => {
  let all = 0
  for (const {amount} of items) all += amount
  return all
}
