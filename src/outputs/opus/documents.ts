/**
 * The documents of the XML files for OPUS (`formats.md`, The OPUS XML file): takes the verdicts, divides the postings as
 * the CSV parts are, and returns each file's name and its documents with their ids, for the writer, the last check and
 * the ledger alike.
 */

import type {Config} from '../../config/schema.ts'
import {addDays, type IsoDate} from '../../model/calendar.ts'
import {RunFault} from '../../model/input-error.ts'
import type {Invoice} from '../../model/invoice.ts'
import type {Posting} from '../../model/posting.ts'
import type {FinishedRun, OpusDocumentKey} from '../../model/run.ts'
import {compactDate} from '../../text/dates.ts'
import {maskedNumber} from '../../text/mask.ts'
import {type PostingPart, postingParts} from './posting-parts.ts'

/** A `POSTING_DOCUMENT`: OPUS accepts or refuses it as one. */
export type OpusDocument = OpusDocumentKey & {
  /** `RECEIV_DOC`. */
  readonly id: string
  readonly invoice: Invoice
  readonly postings: readonly Posting[]
}

export type OpusXmlFile = {
  /** Without the ending of a dry run. */
  readonly name: string
  /** `yyyymmdd` and `hhmmss`, as in the name. */
  readonly day: string
  readonly time: string
  readonly part: PostingPart
  readonly documents: readonly OpusDocument[]
}

type Settings = Pick<Config, 'opus' | 'municipality'>

/** One for each CSV part; none where `opus.format` is `csv`. Throws a RunFault where two documents have one id. */
export function opusXmlFiles(run: Pick<FinishedRun, 'stamp' | 'result' | 'opus'>, config: Settings): OpusXmlFile[] {
  if (config.opus.format === 'csv') return []
  const parts = postingParts(run.result.verdicts, config.opus.maxLines)
  const names = freeNames(run, config, parts.length)
  const files = parts.map((part, index) => ({
    ...{name: '', day: '', time: '', ...names[index]},
    part,
    documents: part.blocks.map(({documentKey, piece, invoice, postings}): OpusDocument => {
      const key = {documentKey, year: part.year, part: piece}
      return {...key, id: run.opus.idOf(key), invoice, postings}
    }),
  }))
  refuseSharedIds(files.flatMap(({documents}) => documents))
  return files
}

type Name = Pick<OpusXmlFile, 'name' | 'day' | 'time'>

/** From the second of the run's start, each a second later; later altogether where an earlier run has such a name. */
function freeNames({stamp, opus}: Pick<FinishedRun, 'stamp' | 'opus'>, config: Settings, count: number): Name[] {
  for (let first = 0; ; first += 1) {
    const names = Array.from({length: count}, (_, index) =>
      nameOf(secondsAfter(stamp.startedAt, first + index), config),
    )
    if (!names.some(({name}) => opus.takenNames.has(name))) return names
  }
}

const nameOf = ([day, time]: readonly [string, string], {municipality = '', opus}: Settings): Name => ({
  name: `ZFIR_KMD_Opus_Posteringer_IND_${municipality}_${opus.xml.supplierId}_${day}_${time}.xml`,
  day,
  time,
})

const secondsInDay = 86_400

/** `yyyymmdd` and `hhmmss`, so many seconds after a time as `startedAt` has it. */
function secondsAfter(startedAt: string, count: number): [day: string, time: string] {
  const [hours = 0, minutes = 0, seconds = 0] = startedAt.slice(11, 19).split(':').map(Number)
  const all = (hours * 60 + minutes) * 60 + seconds + count
  const ofDay = all % secondsInDay
  const time = [Math.floor(ofDay / 3600), Math.floor(ofDay / 60) % 60, ofDay % 60]
  return [
    compactDate(addDays(startedAt.slice(0, 10) as IsoDate, Math.floor(all / secondsInDay))),
    time.map((part) => String(part).padStart(2, '0')).join(''),
  ]
}

/** OPUS would take the first of them and refuse the second. */
function refuseSharedIds(documents: readonly OpusDocument[]): void {
  const byId = new Map<string, OpusDocument>()
  for (const document of documents) {
    const other = byId.get(document.id)
    if (other) throw sharedId(other, document)
    byId.set(document.id, document)
  }
}

const sharedId = (a: OpusDocument, b: OpusDocument): RunFault => {
  const [first, second] = [maskedNumber(a.documentKey), maskedNumber(b.documentKey)]
  return new RunFault({
    da: `Bilagene ${first} og ${second} ville få samme nummer (${a.id}) i XML-filen til OPUS. Intet er bogført; det er en fejl i programmet, som skal meldes.`,
    en: `Documents ${first} and ${second} would have one id (${a.id}) in the XML file for OPUS. Nothing was posted; this is a fault of the program, to be reported.`,
  })
}
