/** Bills that do not say whom they are for, say it wrongly, or are for somebody without a grant there. */
import {addDays, monthPeriod} from '../../../src/model/calendar.ts'
import {services} from '../catalogue.ts'
import {costOf} from '../cost.ts'
import {hyphened, wrongCheckDigit} from '../people.ts'
import {billedMonths, cprField, issueDay, type Teller} from '../teller.ts'
import {monthsOfGrant, seriesWithFault, statedBill, statedLine} from './series.ts'
import {excepted, from, posts} from './truths.ts'

export function nobody(t: Teller): void {
  seriesWithFault(t, (grant, month) => ({
    lines: [{...statedLine(t, grant, monthPeriod(month)), citizen: ''}],
    truth: excepted('no CPR number anywhere', 'CPR_MISSING'),
  }))
}

/** A day that is in no calendar, or a digit too few. */
export function notANumber(t: Teller): void {
  seriesWithFault(t, (grant, month) => ({
    lines: [
      {
        ...statedLine(t, grant, monthPeriod(month)),
        citizen: t.random.pick([hyphened(`99${grant.citizen.slice(2)}`), grant.citizen.slice(0, 8), 'ukendt']),
      },
    ],
    truth: excepted('no CPR number in the field', 'CPR_INVALID'),
  }))
}

/** A number that nobody in the register has. */
export function mistyped(t: Teller): void {
  seriesWithFault(t, (grant, month) => ({
    lines: [{...statedLine(t, grant, monthPeriod(month)), citizen: cprField(t, t.citizen())}],
    truth: excepted("nobody's CPR number", 'CITIZEN_UNKNOWN'),
  }))
}

/** Two numbers in the text, or another citizen's there than in the field. */
export function severalInText(t: Teller): void {
  const other = t.grant()
  seriesWithFault(t, (grant, month) => {
    const {from: first, to} = monthPeriod(month)
    const line = {amount: costOf(grant, {from: first, to}), from: first, to}
    const [own, others] = [hyphened(grant.citizen), hyphened(other.citizen)]
    return {
      lines: [
        t.random.pick([
          {...line, text: `Ophold ${own} og ${others}`},
          {...line, citizen: own, text: `Ophold, ${others}`},
        ]),
      ],
      truth: excepted("two citizens' numbers", 'CPR_AMBIGUOUS'),
    }
  })
}

/** The citizen's grant is with another supplier. */
export function elsewhere(t: Teller): void {
  seriesWithFault(t, (grant, month) => {
    const stranger = t.grant({supplier: t.ownSupplier()})
    return {
      lines: [{...statedLine(t, grant, monthPeriod(month)), citizen: cprField(t, stranger.citizen)}],
      truth: excepted('the grant is with another supplier', 'NO_GRANT_WITH_SUPPLIER'),
    }
  })
}

export function unknownSupplier(t: Teller): void {
  seriesWithFault(t, () => ({cvr: t.freshCvr(), truth: excepted('no grant has the supplier', 'SUPPLIER_UNKNOWN')}))
}

export function wrongCvr(t: Teller): void {
  seriesWithFault(t, (grant) => ({
    cvr: t.random.pick([wrongCheckDigit(t.freshCvr()), grant.supplier.cvr.slice(1), '']),
    truth: excepted('a wrong CVR number', 'CVR_INVALID'),
  }))
}

/** The grant comes into the register after the bills; until then the citizen has none. */
export function grantedLate(t: Teller): void {
  const [month] = billedMonths(t, 'none')
  if (!month) return
  const registered = addDays(monthPeriod(month).from, t.random.int(40, 90))
  const begins = monthPeriod(month).from
  const kind = t.random.pick(services.filter(({unit}) => unit === 'Måned'))
  const {supplier} = t.grant()
  const grant = t.grant({
    kind,
    supplier,
    rates: [{from: begins, to: null, rate: t.random.int(...kind.kroner) * 100, quantity: null, registered}],
  })
  for (const each of monthsOfGrant(t, grant)) {
    const truth = posts('granted late, registered', [grant], monthPeriod(each))
    statedBill(t, grant, each, {
      truth: excepted('not yet in the register', 'CITIZEN_UNKNOWN'),
      later: [from(registered, truth)],
    })
  }
}

/** A row of the citizen's grants cannot be read: it may be the one that is billed. */
export function unreadableGrant(t: Teller): void {
  const {supplier, citizen} = t.grant()
  const grant = t.grant({supplier, citizen, to: null})
  t.grant({
    supplier,
    citizen,
    cells: t.random.pick([{Takst: 'ring'}, {Startdato: '31-02-2024'}, {Takstenhed: 'bøtte'}, {Takst: '0,00'}]),
  })
  for (const month of monthsOfGrant(t, grant)) {
    statedBill(t, grant, month, {truth: excepted("a row of the citizen's grants cannot be read", 'GRANT_UNREADABLE')})
  }
}

/** Nobody knows whose the unreadable row is: it holds every bill of its supplier. */
export function unreadableCitizen(t: Teller): void {
  const supplier = t.ownSupplier()
  const grant = t.grant({supplier, to: null})
  t.grant({supplier, cells: {'CPR-nummer': 'mangler'}})
  for (const month of monthsOfGrant(t, grant)) {
    t.bill({
      supplier,
      issued: issueDay(t, 'none', month),
      lines: [statedLine(t, grant, monthPeriod(month))],
      truth: excepted("a row of the supplier's grants has no CPR number", 'GRANT_UNREADABLE'),
    })
  }
}
