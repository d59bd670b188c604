/**
 * What `validate-grants` found, for a person (`commands.md`): how much there is, then each finding with what to do and
 * where it is.
 */
import {countBySeverity, type GrantsFinding, type MonthlyInvoices} from '../../checks/finding.ts'
import type {LocalizedText} from '../../model/language.ts'
import {inLanguage, localize} from '../../text/format.ts'
import {maskedLine} from '../../text/mask.ts'
import {atMostTenthsText, countText} from '../../text/numbers.ts'
import {type FindingLayout, listFindings} from '../checks/terminal.ts'
import {severityNames} from '../checks/vocabulary.ts'
import {wrapped} from '../layout.ts'
import type {Rendering} from '../rendering.ts'
import type {GrantsFacts, ValidatedGrants} from './result.ts'
import {codeNames, rowsText} from './vocabulary.ts'

/** As many as are read; all are in `--json` and `--xlsx`. */
const mostShown = 25

/** Without a line end after the last line. */
export function grantsTerminal(result: ValidatedGrants, rendering: Rendering): string {
  const {language, styles} = rendering
  const {findings} = result.check
  const more = findings.length - mostShown
  return [
    heading(result, rendering).join('\n'),
    ...listFindings(findings.slice(0, mostShown), layoutIn(rendering), rendering).map((lines) => lines.join('\n')),
    ...(more > 0 ? [notShown(more)[language]] : []),
    ...(findings.length === 0 ? [styles.good(nothing[language])] : []),
  ].join('\n\n')
}

function heading({check, facts}: ValidatedGrants, {language, styles, width}: Rendering): string[] {
  const count = (number: number): string => countText(number, language)
  const {errors, warnings} = countBySeverity(check.findings)
  const perMonth = atMostTenthsText(check.invoicesPerMonth, language)
  const [read, found] = inLanguage(
    language,
    [
      `${count(check.grants)} bevillinger, ${count(check.open)} åbne; ${count(check.unreadableRows)} rækker kan ikke læses.`,
      `${count(errors)} fejl, ${count(warnings)} advarsler. Der kommer ca. ${perMonth} regninger om måneden.`,
    ],
    [
      `${count(check.grants)} grants, ${count(check.open)} open; ${count(check.unreadableRows)} rows cannot be read.`,
      `${count(errors)} errors, ${count(warnings)} warnings. About ${perMonth} bills come in a month.`,
    ],
  )
  return [
    ...wrapped(read, width).map(styles.bold),
    ...wrapped(found, width),
    ...missingInputs(facts).flatMap((text) => wrapped(text[language], width).map(styles.dim)),
  ]
}

const missingInputs = ({withMapping, withLedger}: GrantsFacts): LocalizedText[] => [
  ...(withMapping ? [] : [noMapping]),
  ...(withLedger ? [] : [noLedger]),
]

const noMapping: LocalizedText = {
  da: 'Uden støtteark: kontering er ikke prøvet.',
  en: 'No support sheet: coding not tried.',
}

const noLedger: LocalizedText = {
  da: 'Uden ledger-fil: regninger pr. måned er anslået, én for hver åben bevilling.',
  en: 'No ledger: bills a month are estimated, one for each open grant.',
}

const nothing: LocalizedText = {da: 'Intet at rette.', en: 'Nothing to correct.'}

const notShown = (count: number): LocalizedText => ({
  da: `Og ${count} flere: se dem alle med --xlsx eller --json.`,
  en: `And ${count} more: see all with --xlsx or --json.`,
})

const layoutIn = ({language, styles}: Rendering): FindingLayout<GrantsFinding> => ({
  lead: (number) => `${String(number).padStart(3)}. `,
  paragraphs: ({severity, code, problem, remedy, rows, invoices}) => [
    {
      text: `${severityNames[severity][language]}: ${codeNames[code][language]}${invoices ? ` · ${invoicesText(invoices)[language]}` : ''}`,
      style: severity === 'error' ? styles.caution : styles.bold,
    },
    {text: problem[language]},
    {text: `→ ${remedy[language]}`},
    {text: maskedLine(rowsText(rows, language)), style: styles.dim},
  ],
})

/** `ca. 2,5 regninger pr. måned`. */
const invoicesText = ({count, isCounted}: MonthlyInvoices): LocalizedText =>
  localize((language) => {
    const number = atMostTenthsText(count, language)
    return inLanguage(
      language,
      `${isCounted ? '' : 'ca. '}${number} ${count === 1 ? 'regning' : 'regninger'} pr. måned`,
      `${isCounted ? '' : 'about '}${number} ${count === 1 ? 'bill' : 'bills'} a month`,
    )
  })
