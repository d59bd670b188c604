/**
 * The last check before a run's folder is put in place: the files are read back as bytes, counted anew, and held
 * against the verdicts and the control totals. What does not tie out stops the run; nothing has been posted then.
 */
import {parse} from 'csv-parse/sync'
import type {ControlTotals, Total} from '../batch/batch.ts'
import type {FinishedRun, OutputFile} from '../batch/run.ts'
import type {MatchConfig} from '../config/schema.ts'
import type {InvoiceVerdict, Outcome} from '../domain/verdict.ts'
import {numberText} from '../exceptions/words.ts'
import {tie} from './tie.ts'
import {tieOutXml} from './tie-out-xml.ts'
import {plainName} from './trial.ts'

/** Throws a RunFault that names what does not tie out, and both counts. */
export function tieOut(
  run: FinishedRun,
  files: readonly OutputFile[],
  config: Pick<MatchConfig, 'opus' | 'municipality'>,
): void {
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
      `postings of ${numberText(documentKey)}`,
      total(own.flatMap((line) => line.postings)),
      total(own.map(({line}) => line)),
    )
  }
  const postings = posted.flatMap((verdict) => verdict.lines.flatMap((line) => line.postings))
  const csvAmounts = amountsOf(rowsOf(files, /^opus-posting-\d{4}(-\d+)?\.csv$/))
  if (config.opus.format === 'xml') tie('CSV files of postings', csvAmounts.size, 0)
  else tiePostings(csvAmounts, postings)
  tieOutXml(run, files, config, csvAmounts)

  for (const [, rows] of rowsOf(files, /^sensum-paid\.csv$/)) {
    tie('rows of sensum-paid.csv', rows.length, postings.length)
    tie('amount of sensum-paid.csv', sum(rows), total(postings))
  }
  for (const {bytes} of files.filter(({name}) => plainName(name) === 'opus-remarks.csv')) {
    tie('rows of opus-remarks.csv', rowsIn(bytes) - 1, verdicts.length)
  }
  const excepted = verdicts.filter(({outcome}) => outcome === 'exception').flatMap((verdict) => verdict.lines)
  for (const [, rows] of rowsOf(files, /^exceptions\.csv$/)) {
    tie('rows of exceptions.csv', rows.length, excepted.length)
    tie('amount of exceptions.csv', sum(rows), total(excepted.map(({line}) => line)))
  }
  for (const {bytes} of files.filter(({name}) => name === 'proof.jsonl')) {
    tie('lines of proof.jsonl', linesIn(bytes), lines.length)
  }
}

/** What people decided is posted as well: the verdicts tell the two together. */
function tieTotals(
  {received, posted, decided, exceptions, alreadyPosted}: ControlTotals,
  verdicts: readonly InvoiceVerdict[],
): void {
  const all = counted(verdicts)
  const of = (outcome: Outcome): CountedTotal => counted(verdicts.filter((verdict) => verdict.outcome === outcome))
  const [ofPosted, ofExceptions, ofBefore] = [of('posted'), of('exception'), of('alreadyPosted')]
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

/** For each file the amounts of its lines in øre, debit positive. */
function amountsOf(files: Iterable<readonly [name: string, rows: Row[]]>): Map<string, number[]> {
  const amounts = new Map<string, number[]>()
  for (const [name, rows] of files) amounts.set(name, rows.map(signed))
  return amounts
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
    for (let at = 0; at < amounts.length; at += 2) {
      const [own = Number.NaN, contra = Number.NaN] = amounts.slice(at, at + 2)
      tie(`lines ${at + 2} and ${at + 3} of ${name}`, own, -contra)
      moved += own
      pairs += 1
    }
  }
  tie('pairs of the posting files', pairs, postings.length)
  tie('amount of the posting files', moved, total(postings))
}

/** The two columns that are counted. */
type Row = {readonly Beløb?: string; readonly 'Debet/kredit'?: string}

const signed = (row: Row): number =>
  inOre(row.Beløb) * ({Debet: 1, Kredit: -1}[row['Debet/kredit'] ?? ''] ?? Number.NaN)

const sum = (rows: readonly Row[]): number => rows.reduce((all, row) => all + inOre(row.Beløb), 0)

const total = (items: Iterable<{readonly amount: number}>): number => {
  let all = 0
  for (const {amount} of items) all += amount
  return all
}

/** `-1234,50` → -123450; what is no amount ties out with nothing. */
const inOre = (text = ''): number => (/^-?\d+,\d{2}$/.test(text) ? Number(text.replace(',', '')) : Number.NaN)

/** One file at a time: what has been counted is let go. */
function* rowsOf(files: readonly OutputFile[], pattern: RegExp): Generator<readonly [name: string, rows: Row[]]> {
  for (const {name, bytes} of files) {
    if (pattern.test(plainName(name)))
      yield [name, parse<Row>(decoded(bytes), {delimiter: ';', columns: countedOnly, bom: true})]
  }
}

const countedOnly = (header: readonly string[]): (string | false)[] =>
  header.map((name) => (name === 'Beløb' || name === 'Debet/kredit' ? name : false))

/** UTF-8, or else Windows-1252: what `opus.encoding` may ask for. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Counted in the bytes: as one text the file may be too long. */
function linesIn(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) count += 1
  return count
}

/** Rows of a CSV file, the header too: only line ends outside quotes end one. */
function rowsIn(bytes: Uint8Array): number {
  let [rows, isQuoted] = [0, false]
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] === quote) isQuoted = !isQuoted
    else if (bytes[at] === lineFeed && !isQuoted) rows += 1
  }
  return rows
}

const lineFeed = 0x0a
const quote = 0x22
