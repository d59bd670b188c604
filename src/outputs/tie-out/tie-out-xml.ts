/**
 * The last check of the XML files for OPUS (`formats.md`, The OPUS XML file): they are read back as bytes, counted anew,
 * and compared with their own control fields, with what the ledger stores of them, with the postings, and with the CSV
 * parts where there are any. Amounts and days are read here in the check's own way, not by the code that wrote them.
 */

import type {MatchConfig} from '../../config/schema.ts'
import {RunFault} from '../../model/input-error.ts'
import type {Posting} from '../../model/posting.ts'
import type {FinishedRun, OutputFile} from '../../model/run.ts'
import {plainName} from '../dry-run-ending.ts'
import {type OpusDocument, type OpusXmlFile, opusXmlFiles} from '../opus/documents.ts'
import {postingFileName} from '../opus/posting-csv.ts'
import {type ReadDocument, type ReadElement, type ReadOpusFile, readOpusXml} from '../opus/xml-read.ts'
import {tie} from './tie.ts'

/** `csvAmounts`: of each CSV part by its name, its lines in øre, debit positive. Throws a RunFault at any difference. */
export function tieOutXml(
  run: FinishedRun,
  files: readonly OutputFile[],
  config: Pick<MatchConfig, 'opus' | 'municipality'>,
  csvAmounts: ReadonlyMap<string, readonly number[]>,
): void {
  const written = new Map(
    files.flatMap((file) => (plainName(file.name).endsWith('.xml') ? [[plainName(file.name), file]] : [])),
  )
  const planned = opusXmlFiles(run, config)
  tie('XML files', written.size, planned.length)
  const csv = new Map([...csvAmounts].map(([name, amounts]) => [plainName(name), amounts]))

  const all: number[] = []
  for (const plan of planned) {
    const amounts = tieFile(plan, readBack(plan.name, written.get(plan.name)))
    if (config.opus.format === 'both') tieToCsv(plan, amounts, csv)
    all.push(...amounts.filter((_, index) => index % 2 === 0))
  }
  if (config.opus.format !== 'csv') {
    const postings = postingsOf(run)
    tie('pairs of the XML files', all.length, postings.length)
    tie('amount of the XML files', sum(all), sum(postings.map(({amount}) => amount)))
  }
}

function readBack(name: string, file: OutputFile | undefined): ReadOpusFile {
  if (!file) throw unreadable(name)
  try {
    return readOpusXml(new TextDecoder('utf-8', {fatal: true}).decode(file.bytes))
  } catch (error) {
    throw unreadable(name, error)
  }
}

/** Returns the amounts of all lines, in their order. */
function tieFile(plan: OpusXmlFile, {control, documents}: ReadOpusFile): number[] {
  tie(`FILE_NAME of ${plan.name}`, textOf(control, 'FILE_NAME'), plan.name)
  tie(`documents of ${plan.name}`, documents.length, plan.documents.length)
  const amounts = documents.flatMap((document, index) => tieDocument(document, plan.documents[index]))
  tie(`debit and credit of ${plan.name}`, sum(amounts), 0)
  return amounts
}

function tieDocument({header, lines}: ReadDocument, planned: OpusDocument | undefined): number[] {
  const id = textOf(header, 'RECEIV_DOC')
  tie('RECEIV_DOC', id, planned?.id ?? '')
  tie(`NO_DOC_POSITION of ${id}`, textOf(header, 'NO_DOC_POSITION'), String(lines.length))
  const postings = planned?.postings ?? []
  tie(`lines of ${id}`, lines.length, postings.length * 2)

  const amounts = lines.map((line) => inOre(textOf(line, 'AMT_DOCCUR')))
  const side = (wanted: string): number =>
    sum(amounts.filter((_, index) => textOf(lines[index] ?? new Map(), 'DEB_CRED_IND') === wanted))
  tie(`BALANCE_DEBET of ${id}`, inOre(textOf(header, 'BALANCE_DEBET')), side('D'))
  tie(`BALANCE_CREDIT of ${id}`, inOre(textOf(header, 'BALANCE_CREDIT')), side('K'))
  tie(`debit and credit of ${id}`, side('D'), -side('K'))
  tie(`debit of ${id}`, side('D'), sum(postings.map(({amount}) => Math.abs(amount))))
  for (const [index, line] of lines.entries()) tieLine(line, index, amounts[index], postings[Math.floor(index / 2)], id)
  return amounts
}

/** The first line of a pair is the posting's own, the second its contra line. */
function tieLine(
  line: ReadElement,
  index: number,
  amount = Number.NaN,
  posting: Posting | undefined,
  id: string,
): void {
  const what = `line ${index + 1} of ${id}`
  const isOwn = index % 2 === 0
  const expected = (posting?.amount ?? Number.NaN) * (isOwn ? 1 : -1)
  tie(`number of ${what}`, textOf(line, 'REF_KEY_3'), String(index + 1))
  tie(`amount of ${what}`, amount, expected)
  tie(`side of ${what}`, textOf(line, 'DEB_CRED_IND'), expected < 0 || Object.is(expected, -0) ? 'K' : 'D')
  if (isOwn) tie(`account of ${what}`, textOf(line, 'GL_ACCOUNT'), posting?.account ?? '')
  tie(`first day of ${what}`, textOf(line, 'BENEFIT_VALFROM'), posting?.period.from.replaceAll('-', '') ?? '')
  tie(`last day of ${what}`, textOf(line, 'BENEFIT_VALTO'), posting?.period.to.replaceAll('-', '') ?? '')
  tie(`right citizens of ${what}`, Number(textOf(line, 'SERV_REC_NO') === posting?.citizen), 1)
}

function tieToCsv({name, part}: OpusXmlFile, amounts: number[], csv: ReadonlyMap<string, readonly number[]>): void {
  const csvName = postingFileName(part)
  const csvLines = csv.get(csvName) ?? []
  tie(`lines of ${name} and ${csvName}`, amounts.length, csvLines.length)
  for (const [index, amount] of amounts.entries()) {
    tie(`line ${index + 1} of ${name} and ${csvName}`, amount, csvLines[index] ?? Number.NaN)
  }
}

const postingsOf = ({result}: FinishedRun): Posting[] =>
  result.verdicts
    .filter(({outcome}) => outcome === 'posted')
    .flatMap(({lines}) => lines.flatMap(({postings}) => postings))

const textOf = (element: ReadElement, name: string): string => element.get(name) ?? ''

const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0)

/** `-1234.50` → -123450; what is no amount ties out with nothing. */
const inOre = (text: string): number => (/^-?\d+\.\d{2}$/.test(text) ? Number(text.replace('.', '')) : Number.NaN)

const unreadable = (name: string, cause?: unknown): RunFault =>
  new RunFault(
    {
      da: `Kontroltallene stemmer ikke: ${name} kan ikke læses, som den blev skrevet. Intet er bogført; det er en fejl i programmet, som skal meldes.`,
      en: `The control totals do not tie out: ${name} cannot be read as it was written. Nothing was posted; this is a fault of the program, to be reported.`,
    },
    {cause},
  )
