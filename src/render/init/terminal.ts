/** A new working folder, for the person who asked for it: what is in it, what it presupposes, what to type next. */
import type {LocalizedText} from '../../model/language.ts'
import {wrapped} from '../layout.ts'
import type {Rendering} from '../match/terminal.ts'

export type ShownFolder = {
  readonly folder: string
  readonly files: readonly string[]
  /** Commands to type, in their order. */
  readonly next: readonly string[]
}

/** Commands stand whole on their lines, for copying. Without a line end after the last line. */
export function renderMadeFolder({folder, files, next}: ShownFolder, {language, width, styles}: Rendering): string {
  const say = (text: LocalizedText): string[] => wrapped(text[language], width)
  const own = files.filter((name) => !name.includes('/'))
  return [
    [
      styles.bold(`${made[language]} ${folder}`),
      ...own.map((name) => `  ${name.padEnd(20)}${purposes[name]?.[language] ?? ''}`),
      `  ${'sample-week/'.padEnd(20)}${sample[language]}`,
    ],
    [...say(tryIt).map(styles.bold), ...next.map((command) => styles.good(`  ${command}`))],
    say(presupposes),
    say(toFill),
  ]
    .map((part) => part.map((line) => line.trimEnd()).join('\n'))
    .join('\n\n')
}

const made: LocalizedText = {da: 'Klar:', en: 'Ready:'}

const purposes: Readonly<Record<string, LocalizedText>> = {
  'README.md': {da: 'de første skridt', en: 'the first steps, in Danish'},
  'bills.yaml': {da: 'opsætningen', en: 'the settings'},
  'bills.schema.json': {da: 'lader editoren hjælpe med bills.yaml', en: 'lets an editor help with bills.yaml'},
  'mapping.xlsx': {da: 'støttearket, der skal udfyldes', en: 'the support sheet, to be filled in'},
}

const sample: LocalizedText = {da: 'en uge med opdigtede data', en: 'a week of invented data'}

const tryIt: LocalizedText = {da: 'Prøv den opdigtede uge nu:', en: 'Try the invented week now:'}

const presupposes: LocalizedText = {
  da: 'Det forudsætter, at e-fakturaen i forvejen er bogført og betalt på én konto (opus.contraAccount); det bilag, som bills skriver, flytter udgiften derfra til den rette konto. Konterer I direkte på fakturabilaget, så indlæs det ikke: opus-remarks.csv giver da konteringen.',
  en: 'It presupposes that the e-invoice itself is booked and paid against one account (opus.contraAccount); the voucher that bills writes moves the cost from there to where it belongs. Where bills are coded on the invoice document itself, do not import it: opus-remarks.csv then gives the coding.',
}

const toFill: LocalizedText = {
  da: 'Før egne regninger: udfyld opus.contraAccount og periods.postFrom i bills.yaml, og støttearket mapping.xlsx.',
  en: 'Before your own bills: fill in opus.contraAccount and periods.postFrom in bills.yaml, and the support sheet mapping.xlsx.',
}
