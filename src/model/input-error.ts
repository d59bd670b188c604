import type {Language, LocalizedText} from './language.ts'

/** Where in a file something is wrong; row and column as a person counts them there. */
export type Place = {readonly file: string; readonly row?: number; readonly column?: string}

/**
 * Wrong use, or an input that cannot be used at all: the run stops with exit 2 and nothing has been written.
 * A bad row is not this: it is data (`RowError`). The text says what is wrong and what to do, without a whole
 * CPR number; the place is put before it by `describe`.
 */
export class InputError extends Error {
  override readonly name = 'InputError'
  readonly text: LocalizedText
  readonly place: Place | null
  /** The file can be read, and is not what was looked for: in a folder it is left out. */
  readonly isOtherContent: boolean
  /** The text names documents by ten digits that are no CPR number: it is masked already, and shown as it is. */
  readonly isMasked: boolean

  constructor(
    place: Place | null,
    text: LocalizedText,
    options?: ErrorOptions & {readonly isOtherContent?: boolean; readonly isMasked?: boolean},
  ) {
    super(`${placeText(place)}${text.en}`, options)
    this.text = text
    this.place = place
    this.isOtherContent = options?.isOtherContent ?? false
    this.isMasked = options?.isMasked ?? false
  }

  /** `grants.csv:14: Takst: expected an amount …` */
  describe(language: Language): string {
    return `${placeText(this.place)}${this.text[language]}`
  }
}

function placeText(place: Place | null): string {
  if (!place) return ''
  const row = place.row === undefined ? '' : `:${place.row}`
  const column = place.column === undefined ? '' : ` ${place.column}:`
  return `${place.file}${row}:${column} `
}

/** A fault midway (disk full, ledger locked, totals that do not tie out): exit 3, nothing half written. */
export class RunFault extends Error {
  override readonly name = 'RunFault'
  readonly text: LocalizedText

  constructor(text: LocalizedText, options?: ErrorOptions) {
    super(text.en, options)
    this.text = text
  }
}
