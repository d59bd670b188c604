/** What `validate-grants` found, for a person: how much there is, then each finding with where it is and what to do. */

import type {GrantsCheck} from '../../checks/grants/check-grants.ts'
import type {Finding} from '../../checks/grants/finding.ts'
import {kindNames, rowsText, severities} from '../../checks/grants/finding-words.ts'
import type {Language} from '../../model/language.ts'
import {maskedLine} from '../../text/mask.ts'
import {countText} from '../../text/numbers.ts'
import {hanging, wrapped} from '../layout.ts'
import type {Rendering} from '../rendering.ts'

export type ShownCheck = GrantsCheck & {readonly withMapping: boolean; readonly withLedger: boolean}

/** As many as are read; all are in `--json` and `--xlsx`. */
const mostShown = 25

/** Without a line end after the last line. */
export function renderGrantsCheck(check: ShownCheck, rendering: Rendering): string {
  const {language, styles, width} = rendering
  const say = (da: string, en: string): string => (language === 'da' ? da : en)
  const {findings} = check
  const count = (severity: Finding['severity']): string =>
    countText(findings.filter((finding) => finding.severity === severity).length, language)
  const head = say(
    `${countText(check.grants, language)} bevillinger, ${countText(check.open, language)} åbne; ${countText(check.unreadableRows, language)} rækker kan ikke læses.`,
    `${countText(check.grants, language)} grants, ${countText(check.open, language)} open; ${countText(check.unreadableRows, language)} rows cannot be read.`,
  )
  const totals = say(
    `${count('error')} fejl, ${count('warning')} advarsler. Der kommer ca. ${shownTenths(check.billsPerMonth, language)} regninger om måneden.`,
    `${count('error')} errors, ${count('warning')} warnings. About ${shownTenths(check.billsPerMonth, language)} bills come in a month.`,
  )
  const notHeld = [
    ...(check.withMapping
      ? []
      : [say('Uden støtteark: kontering er ikke prøvet.', 'No support sheet: coding not tried.')]),
    ...(check.withLedger
      ? []
      : [
          say(
            'Uden ledger-fil: regninger pr. måned er anslået, én for hver åben bevilling.',
            'No ledger: bills a month are estimated, one for each open grant.',
          ),
        ]),
  ]
  const more = findings.length - mostShown
  return [
    [
      ...wrapped(head, width).map(styles.bold),
      ...wrapped(totals, width),
      ...notHeld.flatMap((text) => wrapped(text, width).map(styles.dim)),
    ].join('\n'),
    ...findings.slice(0, mostShown).map((finding, at) => renderFinding(finding, at + 1, rendering).join('\n')),
    ...(more > 0
      ? [
          say(
            `Og ${more} flere: se dem alle med --xlsx eller --json.`,
            `And ${more} more: see all with --xlsx or --json.`,
          ),
        ]
      : []),
    ...(findings.length === 0 ? [styles.good(say('Intet at rette.', 'Nothing to correct.'))] : []),
  ].join('\n\n')
}

function renderFinding(finding: Finding, number: number, {language, styles, width}: Rendering): string[] {
  const {severity, kind, what, todo, rows, billsPerMonth, isCounted} = finding
  const lead = `${String(number).padStart(3)}. `
  const [one, many] =
    language === 'da' ? ['regning pr. måned', 'regninger pr. måned'] : ['bill a month', 'bills a month']
  const cost = billsPerMonth === 1 ? one : many
  const about = isCounted ? '' : language === 'da' ? 'ca. ' : 'about '
  const title = `${severities[severity][language]}: ${kindNames[kind][language]} · ${about}${shownTenths(billsPerMonth, language)} ${cost}`
  const style = severity === 'error' ? styles.caution : styles.bold
  return [
    ...hanging(lead, title, width).map(style),
    ...hanging('     ', what[language], width),
    ...hanging('     ', `→ ${todo[language]}`, width),
    ...hanging('     ', maskedLine(rowsText(rows, language)), width).map(styles.dim),
  ]
}

function shownTenths(number: number, language: Language): string {
  const [whole = '', tenth = '0'] = number.toFixed(1).split('.')
  return `${countText(Number(whole), language)}${tenth === '0' ? '' : `${language === 'da' ? ',' : '.'}${tenth}`}`
}
