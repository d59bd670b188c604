/**
 * The formats of a check's result (`commands.md`): each command has one map of them, and each format is a function of the
 * result and of how it is written.
 */
import type {Rendering} from '../rendering.ts'

export type CheckFormats<Result, Document> = {
  /** For a person; without a line end after the last line. */
  readonly terminal: (result: Result, rendering: Rendering) => string
  /** What `--json` prints. */
  readonly json: (result: Result, rendering: WithLanguage) => Document
  /** The bytes of a workbook to work through. */
  readonly xlsx: (result: Result, rendering: WorkbookRendering) => Promise<Uint8Array>
}

export type WithLanguage = Pick<Rendering, 'language'>

/** `made` is the workbook's own date. */
export type WorkbookRendering = WithLanguage & {readonly made: Date}
