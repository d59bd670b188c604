/** A whole run as it goes from stage to stage: what was read, what was decided, what is written and recorded. */

import type {ActionGroup} from './action.ts'
import type {BatchInputs, BatchResult} from './batch.ts'
import type {IsoDate} from './calendar.ts'
import type {Cpr} from './citizen.ts'
import type {LocalizedText, Notice} from './language.ts'
import type {Ore} from './money.ts'
import type {RowError} from './problem.ts'
import type {Owner, ReasonCode} from './reason.ts'
import type {TableKind} from './tables/tables.ts'

/** A file that was read, or one in a folder or zip that was not. */
export type InputFile = {
  /** Without folders. */
  readonly name: string
  readonly kind: TableKind | 'skipped'
  /** Data rows, without the header. */
  readonly rows: number
  /** Hexadecimal, of the bytes as they were. */
  readonly sha256: string
}

/** Everything that the reading stage returns. */
export type ReadInputs = {
  readonly batch: BatchInputs
  /** By kind in the order of `src/model/tables/tables.ts`, skipped files last, then by name, then by hash: never in the order given. */
  readonly files: readonly InputFile[]
  readonly rowErrors: readonly RowError[]
  /** Invoice rows left out because another file has the very same row. Rows read = lines + these. */
  readonly repeatedRows: number
  /** What of the files was not read. */
  readonly notices: readonly Notice[]
}

export type RunStamp = {
  /** `yyyymmdd-hhmmss`, Danish time, with `-2` … where taken. A dry run's folder is this with `-dry-run`. */
  readonly runId: string
  /** ISO 8601 with offset, Danish time. */
  readonly startedAt: string
  readonly finishedAt: string
  /** The Danish date of the start. */
  readonly today: IsoDate
  readonly dryRun: boolean
}

/** A file to be written into the run's folder. */
export type OutputFile = {readonly name: string; readonly bytes: Uint8Array}

/** What the writing stage takes. */
export type FinishedRun = {
  readonly stamp: RunStamp
  readonly read: ReadInputs
  readonly result: BatchResult
  /** What the exceptions wait for. */
  readonly actionGroups: readonly ActionGroup[]
  /** Most invoices freed first. */
  readonly fixes: readonly Fix[]
  /** The ledger's keyed hash of a citizen (HMAC-SHA256, hexadecimal). */
  readonly citizenHash: (citizen: Cpr) => string
  readonly opus: OpusSending
}

/** What the ledger gives the XML files for OPUS (`formats.md`, The OPUS XML file). */
export type OpusSending = {
  /** `RECEIV_DOC`: the same once and for ever. 16 letters and digits. */
  readonly idOf: (document: OpusDocumentKey) => string
  /** Names that files of earlier runs have. */
  readonly takenNames: ReadonlySet<string>
}

/** What an invoice has in one year. `part` counts from 1 where that alone is more than a file may hold, else it is 1. */
export type OpusDocumentKey = {readonly documentKey: string; readonly year: number; readonly part: number}

/** The week's list of work: each line says what to do, and what it would free. */
export type Action = {
  /** One line. No CPR number. */
  readonly text: string
  readonly owner: string
  readonly reason: string
  readonly invoices: number
  /** Kroner with two decimals and a decimal point, as text: the sizes of those invoices added up. */
  readonly amount: string
  /** True where the gain is an upper limit («op til»): only the supplier or the caseworker can tell. */
  readonly atMost: boolean
}

/** What one change of the data or the settings would free, for `report` (`commands.md`). */
export type Fix = {
  /** The same for the same change in every run. */
  readonly key: string
  readonly kind: 'rate' | 'billsAs' | 'mapping' | 'account' | 'billing' | 'other'
  /** No CPR number. */
  readonly text: LocalizedText
  readonly owner: Owner
  readonly reason: ReasonCode
  readonly invoices: number
  /** Øre: the sizes of those invoices added up. */
  readonly amount: Ore
  /** True: it was tried. False: the most that it can free («op til»). */
  readonly exact: boolean
}

export type SummaryTotal = {readonly invoices: number; readonly lines: number; readonly amount: string}

/** `summary.json` (`formats.md`). Amounts in kroner with two decimals, as text. */
export type Summary = {
  readonly runId: string
  readonly startedAt: string
  readonly finishedAt: string
  readonly dryRun: boolean
  readonly inputs: readonly {
    readonly name: string
    readonly rows: number
    readonly sha256: string
    readonly kind: string
  }[]
  readonly received: SummaryTotal
  readonly posted: SummaryTotal
  readonly decided: SummaryTotal
  readonly exceptions: SummaryTotal
  readonly alreadyPosted: SummaryTotal
  readonly repeatedRows: number
  readonly reasons: Readonly<Record<string, number>>
}

/** What a run comes to, for the terminal and for programs. */
export type MatchResult = {
  readonly run: Pick<FinishedRun, 'stamp' | 'read' | 'result'>
  /** Full path of the run's folder. */
  readonly folder: string
  /** Most invoices freed first. */
  readonly actions: readonly Action[]
  /** Sheets not read, what an earlier start had left, and runs not yet confirmed. */
  readonly notices: readonly Notice[]
}
